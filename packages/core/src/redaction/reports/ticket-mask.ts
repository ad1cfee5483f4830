import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../../profile/compile.ts';
import { findPersonal, type Knowledge } from '../find-personal.ts';
import { learnFrom } from '../learn.ts';
import type { Personal } from '../personal.ts';
import { placeholdersIn, type RedactedType } from '../placeholder.ts';
import { PlaceholderTable } from '../placeholder-table.ts';
import type { ReadText, ReadTexts } from '../read-text.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { type SplicedText, splice } from './spliced-text.ts';

/** What stays hidden in reports. */
export interface MaskRules {
  readonly types: ReadonlySet<RedactedType>;
  /** In place of people's names. Undefined: names are shown. */
  readonly pseudonyms: Pseudonyms | undefined;
  /** Texts that come again in ticket after ticket: what the engine says. */
  readonly texts: ReadTexts;
}

/** Masks the texts of one ticket, and what is said about it. */
export class TicketMask {
  readonly #rules: MaskRules;
  readonly #profile: CompiledProfile;
  readonly #knowledge: Knowledge;
  readonly #placeholders: PlaceholderTable;
  readonly #masked = new Map<string, SplicedText>();

  constructor(ticket: Ticket, profile: CompiledProfile, rules: MaskRules) {
    const { knowledge, texts } = learnFrom(ticket, profile);
    this.#rules = rules;
    this.#profile = profile;
    this.#knowledge = knowledge;
    this.#placeholders = new PlaceholderTable(texts.flatMap(({ clean }) => placeholdersIn(clean.text)));
  }

  /** The value of a field that holds a person. */
  person(value: string): string {
    const { pseudonyms } = this.#rules;
    return pseudonyms === undefined || value.trim() === '' ? value : pseudonyms(this.#profile.nameOf(value.trim()));
  }

  /** Any text, as it may be shown. */
  text(text: string): string {
    return this.spliced(text).text;
  }

  /** A text with where its words went. */
  spliced(text: string): SplicedText {
    let masked = this.#masked.get(text);
    if (masked === undefined) {
      masked = this.#mask(this.#rules.texts.get(text));
      this.#masked.set(text, masked);
    }
    return masked;
  }

  #mask({ original, clean, shapes }: ReadText): SplicedText {
    const hidden = findPersonal(clean.text, shapes, this.#knowledge).filter(({ type }) => this.#rules.types.has(type));
    const splices = hidden.map((value) => ({
      start: clean.originalOffset(value.start),
      end: clean.originalOffset(value.end - 1) + 1,
      by: this.#instead(value, clean.text),
    }));
    return splice(original, splices);
  }

  #instead({ type, key, start, end }: Personal, text: string): string {
    const { pseudonyms } = this.#rules;
    if (type === 'PERSON' && pseudonyms !== undefined)
      return pseudonyms(this.#knowledge.people.nameOf(Number(key)) || text.slice(start, end));
    return this.#placeholders.placeholderOf(type, key, text.slice(start, end));
  }
}
