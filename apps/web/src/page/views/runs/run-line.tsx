import type { Run } from '../../../api/index.ts';
import { moment, percent } from '../../format.ts';
import { rubricTitles, runTitle } from '../../parts/run-summary.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { Link } from '../../routing/link.tsx';
import { useApp } from '../../state/app.ts';
import { words } from '../../words/index.ts';

/** A run in short: its exports, when and on what, and what came of it. */
export function RunLine({ run }: { readonly run: Run }) {
  const { catalogue } = useApp();
  const result = run.summaries.length === 1 ? run.summaries[0] : undefined;
  const facts = [
    moment(run.createdAt),
    rubricTitles(run, catalogue).join(', '),
    words.run.judge(run.model?.model ?? null),
    words.runs.tickets(run.done, run.total),
  ];
  if (result && result.passRate !== null) facts.push(words.runs.passed(percent(result.passRate)));
  if (result && result.meanPercent !== null) facts.push(words.runs.mean(percent(result.meanPercent)));
  return (
    <div class="run-line">
      <p class="run-name">
        <Link to={{ name: 'run', run: run.id, view: 'results' }}>{runTitle(run)}</Link> <StateChip state={run.state} />
      </p>
      <ul class="byline">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
