import type { Ticket } from '@tqrs/parser';
import type { Passage } from '../text/ticket-text.ts';
import type { Confidence, Evidence } from '../verdict.ts';
import type { Asked } from './learned/likelihood.ts';
import { type Extent, type NoteSentence, noteSentences } from './learned/note-sentences.ts';

/**
 * What a note tells of what is asked. Where it does not tell it, `nearest` are words that another reader may well take for it.
 * The confidence says how often a careful reader of such notes comes to the same: nearly always, mostly, or not much more
 * often than not.
 */
export type NoteReading =
  | { readonly isTold: true; readonly evidence: Evidence; readonly confidence: Confidence }
  | { readonly isTold: false; readonly nearest?: Evidence; readonly confidence: Confidence };

interface Limits {
  /** Less likely sentences do not count although they were read. */
  readonly refuse: number;
  /** Less likely ones that count because they were read may well be read otherwise. */
  readonly doubt: number;
  /** More likely ones count although they were not. */
  readonly accept: number;
}

/** By how much else a sentence tells. Chosen on notes that were labelled for building. */
const LIMITS: Readonly<Record<Asked, Readonly<Record<Extent, Limits>>>> = {
  done: {
    labelled: { refuse: 0, doubt: 0, accept: 0.5 },
    only: { refuse: 0.25, doubt: 0.25, accept: 0.6 },
    short: { refuse: 0.25, doubt: 0.5, accept: 0.75 },
    long: { refuse: 0.05, doubt: 0.25, accept: 0.75 },
    'run-on': { refuse: 0, doubt: 0, accept: 0.75 },
  },
  confirmed: {
    ...everywhere({ refuse: 0.25, doubt: 0.8, accept: 0.75 }),
    labelled: { refuse: 0.05, doubt: 0.8, accept: 0.75 },
    'run-on': { refuse: 0, doubt: 0.8, accept: 1 },
  },
  agreed: {
    ...everywhere({ refuse: 0, doubt: 0.5, accept: 0.85 }),
    'run-on': { refuse: 0, doubt: 0.5, accept: 1 },
  },
};
/** From this likelihood on it is told surely. */
const SURE = 0.8;
/** The same where it is put so plainly that hardly anybody reads it otherwise. */
const SURELY_PLAIN = 0.25;
/** What is only like other sentences may well be read otherwise below this, and is never sure. */
const LIKENED_DOUBT = 0.9;
/** From which likelihood of the nearest sentence on it is not surely told nowhere, and may well be told there. */
const UNTOLD: Readonly<Record<Asked, { readonly unsure: number; readonly near: number }>> = {
  done: { unsure: 0.15, near: 0.3 },
  confirmed: { unsure: 0.3, near: 0.5 },
  agreed: { unsure: 0.3, near: 0.5 },
};

function everywhere(limits: Limits): Record<Extent, Limits> {
  return { labelled: limits, only: limits, short: limits, long: limits, 'run-on': limits };
}

const notes = new WeakMap<readonly Passage[], readonly NoteSentence[]>();

/** Reads whether a note tells what is asked, and where. */
export function readNote(asked: Asked, passages: readonly Passage[], ticket: Ticket): NoteReading {
  let sentences = notes.get(passages);
  if (sentences === undefined) {
    sentences = noteSentences(passages, ticket);
    notes.set(passages, sentences);
  }
  let likened: NoteReading | undefined;
  for (const sentence of sentences) {
    const likelihood = sentence.likelihood(asked);
    const { refuse, doubt, accept } = LIMITS[asked][sentence.extent];
    const known = sentence.read[asked];
    const isPlain = known !== undefined && likelihood < SURE && sentence.isPlain(asked);
    if (known !== undefined && (isPlain || likelihood >= refuse))
      return told(known, isPlain ? confidenceOf(likelihood, SURELY_PLAIN, 0) : confidenceOf(likelihood, SURE, doubt));
    if (likelihood > accept && !sentence.isApart && !sentence.speaksAgainst(asked))
      likened ??= told(sentence.evidence, confidenceOf(likelihood, Number.POSITIVE_INFINITY, LIKENED_DOUBT));
  }
  return likened ?? untold(asked, sentences);
}

function confidenceOf(likelihood: number, sure: number, doubt: number): Confidence {
  if (likelihood >= sure) return 'high';
  return likelihood >= doubt ? 'medium' : 'low';
}

function told(evidence: Evidence, confidence: Confidence): NoteReading {
  return { isTold: true, evidence, confidence };
}

function untold(asked: Asked, sentences: readonly NoteSentence[]): NoteReading {
  const { unsure, near } = UNTOLD[asked];
  let nearest: { readonly evidence: Evidence; readonly likelihood: number } | undefined;
  for (const sentence of sentences) {
    const likelihood = sentence.likelihood(asked);
    if (likelihood < unsure || likelihood <= (nearest?.likelihood ?? 0)) continue;
    if (sentence.read[asked] !== undefined || !(sentence.isApart || sentence.speaksAgainst(asked)))
      nearest = { evidence: sentence.evidence, likelihood };
  }
  if (nearest === undefined) return { isTold: false, confidence: 'high' };
  if (nearest.likelihood < near) return { isTold: false, confidence: 'medium' };
  return { isTold: false, nearest: nearest.evidence, confidence: 'low' };
}
