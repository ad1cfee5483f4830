import { findActions } from '../../../resolution/find-actions.ts';
import { isForeign } from '../../../resolution/foreign-notes.ts';
import { quote } from '../../../text/find.ts';
import { defineCheckSignal } from '../define-signal.ts';
import { languageNotSupported, met, notMetByAbsence } from '../replies.ts';

/** A statement of what was done, by whomever. "Fixed" is none, and neither is a cause, a plan or a request. */
export const whatWasDone = defineCheckSignal({
  id: 'what-was-done',
  description:
    'A statement of something that was done: "reset the password", "cache cleared", "guided the user through …".',
  answer(check, { text }) {
    const passages = text.passages(check.fields);
    const [action] = findActions(passages);
    if (action === undefined) return isForeign(passages) ? languageNotSupported() : notMetByAbsence(check);
    return met([quote(action.passage, action.sentence)], 'Says what was done.');
  },
});
