import { findClosingConsent } from '../../../work/closing-consent.ts';
import { countUnansweredAttempts, ENOUGH_ATTEMPTS } from '../../../work/contact-attempts.ts';
import { isForeign } from '../../../work/foreign-notes.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { languageNotSupported, met, notApplicable, notMetByAbsence } from '../replies.ts';

/** The user agreed to the closing, or asked for it. After enough attempts in vain to reach the user it does not apply. */
export const agreedToClose = defineCheckSignal({
  id: 'agreed-to-close',
  description: 'The user agreed that the ticket is closed, or asked for it. Asking the user is not enough.',
  answer(check, { text, ticket }) {
    const consent = findClosingConsent(text.passages(check.fields), ticket);
    if (consent !== undefined) return met([consent], 'The user agreed to the closing.');
    if (countUnansweredAttempts(text, check.fields) >= ENOUGH_ATTEMPTS)
      return notApplicable('Three attempts to reach the user stayed unanswered.');
    return isForeign(text.passages(check.fields)) ? languageNotSupported() : notMetByAbsence(check);
  },
});
