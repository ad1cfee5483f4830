import { extendableRubric, extendableRubrics, loadProfile, loadRubric } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { idFromPath, titleFromId } from './names.ts';
import { profileText } from './profile-text.ts';
import { rubricText } from './rubric-text.ts';

/** What an editor does to switch on the lines behind a single `#`. */
const switchedOn = (text: string) => text.replaceAll(/^( *)# (?!tqrs)/gm, '$1');
/** Below the head, whose lines are prose. */
const bodyOf = (text: string) => text.slice(text.indexOf('schemaVersion'));

describe('a new rubric', () => {
  test.each(extendableRubrics)('from %s is valid as it stands, and needs no model', (id) => {
    const { data, base, warnings } = loadRubric(rubricText('ours', extendableRubric(id)));
    expect(data.id).toBe('ours');
    expect(base?.id).toBe(id);
    expect(data.criteria.at(-1)?.id).toBe('ticket-number-told');
    expect(warnings).toEqual([]);
  });

  test.each(extendableRubrics)('from %s is valid with everything switched on', (id) => {
    const text = switchedOn(bodyOf(rubricText('ours', extendableRubric(id))));
    expect(loadRubric(text).data.passMark).toBe(extendableRubric(id).passMark);
  });
});

describe('a new profile', () => {
  test('is the default one under its own name', () => {
    const { data } = loadProfile(profileText('ours'));
    expect(data).toEqual({
      ...loadProfile({}).data,
      id: 'ours',
      title: 'Ours',
      description: 'Our organisation, as the tickets show it.',
    });
  });

  test('is valid with everything switched on, and every section is there', () => {
    const { data } = loadProfile(switchedOn(bodyOf(profileText('ours'))));
    const base: Readonly<Record<string, unknown>> = loadProfile({}).data;
    const same = Object.entries(data).filter(([key, value]) => JSON.stringify(value) === JSON.stringify(base[key]));
    expect(same.map(([key]) => key)).toEqual(['schemaVersion']);
  });
});

test.each([
  ['ours.yaml', 'ours'],
  ['some/Café desk (2).yml', 'cafe-desk-2'],
  ['incident-logging.yaml', 'our-incident-logging'],
  ['日本.yaml', 'ours'],
])('the id for %s is %s', (path, id) => {
  expect(idFromPath(path, extendableRubrics)).toBe(id);
});

test('a title is a text whatever the id looks like', () => {
  expect(titleFromId('front-desk')).toBe('"Front desk"');
  expect(loadProfile(profileText('123')).data.title).toBe('123');
});
