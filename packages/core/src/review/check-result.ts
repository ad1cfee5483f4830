import { notSearchable } from '../export-facts/exported.ts';
import type { CheckReply, Judge, JudgeContext } from '../judge/judge.ts';
import type { Check } from '../rubric/schema.ts';
import type { CheckResult, Missing, UnscoredReason } from '../verdict.ts';
import type { EvidenceLocator } from './locate-evidence.ts';
import { notExportedDetail } from './unscored.ts';

/** Turns a judge's reply into a result, as far as it is proved: met by a quote, not met by a quote or a stated absence. */
export function checkResult(
  check: Check,
  reply: CheckReply | undefined,
  method: Judge['method'],
  locate: EvidenceLocator,
  { ticket }: JudgeContext,
): CheckResult {
  const votes = reply?.votes !== undefined && { votes: { ...reply.votes } };
  const base = { id: check.id, title: check.title, method, ...votes } as const;
  const open = (reason: UnscoredReason, rationale: string): CheckResult => ({
    ...base,
    answer: 'cannot-assess',
    reason,
    rationale,
    evidence: [],
    confidence: 'low',
  });
  if (reply === undefined) return open('undecided', 'The judge did not answer.');
  if (reply.value === 'cannot-assess') return open(reply.reason ?? 'undecided', reply.rationale);

  const evidence = locate(reply.quotes, check.fields);
  const answered = { ...base, answer: reply.value, rationale: reply.rationale, evidence, confidence: reply.confidence };
  if (reply.value === 'not-applicable') return answered;
  const missing = reply.value === 'not-met' ? absence(check, reply, evidence.length > 0) : undefined;
  if (missing === undefined && evidence.length === 0)
    return open('evidence-not-found', 'The judge’s quote does not stand in the ticket.');
  const unseen = notSearchable(ticket, missing ?? []);
  if (unseen.length > 0) return open('field-not-exported', notExportedDetail(unseen));
  return missing === undefined ? answered : { ...answered, missing };
}

/** The absences that a loss rests on: as stated, or, without any proof by quote, of the element from all its fields. */
function absence(check: Check, reply: CheckReply, hasQuote: boolean): Missing[] | undefined {
  if (reply.missing !== undefined && reply.missing.length > 0) return [...reply.missing];
  return hasQuote || check.notMetBy === 'quote' ? undefined : [{ element: check.title, searched: check.fields }];
}
