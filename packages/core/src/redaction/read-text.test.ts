import { expect, test } from 'vitest';
import { buildProfile } from '../testing/build.ts';
import { findPersonal } from './find-personal.ts';
import { KnownValues } from './known-values.ts';
import { NameIndex } from './people/name-index.ts';
import { readText } from './read-text.ts';
import { vocabularyOf } from './vocabulary.ts';

const SHORT = 'Ada: call 555-0123';

function personalIn(text: string, names: readonly string[]) {
  const people = new NameIndex(new Set(), vocabularyOf(buildProfile()).people);
  for (const name of names) people.add(name);
  const knowledge = { people, values: new KnownValues(), kept: new KnownValues() };
  return findPersonal(text, readText(text).shapes, knowledge).map(({ type }) => type);
}

test('a short text is read once', () => {
  expect(readText(SHORT)).toBe(readText(`${SHORT}`));
  expect(readText('a longer text '.repeat(10))).not.toBe(readText('a longer text '.repeat(10)));
});

test('what one ticket knows of it is no part of it', () => {
  expect(personalIn(SHORT, ['Ada Example'])).toEqual(['PERSON', 'PHONE']);
  expect(personalIn(SHORT, [])).toEqual(['PHONE']);
});
