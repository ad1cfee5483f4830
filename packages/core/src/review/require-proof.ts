import type { Ticket } from '@tqrs/parser';
import { notSearchable } from '../export-facts/exported.ts';
import type { Criterion } from '../rubric/schema.ts';
import { findLevel, losesSomething } from '../scoring/points.ts';
import type { ScoredVerdict, UnscoredReason, Verdict } from '../verdict.ts';
import { standing } from './standing-evidence.ts';
import { notExportedDetail, unscored } from './unscored.ts';

/**
 * Lets a verdict pass only as far as it is proved: quotes stand where they say, absences were looked for in exported
 * fields alone, and nothing is lost without either. What fails becomes unscored, never a silent loss.
 *
 * @param levels The levels that are still open.
 */
export function requireProof(
  criterion: Criterion,
  verdict: Verdict,
  ticket: Ticket,
  levels: readonly string[],
): Verdict {
  if (verdict.status === 'scored') return requireProofOfLevel(criterion, verdict, ticket, levels);
  if (verdict.status === 'unscored' && verdict.possibleLevels.some((id) => findLevel(criterion, id) === undefined)) {
    return unscored(criterion, 'judge-failed', 'Left a level open that the rubric does not have.');
  }
  if (verdict.evidence === undefined) return verdict;
  return { ...verdict, evidence: standing(ticket, verdict.evidence) };
}

function requireProofOfLevel(
  criterion: Criterion,
  verdict: ScoredVerdict,
  ticket: Ticket,
  levels: readonly string[],
): Verdict {
  const open = (reason: UnscoredReason, detail: string): Verdict => ({
    ...unscored(criterion, reason, detail, levels),
    ...(verdict.checks !== undefined && { checks: verdict.checks }),
  });
  const level = findLevel(criterion, verdict.levelId);
  if (level === undefined) return open('judge-failed', 'Answered with a level that the rubric does not have.');

  const evidence = standing(ticket, verdict.evidence);
  const missing = verdict.missing ?? [];
  if (losesSomething(criterion, level)) {
    const unseen = notSearchable(ticket, missing);
    if (unseen.length > 0) return open('field-not-exported', notExportedDetail(unseen));
    if (evidence.length === 0 && missing.length === 0) {
      if (verdict.evidence.length > 0) return open('evidence-not-found', 'The quote does not stand in the ticket.');
      return open('undecided', 'Points would be lost without any proof.');
    }
  }
  const confidence = verdict.basis === 'presence' ? 'low' : verdict.confidence;
  return evidence === verdict.evidence && confidence === verdict.confidence
    ? verdict
    : { ...verdict, evidence, confidence };
}
