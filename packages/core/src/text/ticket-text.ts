import { readField, type Ticket } from '@tqrs/parser';
import type { FormLine } from './form-lines.ts';
import { signaturesOf } from './signature.ts';
import type { Span } from './spans.ts';
import type { Sentence, TextAnalyser } from './text-analyser.ts';

/** Longer fields are read up to here. In UTF-16 units. */
const LONGEST_FIELD = 200_000;

/** The text of one field, or of one journal entry, cut into sentences and form lines when first asked. */
export class Passage {
  readonly field: string;
  readonly entry: number | undefined;
  readonly text: string;
  readonly #analyser: TextAnalyser;
  #sentences: readonly Sentence[] | undefined;
  #formLines: readonly FormLine[] | undefined;
  #signatures: readonly Span[] | undefined;

  constructor(analyser: TextAnalyser, field: string, entry: number | undefined, text: string) {
    this.#analyser = analyser;
    this.field = field;
    this.entry = entry;
    this.text = text.length > LONGEST_FIELD ? text.slice(0, LONGEST_FIELD) : text;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= this.#analyser.sentences(this.text);
    return this.#sentences;
  }

  get formLines(): readonly FormLine[] {
    this.#formLines ??= this.#analyser.formLines(this.text);
    return this.#formLines;
  }

  /** Sign-offs with the names below them, and header lines of pasted mails. */
  get signatures(): readonly Span[] {
    this.#signatures ??= signaturesOf(this.text);
    return this.#signatures;
  }
}

/** A ticket's prose, analysed on demand. */
export class TicketText {
  readonly ticket: Ticket;
  readonly #analyser: TextAnalyser;
  readonly #passages = new Map<string, readonly Passage[]>();

  constructor(ticket: Ticket, analyser: TextAnalyser) {
    this.ticket = ticket;
    this.#analyser = analyser;
  }

  /** The passages of the exported, filled fields among these, in the order named. */
  passages(fields: readonly string[]): readonly Passage[] {
    return fields.flatMap((field) => this.#passagesOf(field));
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
