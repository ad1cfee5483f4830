import { describe, expect, test } from 'vitest';
import { type Catalogue, runSettingsSchema } from '../../api/index.ts';
import { type Choices, changesIn, defaultChoices, mistakesIn, settingsOf } from './choices.ts';

const catalogue = { defaults: { rubric: 'incident-logging', profile: 'default' } } as Catalogue;
const choose = (change: Partial<Choices> = {}): Choices => ({ ...defaultChoices(catalogue), ...change });

describe('choices', () => {
  test.each<[string, Partial<Choices>, object]>([
    ['nothing', {}, { judge: 'offline', spelling: true, selection: {} }],
    ['the first ones', { which: 'limit', count: '5', seed: 'x', stratify: 'group' }, { selection: { limit: 5 } }],
    [
      'a sample',
      { which: 'sample', count: '50', seed: ' 7 ', stratify: 'analyst', since: '2026-03-01' },
      { selection: { sample: 50, seed: '7', stratify: 'analyst', since: '2026-03-01' } },
    ],
    [
      'conditions and a language',
      { where: ' priority<=2\n\ncategory="A, B"\n', locale: 'en-GB' },
      { locale: 'en-GB', selection: { where: ['priority<=2', 'category="A, B"'] } },
    ],
    [
      'a model',
      { judge: 'model', redact: false, votes: 3, maxCost: '2.5' },
      { redact: false, votes: 3, maxCostUsd: 2.5 },
    ],
    ['no model any more', { judge: 'offline', redact: false, votes: 5, maxCost: '2' }, { redact: true, votes: 1 }],
  ])('of %s are settings that the server takes', (_, change, expected) => {
    const settings = runSettingsSchema.parse(settingsOf(choose(change)));
    expect(settings).toMatchObject(expected);
    expect(mistakesIn(choose(change))).toEqual([]);
  });

  test.each<[Partial<Choices>, string[]]>([
    [{ rubrics: [] }, ['rubrics']],
    [{ which: 'sample', count: '' }, ['count']],
    [{ which: 'limit', count: '1.5' }, ['count']],
    [{ which: 'all', count: 'x' }, []],
    [{ since: '2026-03-02', until: '2026-03-01' }, ['days']],
    [{ where: 'a=1\n'.repeat(21) }, ['where']],
    [{ where: 'a'.repeat(501) }, ['where']],
    [{ judge: 'model', maxCost: '0' }, ['maxCost']],
    [{ judge: 'offline', maxCost: '0' }, []],
  ])('%j: wrong is %j', (change, mistakes) => expect(mistakesIn(choose(change))).toEqual(mistakes));

  test('count as changes where they matter', () => {
    expect(changesIn(choose())).toBe(0);
    expect(changesIn(choose({ where: ' \n', locale: 'de' }))).toBe(1);
    expect(changesIn(choose({ which: 'sample', seed: '1', spelling: false, votes: 3 }))).toBe(3);
  });
});
