import type { NoteProof } from '../../resolution/read-note.ts';
import type { CheckReply } from '../judge.ts';
import { met } from './replies.ts';

/** The check is met by words of a note. What merely reads like notes that people labelled is said with less confidence. */
export function metByNote({ evidence, basis }: NoteProof, rationale: string): CheckReply {
  return met([evidence], rationale, basis === 'read' ? 'high' : 'medium');
}
