import { readField, type Ticket } from '@tqrs/parser';
import type { FormLine } from './form-lines.ts';
import { type Lexicon, spansIn, type WordSpan } from './lexicon.ts';
import type { Remembering } from './once.ts';
import type { PhraseSet } from './phrases.ts';
import { signaturesOf } from './signature.ts';
import type { Span } from './spans.ts';
import type { Sentence, TextAnalyser } from './text-analyser.ts';

/** Longer fields are read up to here. In UTF-16 units. */
const LONGEST_FIELD = 200_000;

/** A phrase found in a passage. */
export interface Hit {
  readonly sentence: Sentence;
  readonly words: WordSpan;
}

/** The text of one field, or of one journal entry, cut into sentences and form lines when first asked. */
export class Passage implements Remembering {
  readonly field: string;
  readonly entry: number | undefined;
  readonly text: string;
  /** Where `text` begins in the field: not 0 for a {@link part}. */
  readonly offset: number;
  readonly known: unknown[] = [];
  readonly #analyser: TextAnalyser;
  #analysed: { readonly sentences: readonly Sentence[]; readonly formLines: readonly FormLine[] } | undefined;
  /** A bit for each set of the lexicon, by its place: whether the text holds a phrase of it. */
  #present: Uint32Array = NOTHING;
  #lexiconSize = 0;
  #hits: Map<PhraseSet, readonly Hit[]> | undefined;
  #signatures: readonly Span[] | undefined;

  constructor(analyser: TextAnalyser, field: string, entry: number | undefined, text: string, offset = 0) {
    this.#analyser = analyser;
    this.field = field;
    this.entry = entry;
    this.offset = offset;
    this.text = text.length > LONGEST_FIELD ? text.slice(0, LONGEST_FIELD) : text;
  }

  /** A stretch of the passage, read by itself: what one person said. */
  part({ start, end }: Span): Passage {
    return new Passage(this.#analyser, this.field, this.entry, this.text.slice(start, end), this.offset + start);
  }

  get sentences(): readonly Sentence[] {
    this.#analysed ??= this.#analyser.analyse(this.text);
    return this.#analysed.sentences;
  }

  get formLines(): readonly FormLine[] {
    this.#analysed ??= this.#analyser.analyse(this.text);
    return this.#analysed.formLines;
  }

  /** Where phrases of the set stand, in reading order. Most sets have no phrase in a text: those cost a look at a bit. */
  hits(set: PhraseSet): readonly Hit[] {
    if (set.isSeldom)
      return this.sentences.flatMap((sentence) => sentence.analysis.spans(set).map((words) => ({ sentence, words })));
    const { lexicon } = this.#analyser;
    const place = lexicon.placeOf(set);
    if (this.#lexiconSize !== lexicon.size) {
      this.#present = setsIn(this.sentences, lexicon);
      this.#lexiconSize = lexicon.size;
    }
    if (((this.#present[place >>> 5] ?? 0) & (1 << (place & 31))) === 0) return NO_HITS;
    this.#hits ??= new Map();
    let hits = this.#hits.get(set);
    if (hits === undefined) {
      hits = hitsOf(set, this.sentences);
      this.#hits.set(set, hits);
    }
    return hits;
  }

  /** Sign-offs with the names below them, and header lines of pasted mails. */
  get signatures(): readonly Span[] {
    this.#signatures ??= signaturesOf(this.text);
    return this.#signatures;
  }
}

const NO_HITS: readonly Hit[] = [];

const NOTHING = new Uint32Array(0);

function setsIn(sentences: readonly Sentence[], lexicon: Lexicon): Uint32Array {
  const bits = new Uint32Array((lexicon.size + 31) >>> 5);
  for (const { analysis } of sentences) {
    for (const { set } of analysis.matches) {
      const place = lexicon.placeOf(set);
      const word = place >>> 5;
      bits[word] = (bits[word] ?? 0) | (1 << (place & 31));
    }
  }
  return bits;
}

function hitsOf(set: PhraseSet, sentences: readonly Sentence[]): Hit[] {
  const hits: Hit[] = [];
  for (const sentence of sentences) {
    for (const words of spansIn(sentence.analysis.matches, set)) hits.push({ sentence, words });
  }
  return hits;
}

/** A ticket's prose, analysed on demand. */
export class TicketText implements Remembering {
  readonly ticket: Ticket;
  readonly known: unknown[] = [];
  readonly #analyser: TextAnalyser;
  readonly #passages = new Map<string, readonly Passage[]>();
  /** The lists of fields that were asked for, and the passages of each. Few: going through them is quicker than a map. */
  readonly #lists: (readonly string[])[] = [];
  readonly #listed: (readonly Passage[])[] = [];

  constructor(ticket: Ticket, analyser: TextAnalyser) {
    this.ticket = ticket;
    this.#analyser = analyser;
  }

  /** Lets sets join at once that will be asked for: one by one, each would have the sentences matched anew. */
  expect(sets: readonly PhraseSet[]): void {
    for (const set of sets) this.#analyser.lexicon.placeOf(set);
  }

  /** The passages of the exported, filled fields among these, in the order named. Lists that are asked often stay known. */
  passages(fields: readonly string[]): readonly Passage[] {
    const [only] = fields;
    if (fields.length === 1 && only !== undefined) return this.#passagesOf(only);
    const at = this.#lists.indexOf(fields);
    const known = at < 0 ? undefined : this.#listed[at];
    if (known !== undefined) return known;
    const passages = fields.flatMap((field) => this.#passagesOf(field));
    this.#lists.push(fields);
    this.#listed.push(passages);
    return passages;
  }

  #passagesOf(field: string): readonly Passage[] {
    const known = this.#passages.get(field);
    if (known !== undefined) return known;
    const passages = this.#read(field);
    this.#passages.set(field, passages);
    return passages;
  }

  #read(field: string): Passage[] {
    if (field === 'workNotes' || field === 'comments') {
      const passages: Passage[] = [];
      this.ticket[field]?.forEach(({ text }, entry) => {
        if (text.trim() !== '') passages.push(new Passage(this.#analyser, field, entry, text));
      });
      return passages;
    }
    const text = readField(this.ticket, field);
    return text === undefined || text.trim() === '' ? [] : [new Passage(this.#analyser, field, undefined, text)];
  }
}
