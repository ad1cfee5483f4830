import { isForeign } from '../../../resolution/foreign-notes.ts';
import { readNote } from '../../../resolution/read-note.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { replyByNote } from '../note-reply.ts';
import { languageNotSupported } from '../replies.ts';

/** A statement of what was done, by whomever. "Fixed" is none, and neither is a cause, a plan or a request. */
export const whatWasDone = defineCheckSignal({
  id: 'what-was-done',
  description:
    'A statement of something that was done: "reset the password", "cache cleared", "guided the user through …".',
  answer(check, { text, ticket }) {
    const passages = text.passages(check.fields);
    const reading = readNote('done', passages, ticket);
    if (!reading.isTold && isForeign(passages)) return languageNotSupported();
    return replyByNote(check, reading, 'Says what was done.');
  },
});
