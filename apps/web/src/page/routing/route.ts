/** What the address of the page names. */
export type Route =
  | { readonly name: 'start' }
  | { readonly name: 'prepare'; readonly upload: string }
  | { readonly name: 'runs' }
  | {
      readonly name: 'run';
      readonly run: string;
      readonly view: RunView;
      /** The rubric whose report is shown; undefined: the first. */
      readonly rubric?: string | undefined;
      /** The page of a ticket in the report; undefined: its first page. */
      readonly ticket?: string | undefined;
      /** The ticket that somebody decides on, by its position; undefined: the queue is shown. */
      readonly position?: number | undefined;
      /** Of that ticket, by its id; undefined: the first that waits. */
      readonly criterion?: string | undefined;
    }
  | { readonly name: 'unknown' };

/** The parts of a run's page, in the order of its navigation. */
export const RUN_VIEWS = ['results', 'decide', 'details'] as const;
/** See {@link RUN_VIEWS}. */
export type RunView = (typeof RUN_VIEWS)[number];

const ID = /^[0-9a-f]{32}$/;

/** Reads an address. */
export function routeOf({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): Route {
  const [first = '', second, third, ...rest] = pathname.split('/').filter((part) => part !== '');
  if (rest.length > 0) return { name: 'unknown' };
  if (first === '') return { name: 'start' };
  if (first === 'runs' && second === undefined) return { name: 'runs' };
  if (second === undefined || !ID.test(second)) return { name: 'unknown' };
  if (first === 'new' && third === undefined) return { name: 'prepare', upload: second };
  const view = third === undefined ? 'results' : RUN_VIEWS.find((known) => known === third && known !== 'results');
  if (first !== 'runs' || view === undefined) return { name: 'unknown' };
  const rubric = searchParams.get('rubric') ?? undefined;
  const ticket = searchParams.get('ticket') ?? undefined;
  const position = /^\d{1,9}$/.test(searchParams.get('position') ?? '')
    ? Number(searchParams.get('position'))
    : undefined;
  const criterion = searchParams.get('criterion') ?? undefined;
  return { name: 'run', run: second, view, rubric, ticket, position, criterion };
}

/** The address of a route. */
export function addressOf(route: Exclude<Route, { name: 'unknown' }>): string {
  switch (route.name) {
    case 'start':
      return '/';
    case 'prepare':
      return `/new/${route.upload}`;
    case 'runs':
      return '/runs';
    case 'run': {
      const query = new URLSearchParams();
      if (route.rubric !== undefined) query.set('rubric', route.rubric);
      if (route.ticket !== undefined) query.set('ticket', route.ticket);
      if (route.position !== undefined) query.set('position', String(route.position));
      if (route.criterion !== undefined) query.set('criterion', route.criterion);
      const path = `/runs/${route.run}${route.view === 'results' ? '' : `/${route.view}`}`;
      return query.size === 0 ? path : `${path}?${query}`;
    }
  }
}
