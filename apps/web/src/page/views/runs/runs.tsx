import { useEffect, useState } from 'preact/hooks';
import type { Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { moment } from '../../format.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { runTitle } from '../../parts/run-summary.ts';
import { Title } from '../../parts/title.tsx';
import { Link } from '../../routing/link.tsx';
import { go } from '../../routing/use-route.ts';
import { useApp } from '../../state/app.ts';
import { isOver } from '../../state/run-feed.ts';
import { useAction } from '../../state/use-action.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { words } from '../../words/index.ts';
import { DeleteRun } from './delete-run.tsx';
import { RunLine } from './run-line.tsx';

const LOOK_AGAIN_MS = 3_000;
const RESUMABLE: ReadonlySet<Run['state']> = new Set(['cancelled', 'interrupted']);

/** All runs, to reopen, resume or delete. */
export function Runs() {
  const { announce } = useApp();
  const list = useAnswer('runs', requests.runs);
  const [doomed, setDoomed] = useState<Run>();
  const resume = useAction(async ({ id }: Run) => {
    await requests.resume(id);
    go({ name: 'run', run: id, view: 'results' });
  });
  const runs = list.value?.runs;
  const isMoving = runs?.some((run) => !isOver(run)) ?? false;
  useEffect(() => {
    if (!isMoving && list.failure === undefined) return undefined;
    const timer = setInterval(list.again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isMoving, list.failure, list.again]);
  return (
    <>
      <Title text={words.runs.title} />
      <FailureNote failure={list.failure ?? resume.failure} again={list.failure && list.again} />
      {runs === undefined && !list.failure && <p class="muted loading">{words.loading}</p>}
      {runs?.length === 0 && (
        <div class="card empty">
          <h2>{words.runs.none}</h2>
          <p class="muted">{words.runs.noneHint}</p>
          <p class="actions">
            <Link to={{ name: 'start' }} class="button button-main">
              {words.runs.first}
            </Link>
          </p>
        </div>
      )}
      {runs !== undefined && runs.length > 0 && (
        <ul class="card lines">
          {runs.map((run) => (
            <li key={run.id} class="run-row">
              <RunLine run={run} />
              <p class="actions">
                {RESUMABLE.has(run.state) && (
                  <button
                    type="button"
                    class="button"
                    aria-label={words.runs.resume(runTitle(run), moment(run.createdAt))}
                    disabled={resume.isBusy}
                    onClick={() => resume.run(run)}
                  >
                    {words.run.resume}
                  </button>
                )}
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={words.runs.deleteOf(runTitle(run), moment(run.createdAt))}
                  onClick={() => setDoomed(run)}
                >
                  {words.runs.delete}
                </button>
              </p>
            </li>
          ))}
        </ul>
      )}
      {doomed && (
        <DeleteRun
          run={doomed}
          onClose={() => setDoomed(undefined)}
          onDeleted={() => {
            list.put({ runs: (runs ?? []).filter(({ id }) => id !== doomed.id) });
            announce(words.runs.deleted);
            document.querySelector('h1')?.focus();
          }}
        />
      )}
    </>
  );
}
