import { requests } from '../../api/requests.ts';
import { Link } from '../../routing/link.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import { words } from '../../words/index.ts';
import { RunLine } from '../runs/run-line.tsx';

const MOST = 3;

/** The latest runs, for those who come back. */
export function RecentRuns() {
  const { value } = useAnswer('recent', requests.runs);
  if (value === undefined || value.runs.length === 0) return null;
  return (
    <section class="card" aria-labelledby="recent">
      <div class="card-head">
        <h2 id="recent">{words.start.recent}</h2>
        <Link to={{ name: 'runs' }}>{words.start.allRuns}</Link>
      </div>
      <ul class="lines">
        {value.runs.slice(0, MOST).map((run) => (
          <li key={run.id}>
            <RunLine run={run} />
          </li>
        ))}
      </ul>
    </section>
  );
}
