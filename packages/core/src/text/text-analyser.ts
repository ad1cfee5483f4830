import { type FormLine, formLinesOf } from './form-lines.ts';
import { Lexicon, type Matches, spansIn, type WordSpan } from './lexicon.ts';
import { clausesOf, type Modality, modalityOf } from './modality.ts';
import type { PhraseSet } from './phrases.ts';
import { searchSpans } from './search-spans.ts';
import { blocksOf, sentencesOf } from './sentences.ts';
import type { Span } from './spans.ts';
import { isAsciiWordUnit, type Words, wordsOf } from './words.ts';

const HAS_WORD = /[\p{L}\p{N}]/u;
/** In title case so many words have a capital at least, and so many to one that has none. */
const FEWEST_CAPITALS = 5;
const SMALL_SHARE = 6;

/** What can be known of a sentence from its text alone. Each part is worked out when it is first asked for. */
export class AnalysedSentence {
  readonly text: string;
  readonly isQuestion: boolean;
  readonly #lexicon: Lexicon;
  #words: Words | undefined;
  #clauses: readonly number[] | undefined;
  #matches: Matches | undefined;
  #lexiconSize = 0;
  #isInTitleCase: boolean | undefined;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.isQuestion = text.endsWith('?') || text.endsWith('?"');
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

  /** Where phrases of each set stand that has joined the lexicon by now. */
  get matches(): Matches {
    if (this.#matches === undefined || this.#lexiconSize !== this.#lexicon.size) {
      this.#matches = this.#lexicon.match(this.words);
      this.#lexiconSize = this.#lexicon.size;
    }
    return this.#matches;
  }

  /** Where phrases of the set stand. */
  spans(set: PhraseSet): readonly WordSpan[] {
    if (set.isSeldom) return searchSpans(this.words, set);
    this.#lexicon.placeOf(set);
    return spansIn(this.matches, set);
  }

  /** The text of a span, in UTF-16 offsets into the sentence. */
  textSpan({ from, to }: WordSpan): Span {
    return { start: this.words.starts[from] ?? 0, end: this.words.ends[to - 1] ?? 0 };
  }

  /** Nearly Every Word Has A Capital: capitals mark no names here. */
  get isInTitleCase(): boolean {
    this.#isInTitleCase ??= isTitleCase(this);
    return this.#isInTitleCase;
  }

  /** A word as it is written; empty where there is none. */
  wordAt(at: number): string {
    return this.text.slice(this.words.starts[at] ?? this.text.length, this.words.ends[at]);
  }

  modality(span: WordSpan): Modality {
    return modalityOf(this, span);
  }
}

function isTitleCase(sentence: AnalysedSentence): boolean {
  let capitals = 0;
  let small = 0;
  for (let at = 0; at < sentence.words.starts.length; at++) {
    const word = sentence.wordAt(at);
    if (/^\p{Lu}\p{Ll}/u.test(word)) capitals++;
    else if (/^\p{Ll}/u.test(word)) small++;
  }
  return capitals >= FEWEST_CAPITALS && small * SMALL_SHARE <= capitals;
}

/** A sentence where it stands in a passage. */
export interface Sentence extends Span {
  readonly analysis: AnalysedSentence;
}

/** A text cut up: sentences and form lines, each in order, with offsets into it. */
export interface AnalysedText {
  readonly sentences: readonly Sentence[];
  readonly formLines: readonly FormLine[];
}

/** Cuts and analyses text. One analyser serves a whole run: the lexicon learns in it. */
export class TextAnalyser {
  readonly lexicon = new Lexicon();

  analyse(text: string): AnalysedText {
    const sentences: Sentence[] = [];
    const formLines: FormLine[] = [];
    for (const block of blocksOf(text)) {
      for (const { start, end } of sentencesOf(text, block)) {
        const sentence = text.slice(start, end);
        if (hasWord(sentence)) sentences.push({ start, end, analysis: new AnalysedSentence(sentence, this.lexicon) });
      }
      addFormLines(text, block, formLines);
    }
    return { sentences, formLines };
  }
}

/** The form lines of a whole text, in order. */
export function formLinesIn(text: string): FormLine[] {
  const formLines: FormLine[] = [];
  for (const block of blocksOf(text)) addFormLines(text, block, formLines);
  return formLines;
}

/** Nearly every sentence begins with a plain letter or digit: the expression is for the others. */
function hasWord(sentence: string): boolean {
  return isAsciiWordUnit(sentence.charCodeAt(0)) || HAS_WORD.test(sentence);
}

/** A block is one line, or several that were wrapped. */
function addFormLines(text: string, block: Span, found: FormLine[]): void {
  for (let at = block.start; at < block.end; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 || next > block.end ? block.end : next;
    for (const line of formLinesOf(text, { start: at, end })) found.push(line);
    at = end + 1;
  }
}
