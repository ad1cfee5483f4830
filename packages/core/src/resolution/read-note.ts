import type { Ticket } from '@tqrs/parser';
import type { Passage } from '../text/ticket-text.ts';
import type { Confidence, Evidence } from '../verdict.ts';
import { type Asked, likelihoodOf } from './learned/likelihood.ts';
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

/** From which likelihood on a sentence is told surely, and below which it may well be read otherwise. */
const TOLD = { read: { sure: 0.8, unsure: 0.5 }, likened: { sure: 1, unsure: 0.9 } } as const;
/** From which likelihood of the nearest sentence on it is not surely told nowhere, and may well be told there. */
const UNTOLD: Readonly<Record<Asked, { readonly unsure: number; readonly near: number }>> = {
  done: { unsure: 0.15, near: 0.3 },
  confirmed: { unsure: 0.3, near: 0.5 },
  agreed: { unsure: 0.3, near: 0.5 },
};

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
    const likelihood = likelihoodOf(asked, sentence.features);
    const { refuse, accept } = LIMITS[asked][sentence.extent];
    const known = sentence.read[asked];
    if (known !== undefined && (likelihood >= refuse || sentence.isPlain(asked)))
      return told(known, 'read', likelihood);
    if (likelihood > accept && !sentence.isApart && !sentence.speaksAgainst(asked))
      likened ??= told(sentence.evidence, 'likened', likelihood);
  }
  return likened ?? untold(asked, sentences);
}

function told(evidence: Evidence, basis: keyof typeof TOLD, likelihood: number): NoteReading {
  const { sure, unsure } = TOLD[basis];
  const confidence = likelihood >= sure ? 'high' : likelihood >= unsure ? 'medium' : 'low';
  return { isTold: true, evidence, confidence };
}

function untold(asked: Asked, sentences: readonly NoteSentence[]): NoteReading {
  const { unsure, near } = UNTOLD[asked];
  let nearest: { readonly evidence: Evidence; readonly likelihood: number } | undefined;
  for (const { evidence, read, isApart, speaksAgainst, features } of sentences) {
    const likelihood = likelihoodOf(asked, features);
    if (likelihood < unsure || likelihood <= (nearest?.likelihood ?? 0)) continue;
    if (read[asked] !== undefined || !(isApart || speaksAgainst(asked))) nearest = { evidence, likelihood };
  }
  if (nearest === undefined) return { isTold: false, confidence: 'high' };
  if (nearest.likelihood < near) return { isTold: false, confidence: 'medium' };
  return { isTold: false, nearest: nearest.evidence, confidence: 'low' };
}
