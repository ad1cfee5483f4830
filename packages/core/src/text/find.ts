import type { Evidence } from '../verdict.ts';
import type { WordSpan } from './lexicon.ts';
import type { Modality } from './modality.ts';
import type { PhraseSet } from './phrases.ts';
import { overlapping, type Span } from './spans.ts';
import type { Sentence } from './text-analyser.ts';
import type { Hit, Passage } from './ticket-text.ts';

/** A phrase found in a ticket. */
export interface Found {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly words: WordSpan;
  readonly modality: Modality;
}

/**
 * Phrases of a set in these passages, in reading order, whose presentation is accepted. What stands in a signature, a
 * mail header, or the label of a form line that is blank or answered with no, is passed over.
 */
export function findPhrases(
  passages: readonly Passage[],
  set: PhraseSet,
  accepts: (modality: Modality) => boolean,
): readonly Found[] {
  let all: Found[] | undefined;
  for (const passage of passages) {
    for (const hit of passage.hits(set)) {
      const found = accept(passage, hit, accepts);
      if (found === undefined) continue;
      if (all === undefined) all = [found];
      else all.push(found);
    }
  }
  return all ?? NOTHING_FOUND;
}

/** Most searches find nothing. */
const NOTHING_FOUND: readonly Found[] = [];

/** The first of {@link findPhrases}. */
export function findPhrase(
  passages: readonly Passage[],
  set: PhraseSet,
  accepts: (modality: Modality) => boolean,
): Found | undefined {
  for (const passage of passages) {
    for (const hit of passage.hits(set)) {
      const found = accept(passage, hit, accepts);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function accept(
  passage: Passage,
  { sentence, words }: Hit,
  accepts: (modality: Modality) => boolean,
): Found | undefined {
  const modality = sentence.analysis.modality(words);
  if (!accepts(modality)) return undefined;
  const found = { passage, sentence, words, modality };
  const span = spanOf(found);
  return overlapping(passage.signatures, span) === undefined && !isDeniedLabel(passage, span) ? found : undefined;
}

/** Where a find stands in its passage. */
export function spanOf({ sentence, words }: Found): Span {
  const { start, end } = sentence.analysis.textSpan(words);
  return { start: sentence.start + start, end: sentence.start + end };
}

/** The evidence for a find: its words, or its whole sentence where one word says too little. */
export function evidenceOf(found: Found): Evidence {
  const { passage, sentence, words } = found;
  return quote(passage, words.to - words.from < 2 ? sentence : spanOf(found));
}

/** Evidence for a stretch of a passage. */
export function quote({ field, entry, text, offset }: Passage, { start, end }: Span): Evidence {
  const place = { start: offset + start, end: offset + end, quote: text.slice(start, end) };
  return entry === undefined ? { field, ...place } : { field, entry, ...place };
}

/** Evidence for the whole value of a text field. */
export function quoteField(field: string, value: string): Evidence {
  return { field, start: 0, end: value.length, quote: value };
}

/**
 * `VIP: No`, `Laptop lost -`: the label names it, the answer denies it or leaves it open. A label that tells of a failure
 * (`Caller failed validation: wrong id`) is a statement whatever follows.
 */
function isDeniedLabel({ formLines }: Passage, span: Span): boolean {
  const line = overlapping(formLines, span);
  return (
    line !== undefined &&
    (line.answer === 'no' || line.answer === 'blank') &&
    line.start <= span.start &&
    !line.label.includes('fail') &&
    span.end <= line.labelEnd
  );
}
