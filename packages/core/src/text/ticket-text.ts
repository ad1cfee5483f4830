import { readField, type Ticket } from '@tqrs/parser';
import type { FormLine } from './form-lines.ts';
import type { WordSpan } from './lexicon.ts';
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
export class Passage {
  readonly field: string;
  readonly entry: number | undefined;
  readonly text: string;
  readonly #analyser: TextAnalyser;
  #analysed: { readonly sentences: readonly Sentence[]; readonly formLines: readonly FormLine[] } | undefined;
  #hits = new Map<PhraseSet, readonly Hit[]>();
  #lexiconSize = 0;
  #signatures: readonly Span[] | undefined;

  constructor(analyser: TextAnalyser, field: string, entry: number | undefined, text: string) {
    this.#analyser = analyser;
    this.field = field;
    this.entry = entry;
    this.text = text.length > LONGEST_FIELD ? text.slice(0, LONGEST_FIELD) : text;
  }

  get sentences(): readonly Sentence[] {
    this.#analysed ??= this.#analyser.analyse(this.text);
    return this.#analysed.sentences;
  }

  get formLines(): readonly FormLine[] {
    this.#analysed ??= this.#analyser.analyse(this.text);
    return this.#analysed.formLines;
  }

  /** Where phrases of the set stand, in reading order. */
  hits(set: PhraseSet): readonly Hit[] {
    const { lexicon } = this.#analyser;
    lexicon.add(set);
    if (this.#lexiconSize !== lexicon.size) {
      this.#hits = collectHits(this.sentences);
      this.#lexiconSize = lexicon.size;
    }
    return this.#hits.get(set) ?? NO_HITS;
  }

  /** Sign-offs with the names below them, and header lines of pasted mails. */
  get signatures(): readonly Span[] {
    this.#signatures ??= signaturesOf(this.text);
    return this.#signatures;
  }
}

const NO_HITS: readonly Hit[] = [];

/** Most sets have no phrase in a text, so the few hits are gathered once, and every further question is a look-up. */
function collectHits(sentences: readonly Sentence[]): Map<PhraseSet, Hit[]> {
  const hits = new Map<PhraseSet, Hit[]>();
  for (const sentence of sentences) {
    for (const { set, spans } of sentence.analysis.matches) {
      let found = hits.get(set);
      if (found === undefined) {
        found = [];
        hits.set(set, found);
      }
      for (const words of spans) found.push({ sentence, words });
    }
  }
  return hits;
}

/** A ticket's prose, analysed on demand. */
export class TicketText {
  readonly ticket: Ticket;
  readonly #analyser: TextAnalyser;
  readonly #passages = new Map<string, readonly Passage[]>();
  readonly #lists = new Map<readonly string[], readonly Passage[]>();

  constructor(ticket: Ticket, analyser: TextAnalyser) {
    this.ticket = ticket;
    this.#analyser = analyser;
  }

  /** The passages of the exported, filled fields among these, in the order named. Lists that are asked often stay known. */
  passages(fields: readonly string[]): readonly Passage[] {
    const known = this.#lists.get(fields);
    if (known !== undefined) return known;
    const passages = fields.flatMap((field) => this.#passagesOf(field));
    this.#lists.set(fields, passages);
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
      const entries = this.ticket[field] ?? [];
      return entries.flatMap(({ text }, entry) =>
        text.trim() === '' ? [] : [new Passage(this.#analyser, field, entry, text)],
      );
    }
    const text = readField(this.ticket, field);
    return text === undefined || text.trim() === '' ? [] : [new Passage(this.#analyser, field, undefined, text)];
  }
}
