import type { NoteReading } from '../../resolution/read-note.ts';
import type { Check } from '../../rubric/schema.ts';
import type { CheckReply } from '../judge.ts';
import { met, notMetByAbsence } from './replies.ts';

/** The check is met by words of a note, or by none; then those are shown that come nearest, if any do. */
export function replyByNote(check: Check, reading: NoteReading, rationale: string): CheckReply {
  if (reading.isTold) {
    const { evidence, confidence } = reading;
    return met(
      [evidence],
      confidence === 'low' ? `${rationale} The words may be read otherwise.` : rationale,
      confidence,
    );
  }
  const { nearest, confidence } = reading;
  if (nearest === undefined) return notMetByAbsence(check, [], confidence);
  const reply = notMetByAbsence(check, [nearest], confidence);
  return { ...reply, rationale: `${reply.rationale} The words quoted come nearest to it, and may be read otherwise.` };
}
