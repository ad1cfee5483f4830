import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import { findPersonal, type Knowledge } from './find-personal.ts';
import { learnFrom } from './learn.ts';
import { MaskedText } from './masked-text.ts';
import { placeholder, placeholdersIn } from './placeholder.ts';
import { PlaceholderTable, type RedactionCounts } from './placeholder-table.ts';
import { type ReadText, readText } from './read-text.ts';

/** The placeholders of one ticket: they go out in place of personal values, and come back as the ticket's own words. */
export interface Redaction {
  /**
   * A text of the ticket, or any other, with placeholders (`[PERSON_1]`) for personal values and without what nobody can
   * see. The same value has the same placeholder, however it is written. Masking what is masked changes nothing.
   */
  mask(text: string): string;
  /**
   * The ticket's own words behind a quote of masked text. Case, spacing and cut placeholders do no harm where the quote
   * stands in a text that was masked; a quote from nowhere keeps its words, and its placeholders become their values.
   *
   * @param within The unmasked text that the quote is from. Without it, all texts that were masked are searched in order.
   */
  restore(quote: string, within?: string): string;
  /** How many different values were found in the ticket, by type. */
  readonly counts: RedactionCounts;
}

/**
 * Prepares the redaction of one ticket. Names come from the ticket's people, journal and chat headers, form lines, mail
 * headers and sign-offs, and from the profile; no capitalised word is taken for one by guessing. Pure: the same ticket and
 * profile give the same placeholders.
 */
export function redactTicket(ticket: Ticket, profile: CompiledProfile): Redaction {
  const { texts, recorded, knowledge } = learnFrom(ticket, profile);
  const table = new PlaceholderTable(texts.flatMap(({ clean }) => placeholdersIn(clean.text)));
  const redaction = new TicketRedaction(table, knowledge);
  // The caller is the first person, wherever the ticket names others.
  for (const name of recorded) redaction.mask(name);
  for (const text of texts) redaction.enter(text);
  return redaction;
}

/** See {@link Redaction}. */
export class TicketRedaction implements Redaction {
  readonly #table: PlaceholderTable;
  readonly #knowledge: Knowledge;
  readonly #masked = new Map<string, MaskedText>();
  /** What came out: it goes in unchanged. */
  readonly #outputs = new Set<string>();

  constructor(table: PlaceholderTable, knowledge: Knowledge) {
    this.#table = table;
    this.#knowledge = knowledge;
  }

  get counts(): RedactionCounts {
    return this.#table.counts;
  }

  /** A text masked, with the way back. */
  maskedText(text: string): MaskedText {
    return this.#masked.get(text) ?? this.enter(readText(text));
  }

  /** Masks a text that was read already, and remembers it. */
  enter({ original, clean, shapes }: ReadText): MaskedText {
    const replacements = findPersonal(clean.text, shapes, this.#knowledge).map(({ type, key, start, end }) => ({
      start,
      end,
      placeholder: this.#table.placeholderOf(type, key, clean.text.slice(start, end)),
    }));
    const masked = new MaskedText(original, clean, replacements);
    this.#masked.set(original, masked);
    this.#outputs.add(masked.text);
    return masked;
  }

  mask(text: string): string {
    return this.#outputs.has(text) ? text : this.maskedText(text).text;
  }

  restore(quote: string, within?: string): string {
    const texts = within === undefined ? this.#masked.values() : [this.maskedText(within)];
    const tidied = this.#tidied(quote);
    for (const text of texts) {
      const original = text.originalOf(quote) ?? (tidied === quote ? undefined : text.originalOf(tidied));
      if (original !== undefined) return original;
    }
    return this.#filled(quote);
  }

  /** A quote with its placeholders as they were sent. */
  #tidied(quote: string): string {
    return this.#replace(quote, (type, number) => placeholder(type, number));
  }

  #filled(quote: string): string {
    return this.#replace(quote, (type, number) => this.#table.valueOf({ type, number }) ?? '');
  }

  #replace(text: string, write: (...of: Parameters<typeof placeholder>) => string): string {
    let from = 0;
    let out = '';
    for (const found of placeholdersIn(text)) {
      if (this.#table.valueOf(found) === undefined) continue;
      out += text.slice(from, found.start) + write(found.type, found.number);
      from = found.end;
    }
    return out + text.slice(from);
  }
}
