import type { GradeQuestion, GradeReply, Judge } from '../judge/judge.ts';
import type { Verdict } from '../verdict.ts';
import type { EvidenceLocator } from './locate-evidence.ts';
import { unscored } from './unscored.ts';

/** A grade's verdict. A criterion is waived only where the judge may do so, and with a quote. */
export function gradeVerdict(
  { criterion, levels, mayWaive }: GradeQuestion,
  reply: GradeReply | undefined,
  method: Judge['method'],
  locate: EvidenceLocator,
): Verdict {
  if (reply === undefined) return unscored(criterion, 'undecided', 'The judge did not answer.', levels);
  const votes = reply.votes !== undefined && { votes: { ...reply.votes } };
  if (reply.value === 'cannot-assess')
    return { ...unscored(criterion, reply.reason ?? 'undecided', reply.rationale, levels), ...votes };

  const evidence = locate(reply.quotes, criterion.fields);
  const lostQuote = evidence.length === 0 && reply.quotes.length > 0;
  if (lostQuote)
    return unscored(criterion, 'evidence-not-found', 'The judge’s quote does not stand in the ticket.', levels);
  if (reply.value === 'not-applicable') {
    if (mayWaive && evidence.length > 0) return { status: 'not-applicable', rationale: reply.rationale, evidence };
    return {
      ...unscored(criterion, 'undecided', 'The judge may not waive this without proof.', levels),
      ...(mayWaive && { mayNotApply: true }),
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
    ...votes,
  };
}
