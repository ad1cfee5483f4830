import { readNote } from '../../../resolution/read-note.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { answerByUsersWord } from '../users-word.ts';

/** The user agreed to the closing, or asked for it. */
export const agreedToClose = defineCheckSignal({
  id: 'agreed-to-close',
  description: 'The user agreed that the ticket is closed, or asked for it. Asking the user is not enough.',
  answer(check, { text, ticket }) {
    const consent = readNote('agreed', text.passages(check.fields), ticket);
    return answerByUsersWord(check, text, consent, 'The user agreed to the closing.');
  },
});
