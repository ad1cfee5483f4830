import type { Decided, ReviewScorecard } from '../../../api/index.ts';
import { amount, percent } from '../../format.ts';
import { words } from '../../words/index.ts';
import { totalText } from './standing.ts';

const { decide } = words;

/** What a decision did to the totals. */
export interface TotalsChangeProps {
  /** The scorecard before it and after it. */
  readonly before: ReviewScorecard;
  readonly after: ReviewScorecard;
  /** Of the run, where they are known. */
  readonly run: Decided['totals'] | undefined;
}

/** What changed with a decision: in the ticket, and in the run. */
export function TotalsChange({ before, after, run }: TotalsChangeProps) {
  const { bands } = after.rubric;
  const share = (value: number | null) => (value === null ? words.unknown : percent(value));
  const all: [string, string, string][] = [
    [decide.totals.ticket, totalText(before.current, bands), totalText(after.current, bands)],
  ];
  if (run !== undefined)
    all.push(
      [decide.totals.passed, share(run.before.passRate), share(run.after.passRate)],
      [decide.totals.mean, share(run.before.meanPercent), share(run.after.meanPercent)],
      [decide.totals.review, amount(run.before.needsReview), amount(run.after.needsReview)],
    );
  const changed = all.filter(([, was, is]) => was !== is);
  if (changed.length === 0) return <p>{decide.unchanged}</p>;
  return (
    <table class="sheet changes">
      <caption>{decide.changed}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{decide.columns.before}</th>
          <th scope="col">{decide.columns.after}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(([what, was, is]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{was}</td>
            <td>
              <strong>{is}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
