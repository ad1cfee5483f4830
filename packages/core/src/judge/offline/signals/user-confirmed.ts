import { readNote } from '../../../resolution/read-note.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { answerByUsersWord } from '../users-word.ts';

/** The user confirmed that it works, or was seen using it. */
export const userConfirmed = defineCheckSignal({
  id: 'user-confirmed',
  description: 'The user said, showed or tested together with the analyst that it works. Nobody else can confirm it.',
  answer(check, { text, ticket }) {
    const confirmation = readNote('confirmed', text.passages(check.fields), ticket);
    return answerByUsersWord(check, text, confirmation, 'The user confirmed that it works.');
  },
});
