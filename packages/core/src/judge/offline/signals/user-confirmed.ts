import { countUnansweredAttempts, ENOUGH_ATTEMPTS } from '../../../work/contact-attempts.ts';
import { isForeign } from '../../../work/foreign-notes.ts';
import { findUserConfirmation } from '../../../work/user-confirmation.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { languageNotSupported, met, notApplicable, notMetByAbsence } from '../replies.ts';

/** The user confirmed that it works, or was seen using it. After enough attempts in vain to reach the user it does not apply. */
export const userConfirmed = defineCheckSignal({
  id: 'user-confirmed',
  description: 'The user said, showed or tested together with the analyst that it works. Nobody else can confirm it.',
  answer(check, { text, ticket }) {
    const confirmation = findUserConfirmation(text.passages(check.fields), ticket);
    if (confirmation !== undefined) return met([confirmation], 'The user confirmed that it works.');
    if (countUnansweredAttempts(text, check.fields) >= ENOUGH_ATTEMPTS)
      return notApplicable('Three attempts to reach the user stayed unanswered.');
    return isForeign(text.passages(check.fields)) ? languageNotSupported() : notMetByAbsence(check);
  },
});
