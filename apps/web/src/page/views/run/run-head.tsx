import type { ComponentChildren } from 'preact';
import type { Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { amount, moment } from '../../format.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { profileTitle, rubricTitles, runTitle } from '../../parts/run-summary.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { Title } from '../../parts/title.tsx';
import { Link } from '../../routing/link.tsx';
import { RUN_VIEWS, type RunView } from '../../routing/route.ts';
import { useApp } from '../../state/app.ts';
import { canDecide, type Feed, isOver } from '../../state/run-feed.ts';
import { useAction } from '../../state/use-action.ts';
import { words } from '../../words/index.ts';

interface RunHeadProps {
  readonly run: Run;
  readonly view: RunView;
  readonly connection: Feed['connection'];
  readonly onChange: (run: Run) => void;
  /** What can be done with the part that is shown. */
  readonly children: ComponentChildren;
}

/** What stands above all parts of a run: what it is of, how it stands, and the way to its parts. */
export function RunHead({ run, view, connection, onChange, children }: RunHeadProps) {
  const { catalogue } = useApp();
  const facts = [
    rubricTitles(run, catalogue).join(', '),
    words.run.profile(profileTitle(run, catalogue)),
    words.run.judge(run.model?.model ?? null),
    words.run.started(moment(run.startedAt ?? run.createdAt)),
  ];
  return (
    <header class="run-head">
      <div class="run-title">
        <Title text={runTitle(run)} />
        <StateChip state={run.state} />
      </div>
      <ul class="byline">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {connection === 'lost' && (
        <p class="note note-part" role="status">
          {words.run.reconnecting}
        </p>
      )}
      <Stopped run={run} onChange={onChange} />
      <div class="parts">
        <nav class="links tabs" aria-label={words.run.views}>
          {RUN_VIEWS.filter((one) => one !== 'decide' || canDecide(run)).map((one) => (
            <Link
              key={one}
              to={{ name: 'run', run: run.id, view: one }}
              {...(one === view ? { 'aria-current': 'page' } : {})}
            >
              {one === 'results' && !isOver(run) ? words.run.progress : words.run[one]}
            </Link>
          ))}
        </nav>
        {children}
      </div>
    </header>
  );
}

/** Why a run is not finished, and how to go on. */
function Stopped({ run, onChange }: Pick<RunHeadProps, 'run' | 'onChange'>) {
  const { openSettings, session } = useApp();
  const resume = useAction(async (retryUnscored: boolean) => onChange(await requests.resume(run.id, retryUnscored)));
  if (!isOver(run)) return null;
  // A model's failed answers leave tickets without a score: they can be asked for again.
  const hasOpen = run.model !== null && run.problems > 0 && run.summaries.some(({ partial }) => partial > 0);
  if (run.state === 'finished' && !hasOpen) return null;
  const total = run.total === null ? words.unknown : amount(run.total);
  const needsModel = run.model !== null && session.model.current === null;
  return (
    <div class={run.state === 'finished' ? '' : `note ${run.state === 'failed' ? 'note-bad' : 'note-part'} note-row`}>
      {run.state !== 'finished' && (
        <p>
          {run.error !== null ? (
            <>
              <strong>{run.error.message}</strong> {run.error.hint}
            </>
          ) : run.state === 'cancelled' ? (
            words.run.cancelled(amount(run.done), total)
          ) : run.state === 'interrupted' ? (
            words.run.interrupted
          ) : (
            words.run.failed
          )}
        </p>
      )}
      <p class="actions">
        {run.state !== 'failed' && (
          <button
            type="button"
            class="button"
            disabled={resume.isBusy}
            onClick={() => resume.run(run.state === 'finished')}
          >
            {resume.isBusy ? words.run.resuming : run.state === 'finished' ? words.run.retry : words.run.resume}
          </button>
        )}
        {needsModel && (
          <button type="button" class="button" onClick={openSettings}>
            {words.prepare.setUpModel}
          </button>
        )}
      </p>
      <FailureNote failure={resume.failure} />
    </div>
  );
}
