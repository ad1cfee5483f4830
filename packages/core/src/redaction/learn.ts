import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import type { Knowledge } from './find-personal.ts';
import { KnownValues } from './known-values.ts';
import { NameIndex } from './people/name-index.ts';
import { namesInFields } from './people/names-told.ts';
import { type ReadText, readText } from './read-text.ts';
import { ticketTexts } from './ticket-texts.ts';
import { guardedWords, vocabularyOf } from './vocabulary.ts';

/** What a ticket tells about the people and values in it. */
export interface Learnt {
  readonly knowledge: Knowledge;
  /** The names that its fields hold, the caller's first. */
  readonly recorded: readonly string[];
  /** Its texts, in order. */
  readonly texts: readonly ReadText[];
}

/** Reads a whole ticket for the people and values in it, so that each is known wherever it stands. */
export function learnFrom(ticket: Ticket, profile: CompiledProfile): Learnt {
  const texts = ticketTexts(ticket).map(({ text }) => readText(text));
  const vocabulary = vocabularyOf(profile);
  const people = new NameIndex(guardedWords(ticket, vocabulary), vocabulary.people);
  const values = new KnownValues();
  const recorded = namesInFields(ticket, profile);
  for (const name of recorded) people.add(name);
  for (const { names } of texts) for (const name of names) people.addTold(name);
  for (const { clean, told } of texts) {
    for (const value of told) values.add(value, clean.text.slice(value.start, value.end));
  }
  return { knowledge: { people, values, kept: vocabulary.kept }, recorded, texts };
}
