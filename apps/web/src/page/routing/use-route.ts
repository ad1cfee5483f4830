import { useEffect, useState } from 'preact/hooks';
import { addressOf, type Route, routeOf } from './route.ts';

const MOVED = 'tqrs-moved';

/** Where the page is. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(new URL(location.href)));
  useEffect(() => {
    const read = () => setRoute(routeOf(new URL(location.href)));
    addEventListener('popstate', read);
    addEventListener(MOVED, read);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener(MOVED, read);
    };
  }, []);
  return route;
}

/** Goes somewhere else; with `replace` the place before is no step for the back button. */
export function go(route: Exclude<Route, { name: 'unknown' }>, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', addressOf(route));
  dispatchEvent(new Event(MOVED));
}
