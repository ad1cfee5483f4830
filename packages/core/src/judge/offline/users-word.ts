import { countUnansweredAttempts, ENOUGH_ATTEMPTS } from '../../resolution/contact-attempts.ts';
import { isForeign } from '../../resolution/foreign-notes.ts';
import type { NoteReading } from '../../resolution/read-note.ts';
import type { Check } from '../../rubric/schema.ts';
import type { TicketText } from '../../text/ticket-text.ts';
import type { CheckReply } from '../judge.ts';
import { replyByNote } from './note-reply.ts';
import { languageNotSupported, notApplicable } from './replies.ts';

/** The answer to a check that asks for the user's own word. After enough attempts in vain to reach the user it does not apply. */
export function answerByUsersWord(check: Check, text: TicketText, word: NoteReading, rationale: string): CheckReply {
  if (word.isTold) return replyByNote(check, word, rationale);
  if (countUnansweredAttempts(text, check.fields) >= ENOUGH_ATTEMPTS)
    return notApplicable('Three attempts to reach the user stayed unanswered.');
  return isForeign(text.passages(check.fields)) ? languageNotSupported() : replyByNote(check, word, rationale);
}
