import type { Evidence } from '../verdict.ts';
import type { Modality } from './modality.ts';
import type { PhraseSet } from './phrases.ts';
import { overlapping, type Span } from './spans.ts';
import type { Hit, Sentence } from './text-analyser.ts';
import type { Passage } from './ticket-text.ts';

/** A phrase found in a ticket. */
export interface Found {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly hit: Hit;
  readonly modality: Modality;
}

/**
 * Phrases of a set in these passages, in reading order, whose presentation is accepted. What stands in a signature, a
 * mail header, or the label of a form line that is blank or answered with no, is passed over.
 */
export function* findPhrases(
  passages: readonly Passage[],
  set: PhraseSet,
  accepts: (modality: Modality) => boolean,
): Generator<Found> {
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      for (const hit of sentence.analysis.hits(set)) {
        const modality = sentence.analysis.modality(hit.words);
        if (!accepts(modality)) continue;
        const span = { start: sentence.start + hit.start, end: sentence.start + hit.end };
        if (overlapping(passage.signatures, span) !== undefined || isDeniedLabel(passage, span)) continue;
        yield { passage, sentence, hit, modality };
      }
    }
  }
}

/** The first of {@link findPhrases}. */
export function findPhrase(
  passages: readonly Passage[],
  set: PhraseSet,
  accepts: (modality: Modality) => boolean,
): Found | undefined {
  for (const found of findPhrases(passages, set, accepts)) return found;
  return undefined;
}

/** The evidence for a find: its words, or its whole sentence where one word says too little. */
export function evidenceOf({ passage, sentence, hit }: Found): Evidence {
  const oneWord = hit.words.to - hit.words.from < 2;
  const start = oneWord ? sentence.start : sentence.start + hit.start;
  const end = oneWord ? sentence.end : sentence.start + hit.end;
  return quote(passage, { start, end });
}

/** Evidence for a stretch of a passage. */
export function quote(passage: Passage, { start, end }: Span): Evidence {
  return {
    field: passage.field,
    ...(passage.entry === undefined ? {} : { entry: passage.entry }),
    start,
    end,
    quote: passage.text.slice(start, end),
  };
}

/** Evidence for the whole value of a text field. */
export function quoteField(field: string, value: string): Evidence {
  return { field, start: 0, end: value.length, quote: value };
}

/** `VIP: No`, `Laptop lost -`: the label names it, the answer denies it or leaves it open. */
function isDeniedLabel({ formLines }: Passage, span: Span): boolean {
  const line = overlapping(formLines, span);
  return (
    line !== undefined &&
    (line.answer === 'no' || line.answer === 'blank') &&
    line.start <= span.start &&
    span.end <= line.labelEnd
  );
}
