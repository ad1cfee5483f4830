import { isForeign } from '../../../resolution/foreign-notes.ts';
import { proofInNote } from '../../../resolution/read-note.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { metByNote } from '../note-reply.ts';
import { languageNotSupported, notMetByAbsence } from '../replies.ts';

/** A statement of what was done, by whomever. "Fixed" is none, and neither is a cause, a plan or a request. */
export const whatWasDone = defineCheckSignal({
  id: 'what-was-done',
  description:
    'A statement of something that was done: "reset the password", "cache cleared", "guided the user through …".',
  answer(check, { text, ticket }) {
    const passages = text.passages(check.fields);
    const proof = proofInNote('done', passages, ticket);
    if (proof === undefined) return isForeign(passages) ? languageNotSupported() : notMetByAbsence(check);
    return metByNote(proof, 'Says what was done.');
  },
});
