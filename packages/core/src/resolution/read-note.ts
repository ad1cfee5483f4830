import type { Ticket } from '@tqrs/parser';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { type Asked, likelihoodOf } from './learned/likelihood.ts';
import { type Extent, type NoteSentence, noteSentences } from './learned/note-sentences.ts';

/** What proves an answer, and whether its build was read or it is merely like sentences that people labelled. */
export interface NoteProof {
  readonly evidence: Evidence;
  readonly basis: 'read' | 'likened';
}

interface Limits {
  /** Less likely sentences do not count although they were read. */
  readonly refuse: number;
  /** More likely ones count although they were not. */
  readonly accept: number;
}

/** By how much else a sentence tells. Chosen on notes that were labelled for building. */
const LIMITS: Readonly<Record<Asked, Readonly<Record<Extent, Limits>>>> = {
  done: {
    ...everywhere({ refuse: 0.25, accept: 0.75 }),
    labelled: { refuse: 0, accept: 0.5 },
    only: { refuse: 0.25, accept: 0.6 },
    long: { refuse: 0.05, accept: 0.75 },
    'run-on': { refuse: 0, accept: 0.75 },
  },
  confirmed: {
    ...everywhere({ refuse: 0.25, accept: 0.75 }),
    labelled: { refuse: 0.05, accept: 0.75 },
    'run-on': { refuse: 0, accept: 1 },
  },
  agreed: {
    ...everywhere({ refuse: 0, accept: 0.85 }),
    'run-on': { refuse: 0, accept: 1 },
  },
};

function everywhere(limits: Limits): Record<Extent, Limits> {
  return { labelled: limits, only: limits, short: limits, long: limits, 'run-on': limits };
}

const notes = new WeakMap<readonly Passage[], readonly NoteSentence[]>();

/** Where a note tells what is asked. Undefined: nowhere. */
export function proofInNote(asked: Asked, passages: readonly Passage[], ticket: Ticket): NoteProof | undefined {
  let sentences = notes.get(passages);
  if (sentences === undefined) {
    sentences = noteSentences(passages, ticket);
    notes.set(passages, sentences);
  }
  let likened: Evidence | undefined;
  for (const { read, evidence, isApart, speaksAgainst, features, extent, isPlain } of sentences) {
    const likelihood = likelihoodOf(asked, features);
    const { refuse, accept } = LIMITS[asked][extent];
    const known = read[asked];
    if (known !== undefined && (likelihood >= refuse || isPlain(asked))) return { evidence: known, basis: 'read' };
    if (likelihood > accept && !isApart && !speaksAgainst(asked)) likened ??= evidence;
  }
  return likened && { evidence: likened, basis: 'likened' };
}
