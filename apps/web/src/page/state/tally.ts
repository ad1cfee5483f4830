import type { RunEvent, RunEventOf, TicketRow } from '../../api/index.ts';

/** Rows and problems that are kept. The report has all of them; this is for watching. */
export const MOST_ROWS = 2_000;
const MOST_PROBLEMS = 100;
/** The rate is that of the last so many milliseconds. */
const WINDOW_MS = 15_000;

/** A problem of a run. */
export type ToldProblem = RunEventOf<'problem'>;

/** What one rubric has given until now. */
export interface RubricTally {
  /** Tickets by the id of their band. */
  readonly bands: Readonly<Record<string, number>>;
  /** Tickets without a band. */
  readonly unscored: number;
  readonly needsReview: number;
}

/** What a run has told until now, in bounded memory. */
export interface Tally {
  readonly start: RunEventOf<'start'> | undefined;
  readonly progress: RunEventOf<'progress'> | undefined;
  /** The oldest first; the newest {@link MOST_ROWS}. */
  readonly rows: readonly TicketRow[];
  /** Rows in all. */
  readonly rowCount: number;
  /** In the order of the rubrics. */
  readonly rubrics: readonly RubricTally[];
  /** The newest last. */
  readonly problems: readonly ToldProblem[];
  readonly problemCount: number;
  /** Tickets a second, of late; undefined where that cannot be told yet. */
  readonly rate: number | undefined;
  readonly samples: readonly { readonly at: number; readonly done: number }[];
}

/** Before anything was told. */
export const EMPTY_TALLY: Tally = {
  start: undefined,
  progress: undefined,
  rows: [],
  rowCount: 0,
  rubrics: [],
  problems: [],
  problemCount: 0,
  rate: undefined,
  samples: [],
};

/** Takes events in. A `start` begins anew. */
export function takeIn(before: Tally, events: readonly RunEvent[]): Tally {
  let tally = before;
  for (const event of events) tally = takeOne(tally, event);
  return tally;
}

function takeOne(tally: Tally, event: RunEvent): Tally {
  switch (event.type) {
    case 'start':
      return {
        ...EMPTY_TALLY,
        start: event,
        rubrics: event.rubrics.map(() => ({ bands: {}, unscored: 0, needsReview: 0 })),
      };
    case 'tickets': {
      const rubrics = tally.rubrics.map((rubric, place) => count(rubric, event.tickets, place));
      const rows = [...tally.rows, ...event.tickets].slice(-MOST_ROWS);
      return { ...tally, rows, rowCount: tally.rowCount + event.tickets.length, rubrics };
    }
    case 'progress': {
      const sample = { at: Date.parse(event.at), done: event.done };
      const samples = [...tally.samples.filter(({ at }) => sample.at - at <= WINDOW_MS), sample];
      return { ...tally, progress: event, samples, rate: rateOf(samples) };
    }
    case 'problem':
      return {
        ...tally,
        problems: [...tally.problems, event].slice(-MOST_PROBLEMS),
        problemCount: tally.problemCount + 1,
      };
    case 'end':
      return { ...tally, problemCount: event.problems };
  }
}

function count(tally: RubricTally, tickets: readonly TicketRow[], place: number): RubricTally {
  const bands = { ...tally.bands };
  let { unscored, needsReview } = tally;
  for (const { results } of tickets) {
    const result = results[place];
    if (result?.needsReview) needsReview += 1;
    if (result === undefined || result.band === null) unscored += 1;
    else bands[result.band] = (bands[result.band] ?? 0) + 1;
  }
  return { bands, unscored, needsReview };
}

function rateOf(samples: Tally['samples']): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < 1_000) return undefined;
  return ((last.done - first.done) * 1_000) / (last.at - first.at);
}

/** Seconds that are left; undefined where nobody can tell. */
export function secondsLeft({ rate, progress, start }: Tally): number | undefined {
  const total = progress?.total ?? start?.total;
  if (rate === undefined || rate <= 0 || progress === undefined || total === undefined || total === null)
    return undefined;
  return Math.max(0, total - progress.done) / rate;
}
