import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import { wordsOf } from '../text/words.ts';
import { KnownValues } from './known-values.ts';
import { NameIndex } from './people/name-index.ts';
import { plainWord } from './people/person.ts';

/** Fields of a ticket that name places, groups and things. */
const FIELDS = [
  'location',
  'company',
  'assignmentGroup',
  'service',
  'serviceOffering',
  'configurationItem',
  'category',
  'subcategory',
] as const;

/** What a profile says of names and of what is none. */
interface Vocabulary {
  readonly people: NameIndex;
  /** Values and words that stay wherever they stand. */
  readonly kept: KnownValues;
  readonly words: readonly string[];
}

const vocabularies = new WeakMap<CompiledProfile, Vocabulary>();

/** Read once for each profile: its names may be many. */
export function vocabularyOf(profile: CompiledProfile): Vocabulary {
  const known = vocabularies.get(profile);
  if (known !== undefined) return known;
  const { redaction, locations, serviceDeskGroups, linesOfBusiness, applications } = profile.data;
  const people = new NameIndex(new Set());
  for (const name of redaction.names) people.add(name);
  const kept = new KnownValues();
  for (const value of redaction.keep) kept.add({ type: 'PERSON', key: '', start: 0, end: 0 }, value);
  const labels = [...linesOfBusiness, ...applications].flatMap(({ name, aliases }) => [name, ...aliases]);
  const words = [...locations, ...serviceDeskGroups, ...labels].flatMap(plainWords);
  const vocabulary = { people, kept, words };
  vocabularies.set(profile, vocabulary);
  return vocabulary;
}

/** Words of the places, groups and things that a ticket and its profile name: alone, they hardly name a person. */
export function guardedWords(ticket: Ticket, { words }: Vocabulary): ReadonlySet<string> {
  return new Set([...words, ...FIELDS.flatMap((field) => plainWords(ticket[field] ?? ''))]);
}

function plainWords(text: string): string[] {
  return wordsOf(text).folded.map(plainWord);
}
