import type { Ticket } from '@tqrs/parser';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { type Asked, likelihoodOf } from './learned/likelihood.ts';
import { type NoteSentence, noteSentences } from './learned/note-sentences.ts';

/** What proves an answer, and whether its build was read or it is merely like sentences that people labelled. */
export interface NoteProof {
  readonly evidence: Evidence;
  readonly basis: 'read' | 'likened';
}

/**
 * Up to which likelihood a sentence does not count although it was read, and from which one on it counts although it was
 * not. Chosen on notes that were labelled for building.
 */
const LIMITS: Readonly<Record<Asked, { readonly refuse: number; readonly accept: number }>> = {
  done: { refuse: 0.3, accept: 0.75 },
  confirmed: { refuse: 0.1, accept: 0.75 },
  agreed: { refuse: 0, accept: 0.75 },
};

const notes = new WeakMap<readonly Passage[], readonly NoteSentence[]>();

/** Where a note tells what is asked. Undefined: nowhere. */
export function proofInNote(asked: Asked, passages: readonly Passage[], ticket: Ticket): NoteProof | undefined {
  let sentences = notes.get(passages);
  if (sentences === undefined) {
    sentences = noteSentences(passages, ticket);
    notes.set(passages, sentences);
  }
  const { refuse, accept } = LIMITS[asked];
  let likened: Evidence | undefined;
  for (const { read, evidence, isApart, speaksAgainst, features } of sentences) {
    const likelihood = likelihoodOf(asked, features);
    const known = read[asked];
    if (known !== undefined && likelihood >= refuse) return { evidence: known, basis: 'read' };
    if (likelihood > accept && !isApart && !speaksAgainst(asked)) likened ??= evidence;
  }
  return likened && { evidence: likened, basis: 'likened' };
}
