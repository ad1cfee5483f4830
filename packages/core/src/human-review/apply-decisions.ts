import { adviceOf } from '../coaching/advice-of.ts';
import { coachingOf } from '../coaching/coaching-of.ts';
import type { Rubric } from '../rubric/schema.ts';
import type { CriterionResult, HumanDecision, Scorecard } from '../scorecard/schema.ts';
import { findLevel } from '../scoring/points.ts';
import { scoreTicket } from '../scoring/score-ticket.ts';
import type { Verdict } from '../verdict.ts';
import { type Decision, verdictKey } from './decision.ts';

/**
 * A scorecard under the decisions of people. What they overrule is scored anew, and what the machine said stays beside it:
 * in `human` of the criterion and of the scorecard. Decisions on another verdict than the scorecard's do not hold.
 *
 * @param card As the machine made it.
 * @param decisions Those about this ticket and rubric, in the order of the log. The last one on a criterion counts.
 */
export function applyDecisions(card: Scorecard, rubric: Rubric, decisions: readonly Decision[]): Scorecard {
  const standing = standingDecisions(card, rubric, decisions);
  if (standing.size === 0) return card;
  const score = scoreTicket(
    rubric,
    card.criteria.map(({ id, verdict }) => decided(verdict, standing.get(id))),
  );
  const criteria = score.criteria.map((line, index): CriterionResult => {
    const machine = card.criteria[index];
    const criterion = rubric.criteria[index];
    const decision = standing.get(line.id);
    if (machine === undefined || criterion === undefined || decision === undefined)
      return machine ?? { ...line, coaching: [] };
    return { ...line, coaching: coachingOf(criterion, line.verdict), human: humanOf(decision, machine) };
  });
  const { criteria: _, ...totals } = score;
  return {
    ...card,
    ...totals,
    needsReview: card.needsReview.filter((id) => !standing.has(id)),
    criteria,
    ...adviceOf(rubric, criteria),
    human: { machine: totalsOf(card) },
  };
}

/** The decisions that hold, by criterion. */
function standingDecisions(
  { ticket, rubric: { id: rubricId }, criteria }: Scorecard,
  rubric: Rubric,
  decisions: readonly Decision[],
): ReadonlyMap<string, Decision> {
  const standing = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.ticket !== ticket.number || decision.rubric !== rubricId) continue;
    const line = criteria.find(({ id }) => id === decision.criterion);
    const criterion = rubric.criteria.find(({ id }) => id === decision.criterion);
    if (line === undefined || criterion === undefined) continue;
    const { outcome } = decision;
    const fits =
      decision.on === verdictKey(line.verdict) &&
      (outcome.kind !== 'overrule' || findLevel(criterion, outcome.levelId) !== undefined);
    if (outcome.kind === 'withdraw' || !fits) standing.delete(decision.criterion);
    else standing.set(decision.criterion, decision);
  }
  return standing;
}

function decided(verdict: Verdict, decision: Decision | undefined): Verdict {
  switch (decision?.outcome.kind) {
    case 'overrule':
      return {
        status: 'scored',
        levelId: decision.outcome.levelId,
        method: 'human',
        confidence: 'high',
        rationale: decision.reason,
        evidence: 'evidence' in verdict ? (verdict.evidence ?? []) : [],
      };
    case 'not-applicable':
      return { status: 'not-applicable', rationale: decision.reason };
    default:
      return verdict;
  }
}

function humanOf({ outcome, by, at, reason }: Decision, machine: CriterionResult): HumanDecision {
  const { verdict, points, possible, deduction, autoFail } = machine;
  const decision = { by, at, ...(reason !== '' && { reason }) };
  if (outcome.kind === 'accept') return { ...decision, outcome: 'accepted' };
  return { ...decision, outcome: 'overruled', machine: { verdict, points, possible, deduction, autoFail } };
}

function totalsOf({ status, score, range, calculated, deductions, band, passed, autoFailedBy }: Scorecard) {
  return { status, score, range, calculated, deductions, band, passed, autoFailedBy };
}
