import type { Confidence, Evidence, UnscoredReason } from '../../verdict.ts';
import type { GradeReply } from '../judge.ts';

/** A level, and the words that show it. */
export function graded(
  level: string,
  quotes: readonly Evidence[],
  rationale: string,
  confidence: Confidence,
): GradeReply {
  return { value: level, quotes, rationale, confidence };
}

/** The criterion does not apply, and these words show it. */
export function waived(quotes: readonly Evidence[], rationale: string): GradeReply {
  return { value: 'not-applicable', quotes, rationale, confidence: 'medium' };
}

/** Nothing in the ticket answers the question. */
export function unanswered(rationale: string, reason: UnscoredReason = 'undecided'): GradeReply {
  return { value: 'cannot-assess', quotes: [], rationale, confidence: 'low', reason };
}
