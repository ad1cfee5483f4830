import { BoundedCache } from './bounded-cache.ts';
import { type FormLine, formLinesOf } from './form-lines.ts';
import { Lexicon, type WordSpan } from './lexicon.ts';
import { clausesOf, type Modality, modalityOf } from './modality.ts';
import type { PhraseSet } from './phrases.ts';
import { blocksOf, sentencesOf } from './sentences.ts';
import type { Span } from './spans.ts';
import { type Words, wordsOf } from './words.ts';

/** Distinct sentences and lines kept per generation. Tickets repeat theirs. */
const CACHED = 4096;
const HAS_WORD = /[\p{L}\p{N}]/u;

/** A phrase found in a sentence. Offsets point into the sentence. */
export interface Hit extends Span {
  readonly words: WordSpan;
}

/** What can be known of a sentence from its text alone. Shared by every place where it stands. */
export class AnalysedSentence {
  readonly text: string;
  readonly isQuestion: boolean;
  readonly #lexicon: Lexicon;
  #words: Words | undefined;
  #clauses: readonly number[] | undefined;
  #spans: ReadonlyMap<PhraseSet, readonly WordSpan[]> | undefined;
  #lexiconSize = 0;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.isQuestion = text.endsWith('?');
    this.#lexicon = lexicon;
  }

  get words(): Words {
    this.#words ??= wordsOf(this.text);
    return this.#words;
  }

  get clauses(): readonly number[] {
    this.#clauses ??= clausesOf(this.text, this.words);
    return this.#clauses;
  }

  /** Where phrases of the set stand, as word positions. */
  spans(set: PhraseSet): readonly WordSpan[] {
    this.#lexicon.add(set);
    if (this.#spans === undefined || this.#lexiconSize !== this.#lexicon.size) {
      this.#spans = this.#lexicon.match(this.words);
      this.#lexiconSize = this.#lexicon.size;
    }
    return this.#spans.get(set) ?? NO_SPANS;
  }

  /** Where phrases of the set stand. */
  hits(set: PhraseSet): readonly Hit[] {
    const spans = this.spans(set);
    if (spans.length === 0) return NO_HITS;
    return spans.map((words) => ({
      words,
      start: this.words.starts[words.from] ?? 0,
      end: this.words.ends[words.to - 1] ?? 0,
    }));
  }

  modality(span: WordSpan): Modality {
    return modalityOf(this, span);
  }
}

const NO_SPANS: readonly WordSpan[] = [];
const NO_HITS: readonly Hit[] = [];

/** A sentence where it stands in a passage. */
export interface Sentence extends Span {
  readonly analysis: AnalysedSentence;
}

/** Cuts and analyses text, remembering what it has seen. One analyser serves a whole run. */
export class TextAnalyser {
  readonly #lexicon = new Lexicon();
  readonly #sentences = new BoundedCache<string, AnalysedSentence>(CACHED);
  readonly #blocks = new BoundedCache<string, readonly Sentence[]>(CACHED);
  readonly #forms = new BoundedCache<string, readonly FormLine[]>(CACHED);

  sentences(text: string): Sentence[] {
    const sentences: Sentence[] = [];
    for (const block of blocksOf(text)) {
      for (const { start, end, analysis } of this.#block(text.slice(block.start, block.end))) {
        sentences.push({ start: start + block.start, end: end + block.start, analysis });
      }
    }
    return sentences;
  }

  formLines(text: string): FormLine[] {
    const lines: FormLine[] = [];
    for (let at = 0; at <= text.length; ) {
      const found = text.indexOf('\n', at);
      const end = found < 0 ? text.length : found;
      for (const line of this.#formLine(text.slice(at, end))) lines.push(shift(line, at));
      at = end + 1;
    }
    return lines;
  }

  #block(text: string): readonly Sentence[] {
    const known = this.#blocks.get(text);
    if (known !== undefined) return known;
    const sentences: Sentence[] = [];
    for (const { start, end } of sentencesOf(text, { start: 0, end: text.length })) {
      const sentence = text.slice(start, end);
      if (HAS_WORD.test(sentence)) sentences.push({ start, end, analysis: this.#sentence(sentence) });
    }
    this.#blocks.set(text, sentences);
    return sentences;
  }

  #sentence(text: string): AnalysedSentence {
    const known = this.#sentences.get(text);
    if (known !== undefined) return known;
    const analysed = new AnalysedSentence(text, this.#lexicon);
    this.#sentences.set(text, analysed);
    return analysed;
  }

  #formLine(line: string): readonly FormLine[] {
    const known = this.#forms.get(line);
    if (known !== undefined) return known;
    const span = lineSpan(line);
    const found = span.end > span.start ? formLinesOf(line, span) : [];
    this.#forms.set(line, found);
    return found;
  }
}

/** The line without its indent and bullet. */
function lineSpan(line: string): Span {
  const lead = /^\s{0,200}(?:(?:[-*•·–>]|\d{1,2}[.)])\s+)?/.exec(line)?.[0].length ?? 0;
  let end = line.length;
  while (end > lead && line.charCodeAt(end - 1) <= 32) end--;
  return { start: lead, end };
}

function shift(line: FormLine, by: number): FormLine {
  return {
    ...line,
    start: line.start + by,
    end: line.end + by,
    labelEnd: line.labelEnd + by,
    valueStart: line.valueStart + by,
    valueEnd: line.valueEnd + by,
  };
}
