import type { GradeReply, Judge } from '../judge/judge.ts';
import type { Criterion } from '../rubric/schema.ts';
import type { Verdict } from '../verdict.ts';
import type { EvidenceLocator } from './locate-evidence.ts';
import { unscored } from './unscored.ts';

/** A grade's verdict. A criterion is waived only where the rubric lets the judge do so, and with a quote. */
export function gradeVerdict(
  criterion: Criterion,
  reply: GradeReply | undefined,
  method: Judge['method'],
  levels: readonly string[],
  locate: EvidenceLocator,
): Verdict {
  if (reply === undefined) return unscored(criterion, 'undecided', 'The judge did not answer.', levels);
  if (reply.value === 'cannot-assess') return unscored(criterion, reply.reason ?? 'undecided', reply.rationale, levels);

  const evidence = locate(reply.quotes, criterion.fields);
  const lostQuote = evidence.length === 0 && reply.quotes.length > 0;
  if (lostQuote)
    return unscored(criterion, 'evidence-not-found', 'The judge’s quote does not stand in the ticket.', levels);
  if (reply.value === 'not-applicable') {
    if (criterion.judgeMayWaive && evidence.length > 0)
      return { status: 'not-applicable', rationale: reply.rationale, evidence };
    return {
      ...unscored(criterion, 'undecided', 'The judge may not waive this without proof.', levels),
      ...(criterion.judgeMayWaive && { mayNotApply: true }),
    };
  }
  if (!levels.includes(reply.value))
    return unscored(criterion, 'judge-failed', 'The judge answered with a level that is not open.', levels);
  return {
    status: 'scored',
    levelId: reply.value,
    method,
    confidence: reply.confidence,
    rationale: reply.rationale,
    evidence,
    ...(reply.missing !== undefined && reply.missing.length > 0 && { missing: [...reply.missing] }),
    ...(reply.basis !== undefined && { basis: reply.basis }),
  };
}
