import { useEffect, useRef, useState } from 'preact/hooks';
import type { Run } from '../../../api/index.ts';
import { asFailure } from '../../api/failure.ts';
import { requests } from '../../api/requests.ts';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { Link } from '../../routing/link.tsx';
import type { Route } from '../../routing/route.ts';
import { useApp } from '../../state/app.ts';
import { canDecide, isOver, RunFeed } from '../../state/run-feed.ts';
import { useStore } from '../../state/store.ts';
import { words } from '../../words/index.ts';
import { Decide } from '../decide/decide.tsx';
import { ReportState } from '../decide/report-state.tsx';
import { Problem } from '../problem.tsx';
import { Details } from './details.tsx';
import { Live } from './live.tsx';
import { ReportFrame } from './report-frame.tsx';
import { ReportTools } from './report-tools.tsx';
import { RunHead } from './run-head.tsx';
import { useReport } from './use-report.ts';
import { useRewriting } from './use-rewriting.ts';

/** Tells of every so many percent: screen readers are not to chatter. */
const STEP = 25;

/** A run: while it goes on, and what came of it. */
export function RunPage({ route }: { readonly route: Route & { readonly name: 'run' } }) {
  const { announce } = useApp();
  const { run: id, view, ticket } = route;
  const [feed] = useState(() => new RunFeed(id));
  const { run, tally, connection, failure } = useStore(feed);
  // A run that is over tells its story only to those who look at how it went.
  const isWatched = run !== undefined && (!isOver(run) || view === 'details' || !run.hasReport);
  useEffect(() => {
    requests.run(id).then(
      (known) => feed.know(known),
      (error: unknown) => feed.fail(asFailure(error)),
    );
    return () => feed.close();
  }, [feed, id]);
  useEffect(() => {
    if (isWatched) feed.watch();
  }, [feed, isWatched]);

  const state = run?.state;
  const percent = run && tally.progress && tally.start?.total ? (tally.progress.done / tally.start.total) * 100 : 0;
  const step = Math.floor(percent / STEP) * STEP;
  useEffect(() => {
    if (state === 'running' && step > 0 && step < 100) announce(words.run.announce(step));
  }, [state, step]);
  useAnnouncedState(run, announce);
  useKeptFocus('h1', run && isOver(run));
  useRewriting(run, (changed) => feed.know(changed));

  const showsReport =
    run !== undefined && view === 'results' && (ticket !== undefined || (isOver(run) && run.hasReport));
  const report = useReport(showsReport ? run : undefined, route.rubric, ticket);

  if (connection === 'gone')
    return (
      <Problem title={failure?.message ?? words.run.gone} text={failure?.hint ?? words.notFound.text}>
        <Link to={{ name: 'runs' }}>{words.navigation.runs}</Link>
      </Problem>
    );
  if (run === undefined)
    return <p class="muted loading">{connection === 'lost' ? words.offline.title : words.loading}</p>;
  return (
    <>
      <RunHead run={run} view={view} connection={connection} onChange={(changed) => feed.know(changed)}>
        {showsReport && <ReportTools run={run} report={report} />}
      </RunHead>
      {view === 'details' ? (
        <Details run={run} tally={tally} />
      ) : view === 'decide' && canDecide(run) ? (
        <Decide run={run} route={route} onChange={(changed) => feed.know(changed)} />
      ) : showsReport ? (
        <>
          {run.decisions.report !== 'current' && <ReportState run={run} onChange={(changed) => feed.know(changed)} />}
          <ReportFrame {...report} />
        </>
      ) : (
        <Live run={run} tally={tally} onChange={(changed) => feed.know(changed)} />
      )}
    </>
  );
}

/** Says when the run that is watched comes into another state. */
function useAnnouncedState(run: Run | undefined, announce: (text: string) => void): void {
  const last = useRef<Run['state'] | undefined>(undefined);
  const state = run?.state;
  useEffect(() => {
    if (state === undefined) return;
    if (last.current !== undefined && last.current !== state)
      announce(words.run.announceState(words.states[state].toLowerCase()));
    last.current = state;
  }, [state]);
}
