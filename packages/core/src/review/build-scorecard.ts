import type { Ticket } from '@tqrs/parser';
import { adviceOf } from '../coaching/advice-of.ts';
import { coachingOf } from '../coaching/coaching-of.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import type { CompiledRubric } from '../rubric/compiled-rubric.ts';
import type { Criterion } from '../rubric/schema.ts';
import type { CriterionResult, Finding, Provenance, Scorecard, Usage } from '../scorecard/schema.ts';
import { isGate } from '../scoring/points.ts';
import { type CriterionLine, scoreTicket } from '../scoring/score-ticket.ts';
import type { UnscoredReason, Verdict } from '../verdict.ts';

/** What a scorecard needs beside the verdicts. */
export interface CardSource {
  readonly ticket: Ticket;
  /** What the ticket shows beside its criteria, at no cost. */
  readonly findings: readonly Finding[];
  readonly rubric: CompiledRubric;
  readonly profile: CompiledProfile;
  readonly provenance: Provenance;
  readonly usage: Usage;
  /** Criteria that a person should look at whatever they came to. */
  readonly needsReview?: ReadonlySet<string>;
}

/** Makes the scorecard of a ticket. `verdicts` stand in the rubric's order. */
export function buildScorecard(verdicts: readonly Verdict[], source: CardSource): Scorecard {
  const { data: rubric, hash } = source.rubric;
  const score = scoreTicket(rubric, verdicts);
  const { criteria: lines } = score;
  const criteria = lines.map((line, index) => withCoaching(line, rubric.criteria[index]));
  return {
    schemaVersion: 1,
    ticket: identityOf(source.ticket, source.profile),
    rubric: { id: rubric.id, version: rubric.version, hash },
    status: score.status,
    score: score.score,
    range: score.range,
    calculated: score.calculated,
    deductions: score.deductions,
    band: score.band,
    passed: score.passed,
    autoFailedBy: score.autoFailedBy,
    needsReview: lines
      .filter((line, index) => source.needsReview?.has(line.id) || needsReview(line, rubric.criteria[index]))
      .map(({ id }) => id),
    criteria,
    notExamined: score.notExamined,
    findings: [...source.findings],
    ...adviceOf(rubric, criteria),
    provenance: source.provenance,
    usage: source.usage,
  };
}

function withCoaching(line: CriterionLine, criterion: Criterion | undefined): CriterionResult {
  return { ...line, coaching: criterion === undefined ? [] : coachingOf(criterion, line.verdict) };
}

/** Reasons that a person can resolve. A better export or a model resolves the others. */
const FOR_A_PERSON: ReadonlySet<UnscoredReason> = new Set([
  'needs-second-key',
  'evidence-not-found',
  'judge-failed',
  'refused',
  'filtered',
]);

function needsReview({ verdict }: CriterionLine, criterion: Criterion | undefined): boolean {
  if (verdict.status === 'unscored') return FOR_A_PERSON.has(verdict.reason);
  return verdict.status === 'scored' && verdict.confidence === 'low' && criterion !== undefined && isGate(criterion);
}

function identityOf(ticket: Ticket, profile: CompiledProfile): Scorecard['ticket'] {
  const identity: Scorecard['ticket'] = { number: ticket.number };
  if (ticket.sysId) identity.sysId = ticket.sysId;
  if (ticket.assignedTo) identity.assignedTo = profile.nameOf(ticket.assignedTo);
  if (ticket.assignmentGroup) identity.assignmentGroup = profile.nameOf(ticket.assignmentGroup);
  if (ticket.contactType) identity.contactType = ticket.contactType;
  if (ticket.category) identity.category = ticket.category;
  const openedAt = ticket.openedAt?.instant ?? ticket.openedAt?.text;
  if (openedAt) identity.openedAt = openedAt;
  const closed = ticket.closedAt?.text ? ticket.closedAt : ticket.resolvedAt;
  const closedAt = closed?.instant ?? closed?.text;
  if (closedAt) identity.closedAt = closedAt;
  return identity;
}
