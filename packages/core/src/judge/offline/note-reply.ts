import type { NoteReading } from '../../resolution/read-note.ts';
import type { Check } from '../../rubric/schema.ts';
import type { CheckReply } from '../judge.ts';
import { met, notMetByAbsence } from './replies.ts';

/** The check is met by words of a note, or by none; then those are shown that come nearest, if any do. */
export function replyByNote(check: Check, reading: NoteReading, rationale: string): CheckReply {
  if (reading.isTold) return met([reading.evidence], rationale, reading.confidence);
  const { nearest, confidence } = reading;
  const reply = notMetByAbsence(check, nearest === undefined ? [] : [nearest], confidence);
  return nearest === undefined
    ? reply
    : { ...reply, rationale: `${reply.rationale} The words quoted come nearest to it, and may be read otherwise.` };
}
