import type { Tally } from '../../state/tally.ts';
import { words } from '../../words/index.ts';

const MOST = 20;

/** What could not be read or reviewed, the latest first. */
export function ProblemList({ tally }: { readonly tally: Tally }) {
  const shown = tally.problems.slice(-MOST).reverse();
  return (
    <section class="card" aria-labelledby="problems">
      <h2 id="problems">{words.run.problemsTitle}</h2>
      {tally.problemCount > shown.length && (
        <p class="muted">{words.run.problemsMore(shown.length, tally.problemCount)}</p>
      )}
      <ul class="problems">
        {shown.map(({ severity, message, hint, source, record, number }, place) => (
          <li key={place}>
            <span class={`toned tone-${severity === 'error' ? 'bad' : 'part'}`}>
              {words.run.problemKinds[severity]}
            </span>
            <p>
              <strong>{message}</strong> {hint}
            </p>
            <p class="muted">
              {[source, number, record === undefined ? undefined : words.found.record(record)]
                .filter((part) => part !== undefined && !message.includes(part))
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
