import { Link } from '../routing/link.tsx';
import type { Route } from '../routing/route.ts';
import { words } from '../words/index.ts';
import { Prepare } from './prepare/prepare.tsx';
import { Problem } from './problem.tsx';
import { RunPage } from './run/run-page.tsx';
import { Runs } from './runs/runs.tsx';
import { Start } from './start/start.tsx';

/** The view of a route. */
export function CurrentView({ route }: { readonly route: Route }) {
  switch (route.name) {
    case 'start':
      return <Start key="start" />;
    case 'prepare':
      return <Prepare key={route.upload} id={route.upload} />;
    case 'runs':
      return <Runs key="runs" />;
    case 'run':
      return <RunPage key={route.run} route={route} />;
    case 'unknown':
      return (
        <Problem key="unknown" title={words.notFound.title} text={words.notFound.text}>
          <Link to={{ name: 'start' }}>{words.notFound.back}</Link>
        </Problem>
      );
  }
}
