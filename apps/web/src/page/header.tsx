import { useContext } from 'preact/hooks';
import icon from './icon.svg';
import { Link } from './routing/link.tsx';
import type { Route } from './routing/route.ts';
import { AppContext } from './state/app.ts';
import { words } from './words/index.ts';

const { navigation } = words;

/** The bar above every view; before somebody is signed in there is nowhere to go. */
export function Header({ route }: { readonly route?: Route }) {
  const app = useContext(AppContext);
  const brand = (
    <>
      <img src={icon} alt="" width="28" height="28" /> {words.name}
    </>
  );
  if (app === undefined || route === undefined)
    return (
      <header class="bar-top">
        <span class="brand">{brand}</span>
      </header>
    );
  const model = app.session.model.current;
  return (
    <header class="bar-top">
      <Link to={{ name: 'start' }} class="brand">
        {brand}
      </Link>
      <nav class="links" aria-label={navigation.label}>
        <Link to={{ name: 'start' }} {...here(route, 'start', 'prepare')}>
          {navigation.start}
        </Link>
        <Link to={{ name: 'runs' }} {...here(route, 'runs', 'run')}>
          {navigation.runs}
        </Link>
      </nav>
      <button type="button" class="button button-quiet model-button" onClick={app.openSettings}>
        <span class="model-name">{model === null ? navigation.offlineJudge : model.model}</span>
        <span>{navigation.settings}</span>
      </button>
    </header>
  );
}

/** Marks the link to a place, also where somebody is further inside of it. */
function here(route: Route, place: Route['name'], inside: Route['name']) {
  if (route.name === place) return { 'aria-current': 'page' } as const;
  return route.name === inside ? ({ 'aria-current': 'true' } as const) : {};
}
