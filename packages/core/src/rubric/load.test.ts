import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCheckSignal, defineGradeSignal, type Signal } from '../judge/offline/define-signal.ts';
import { defineRule, type Rule } from '../rules/define-rule.ts';
import type { Registries } from './compiled-rubric.ts';
import { RubricError } from './errors.ts';
import { builtInRubrics, extendableRubric, extendableRubrics, loadBuiltInRubric, loadRubric } from './load.ts';

const rule = defineRule({
  id: 'blank',
  title: 'Blank',
  description: 'For tests.',
  requires: [],
  options: z.strictObject({ level: z.string(), most: z.number().default(3) }),
  levels: ({ level }) => [level],
  evaluate: () => ({ status: 'undecided' }),
});
const answer = { value: 'cannot-assess', quotes: [], rationale: '', confidence: 'low' } as const;
const signals: Signal[] = [
  defineCheckSignal({ id: 'number', description: 'For tests.', answer: () => answer }),
  defineGradeSignal({ id: 'fit', description: 'For tests.', answer: () => answer }),
];
const registries: Registries = {
  rules: new Map([[rule.id, rule as unknown as Rule]]),
  signals: new Map(signals.map((signal) => [signal.id, signal])),
};

const LEVELS = [
  { id: 'good', points: 10, descriptor: 'Good.' },
  { id: 'bad', points: 0, descriptor: 'Bad.' },
];
const CHECK = { id: 'one', title: 'one', question: 'One?', fields: ['description'], signal: 'number', coaching: 'Do.' };

function criterion(overrides: object = {}): object {
  return {
    id: 'tone',
    title: 'Tone',
    guidance: 'How it sounds.',
    fields: ['description'],
    levels: LEVELS,
    evaluator: { judge: { type: 'grade', question: 'How?', signal: 'fit' } },
    ...overrides,
  };
}

function rubric(overrides: object = {}): object {
  return {
    schemaVersion: 1,
    id: 'test',
    version: '1.0.0',
    title: 'Test',
    description: 'For tests.',
    passMark: 90,
    bands: [
      { id: 'high', title: 'High', from: 50 },
      { id: 'low', title: 'Low', from: 0 },
    ],
    criteria: [criterion()],
    ...overrides,
  };
}

const withJudge = (judge: object) => rubric({ criteria: [criterion({ evaluator: { judge } })] });
const withCheck = (check: object) =>
  withJudge({ type: 'checklist', levels: ['good', 'bad'], checks: [{ ...CHECK, ...check }] });
const withRule = (ref: object) => rubric({ criteria: [criterion({ evaluator: { rules: [ref] } })] });
const withLevels = (...levels: object[]) => rubric({ criteria: [criterion({ levels })] });

function issuesOf(input: string | object): string[] {
  try {
    loadRubric(input, { registries });
  } catch (error) {
    if (error instanceof RubricError) return error.issues.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe('loading a rubric', () => {
  test('finds its rules and parses their options', () => {
    const { criteria } = loadRubric(withRule({ use: 'blank', with: { level: 'bad' } }), { registries });
    expect(criteria[0]?.rules).toEqual([{ rule, options: { level: 'bad', most: 3 } }]);
  });

  test('reads YAML and JSON alike, and hashes what they say', () => {
    const json = loadRubric(JSON.stringify(rubric()), { registries });
    const data = loadRubric(rubric(), { registries });
    expect(json.hash).toBe(data.hash);
    expect(json.hash).not.toBe(loadRubric(rubric({ passMark: 80 }), { registries }).hash);
  });

  test('errors name the source, line, column, path, what is wrong and the cure', () => {
    const text = 'schemaVersion: 1\nid: test\nversion: 1.0\n';
    expect(() => loadRubric(text, { source: 'my.yaml', registries })).toThrow('The rubric my.yaml has 6 problems:');
    expect(() => loadRubric(text, { source: 'my.yaml', registries })).toThrow(
      'line 3, column 1, at version: "version" is a number, not a text. Put it in quotes: "1".',
    );
  });

  test('an error carries its source, code and issues', () => {
    const error = (() => {
      try {
        return loadRubric('{', { source: 'my.json', registries });
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toMatchObject({ name: 'RubricError', code: 'rubric-invalid', path: 'my.json' });
    expect((error as RubricError).issues[0]).toMatchObject({ line: 1, path: '' });
  });

  test('an unknown built-in rubric is an error that lists the known ones', () => {
    expect(() => loadBuiltInRubric('nope')).toThrow('incident-logging');
  });

  test('the gates can be extended, but score nothing by themselves', () => {
    expect(builtInRubrics).not.toContain('gates');
    expect(extendableRubrics).toEqual(['gates', ...builtInRubrics]);
    expect(extendableRubric('gates').criteria.map(({ id }) => id)).toEqual(['validation', 'critical-process']);
    expect(() => loadRubric(extendableRubric('gates'))).toThrow('no criterion has points to earn');
    expect(() => extendableRubric('gate')).toThrow('Did you mean "gates"?');
  });

  test('a document that expands without end is refused', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
    ].join('\n');
    expect(() => loadRubric(bomb, { registries })).toThrow('Write the values out instead of using aliases.');
  });
});

describe('a rubric is refused', () => {
  test.each<[string, string | object, string]>([
    ['a key written twice', 'id: a\nid: b', ': Map keys must be unique'],
    ['an unknown key', rubric({ passmark: 90 }), 'passmark: unknown key "passmark"'],
    ['an id with capitals', rubric({ id: 'Test' }), 'id: "Test" does not have the right form'],
    [
      'two criteria of one id',
      rubric({ criteria: [criterion(), criterion()] }),
      'criteria[1].id: the criterion id "tone" occurs twice',
    ],
    [
      'two levels of one id',
      withLevels(LEVELS[0] as object, LEVELS[0] as object),
      'criteria[0].levels[1].id: the level id "good" occurs twice',
    ],
    [
      'two bands of one id',
      rubric({
        bands: [
          { id: 'a', title: 'A', from: 50 },
          { id: 'a', title: 'A', from: 0 },
        ],
      }),
      'bands[1].id: the band id "a" occurs twice',
    ],
    [
      'bands in the wrong order',
      rubric({
        bands: [
          { id: 'low', title: 'L', from: 0 },
          { id: 'high', title: 'H', from: 50 },
        ],
      }),
      'bands[1].from: the band "high" starts at 50, not below "low" (0)',
    ],
    [
      'bands that leave a gap',
      rubric({ bands: [{ id: 'high', title: 'H', from: 50 }] }),
      'bands[0].from: the bands leave 0 to 50 percent uncovered',
    ],
    [
      'levels not best first by points',
      withLevels({ id: 'bad', points: 0, descriptor: 'B' }, { id: 'good', points: 5, descriptor: 'G' }),
      'criteria[0].levels[1]: the level "good" is better than "bad" above it',
    ],
    [
      'levels not best first by deduction',
      withLevels(
        { id: 'a', points: 5, descriptor: 'A' },
        { id: 'b', points: 0, deduction: 35, descriptor: 'B' },
        { id: 'c', points: 0, deduction: 15, descriptor: 'C' },
      ),
      'criteria[0].levels[2]: the level "c" is better than "b" above it',
    ],
    [
      'levels not best first by automatic fail',
      withLevels(
        { id: 'a', points: 5, descriptor: 'A' },
        { id: 'b', points: 0, autoFail: true, descriptor: 'B' },
        { id: 'c', points: 0, deduction: 35, descriptor: 'C' },
      ),
      'criteria[0].levels[2]: the level "c" is better than "b" above it',
    ],
    [
      'a best level with a deduction',
      withLevels(
        { id: 'a', points: 5, deduction: 1, descriptor: 'A' },
        { id: 'b', points: 0, deduction: 5, descriptor: 'B' },
      ),
      'criteria[0].levels[0].deduction: the best level "a" has a deduction',
    ],
    [
      'a best level that fails',
      withLevels(
        { id: 'a', points: 5, autoFail: true, descriptor: 'A' },
        { id: 'b', points: 0, autoFail: true, descriptor: 'B' },
      ),
      'criteria[0].levels[0].autoFail: the best level "a" is an automatic fail',
    ],
    [
      'no points at all',
      withLevels({ id: 'a', points: 0, descriptor: 'A' }, { id: 'b', points: 0, descriptor: 'B' }),
      'criteria: no criterion has points to earn',
    ],
    [
      'an unknown field',
      rubric({ criteria: [criterion({ fields: ['descripton'] })] }),
      'criteria[0].fields[0]: "descripton" is not a field of a ticket',
    ],
    [
      'nobody to decide',
      rubric({ criteria: [criterion({ evaluator: {} })] }),
      'criteria[0].evaluator: nothing decides this criterion',
    ],
    [
      'a condition on nothing',
      rubric({ criteria: [criterion({ appliesWhen: [{ field: 'state' }] })] }),
      'criteria[0].appliesWhen[0]: the condition compares with nothing',
    ],
    [
      'a condition on a journal',
      rubric({ criteria: [criterion({ appliesWhen: [{ field: 'workNotes', is: ['x'] }] })] }),
      'criteria[0].appliesWhen[0].field: "workNotes" holds no single value',
    ],
    ['an unknown rule', withRule({ use: 'blnk' }), 'criteria[0].evaluator.rules[0].use: there is no rule "blnk"'],
    [
      'a missing rule option',
      withRule({ use: 'blank' }),
      'criteria[0].evaluator.rules[0].with.level: "level" is missing',
    ],
    [
      'an unknown rule option',
      withRule({ use: 'blank', with: { level: 'bad', more: 1 } }),
      'criteria[0].evaluator.rules[0].with.more: unknown key "more"',
    ],
    [
      'a level that the criterion lacks, from a rule',
      withRule({ use: 'blank', with: { level: 'ugly' } }),
      'criteria[0].evaluator.rules[0]: the rule "blank" answers with the level "ugly", which "tone" does not have',
    ],
    [
      'an unknown signal',
      withCheck({ signal: 'numbr' }),
      'criteria[0].evaluator.judge.checks[0].signal: there is no signal "numbr"',
    ],
    [
      'a signal of the wrong kind',
      withCheck({ signal: 'fit' }),
      'criteria[0].evaluator.judge.checks[0].signal: the signal "fit" answers a grade, not a check',
    ],
    [
      'a signal and phrases',
      withCheck({ phrases: { met: ['hello'] } }),
      'criteria[0].evaluator.judge.checks[0].phrases: the check "one" has a signal and phrases',
    ],
    [
      'a check on a field that the criterion lacks',
      withCheck({ fields: ['closeNotes'] }),
      'criteria[0].evaluator.judge.checks[0].fields[0]: "closeNotes" is not among the fields of "tone"',
    ],
    [
      'a checklist level that the criterion lacks',
      withJudge({ type: 'checklist', levels: ['good', 'ugly'], checks: [CHECK] }),
      'criteria[0].evaluator.judge.levels[1]: "tone" has no level "ugly"',
    ],
    [
      'checklist levels from worst to best',
      withJudge({ type: 'checklist', levels: ['bad', 'good'], checks: [CHECK] }),
      'criteria[0].evaluator.judge.levels[1]: "good" is better than the level before it',
    ],
    [
      'two checks of one id',
      withJudge({ type: 'checklist', levels: ['good', 'bad'], checks: [CHECK, CHECK] }),
      'criteria[0].evaluator.judge.checks[1].id: the check id "one" occurs twice',
    ],
    [
      'grade phrases for no level',
      withJudge({ type: 'grade', question: 'How?', phrases: { ugly: ['rude'] } }),
      'criteria[0].evaluator.judge.phrases.ugly: "tone" has no level "ugly"',
    ],
  ])('%s', (_, input, issue) => {
    expect(issuesOf(input)).toContain(issue);
  });

  test('a phrase that cannot be read, at its place', () => {
    expect(issuesOf(withCheck({ signal: undefined, phrases: { met: ['fine', '... hello'] } }))).toEqual([
      expect.stringMatching(
        /^criteria\[0\]\.evaluator\.judge\.checks\[0\]\.phrases\.met\[1\]: the phrase cannot be read: /,
      ),
    ]);
  });

  test('a misspelt name gets a suggestion', () => {
    expect(() => loadRubric(withRule({ use: 'blnk' }), { registries })).toThrow('Did you mean "blank"?');
  });
});

describe('a rubric is accepted with a warning', () => {
  test.each<[string, object, string]>([
    [
      'a check that only a model can answer',
      withCheck({ signal: undefined }),
      'only a language model can answer the check "one"',
    ],
    [
      'a check whose phrases are empty',
      withCheck({ signal: undefined, phrases: {} }),
      'only a language model can answer the check "one"',
    ],
    [
      'a grade that only a model can answer',
      withJudge({ type: 'grade', question: 'How?' }),
      'only a language model can answer the grade of "tone"',
    ],
    [
      'levels that are never reached',
      rubric({
        criteria: [
          criterion({
            levels: [...LEVELS, { id: 'worse', points: 0, descriptor: 'W' }],
            evaluator: { judge: { type: 'checklist', levels: ['good', 'bad', 'worse'], checks: [CHECK] } },
          }),
        ],
      }),
      '3 levels, but only 1 checks',
    ],
    [
      'a check that no phrase can refuse',
      withCheck({ signal: undefined, notMetBy: 'quote', phrases: { met: ['hello'] } }),
      'the check "one" can only be not met by a quote, and no phrase looks for one',
    ],
    [
      'a severe level that only a judge comes to',
      rubric({
        criteria: [
          criterion({
            levels: [...LEVELS, { id: 'harmful', points: 0, autoFail: true, descriptor: 'H' }],
            evaluator: {
              judge: { type: 'grade', question: 'Harmful?', phrases: { good: ['safe'], harmful: ['burned'] } },
            },
          }),
        ],
      }),
      'only a judge comes to the severe level "harmful": without a language model such a ticket waits for a person',
    ],
  ])('%s', (_, input, message) => {
    expect(loadRubric(input, { registries }).warnings.map((warning) => warning.message)).toEqual([message]);
  });

  test('or without any', () => {
    expect(loadRubric(withCheck({}), { registries }).warnings).toEqual([]);
  });
});
