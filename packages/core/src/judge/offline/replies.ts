import type { Check } from '../../rubric/schema.ts';
import type { Confidence, Evidence } from '../../verdict.ts';
import type { CheckReply } from '../judge.ts';

/** The check is met, and these words show it. */
export function met(quotes: readonly Evidence[], rationale: string, confidence: Confidence = 'high'): CheckReply {
  return { value: 'met', quotes, rationale, confidence };
}

/** The check is not met, and these words show it. */
export function notMetByQuote(
  quotes: readonly Evidence[],
  rationale: string,
  confidence: Confidence = 'medium',
): CheckReply {
  return { value: 'not-met', quotes, rationale, confidence };
}

/** The check is not met: its element stands in none of its fields. */
export function notMetByAbsence(
  check: Check,
  quotes: readonly Evidence[] = [],
  confidence: Confidence = 'high',
): CheckReply {
  return {
    value: 'not-met',
    quotes,
    missing: [{ element: check.title, searched: check.fields }],
    rationale: `Not found: ${check.title}.`,
    confidence,
  };
}

/** The check does not apply to this ticket. */
export function notApplicable(rationale: string): CheckReply {
  return { value: 'not-applicable', quotes: [], rationale, confidence: 'medium' };
}

/** The text is in a language that the signals cannot read: what was not found may stand there all the same. */
export function languageNotSupported(): CheckReply {
  return {
    value: 'cannot-assess',
    quotes: [],
    rationale: 'The text is not in English.',
    confidence: 'low',
    reason: 'language-not-supported',
  };
}
