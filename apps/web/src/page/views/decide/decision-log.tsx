import type { DecisionEntry, ReviewCriterion } from '../../../api/index.ts';
import { levelName, moment } from '../../format.ts';
import { words } from '../../words/index.ts';

const { decide } = words;

interface DecisionLogProps {
  readonly criterion: ReviewCriterion;
  /** About the criterion, oldest first. */
  readonly entries: readonly DecisionEntry[];
}

/** Everything that people decided about a criterion: nothing of it is ever taken away. */
export function DecisionLog({ criterion, entries }: DecisionLogProps) {
  if (entries.length === 0) return null;
  return (
    <section class="card" aria-labelledby="log">
      <h2 id="log">{decide.history}</h2>
      <p class="hint log-note">{decide.historyNote}</p>
      <ol class="lines log">
        {entries.map((entry, place) => (
          <li key={place}>
            <p>{headline(entry)}</p>
            {entry.reason !== '' && <p dir="auto">{entry.reason}</p>}
            {entry.on !== criterion.on && <p class="hint">{decide.outdated}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `Overruled by Ada, 2 Mar 2026, 10:15: Pass`. */
export function headline({ by, at, outcome }: DecisionEntry): string {
  switch (outcome.kind) {
    case 'accept':
      return decide.accepted(by, moment(at));
    case 'withdraw':
      return decide.withdrawn(by, moment(at));
    case 'not-applicable':
      return `${decide.overruled(by, moment(at))}: ${decide.doesNotApply}`;
    case 'overrule':
      return `${decide.overruled(by, moment(at))}: ${levelName(outcome.levelId)}`;
  }
}
