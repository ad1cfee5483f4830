import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { RubricError } from './errors.ts';
import { loadBuiltInRubric, loadRubric } from './load.ts';

const HEAD = {
  schemaVersion: 1,
  extends: 'incident-logging',
  id: 'ours',
  version: '1.0.0',
  title: 'Ours',
  description: 'For tests.',
};
const BASE = loadBuiltInRubric('incident-logging').data;
const CLOSURE = {
  id: 'closure',
  title: 'Closure',
  guidance: 'Was it agreed?',
  fields: ['closeNotes'],
  levels: [
    { id: 'agreed', points: 5, descriptor: 'Agreed.' },
    { id: 'not-agreed', points: 0, descriptor: 'Not agreed.' },
  ],
  evaluator: { judge: { type: 'grade', question: 'Agreed?', phrases: { agreed: ['agreed to close'] } } },
};
const CHECK = {
  id: 'room',
  title: 'room',
  question: 'Is the room named?',
  fields: ['description'],
  phrases: { met: ['room #'] },
  coaching: 'Name the room.',
};

const extended = (over: object) => loadRubric({ ...HEAD, ...over }).data;
const idsOf = (over: object) => extended(over).criteria.map(({ id }) => id);
const criterionOf = (over: object, id: string) => {
  const found = extended({ change: { [id]: over } }).criteria.find((criterion) => criterion.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const checksOf = (over: object) => {
  const { judge } = criterionOf(over, 'description').evaluator;
  return judge?.type === 'checklist' ? judge.checks : [];
};

describe('a rubric that extends another', () => {
  test('is complete, under its own name', () => {
    const { data, base, hash } = loadRubric(HEAD);
    const { schemaVersion, id, version, title, description } = HEAD;
    expect(data).toEqual({ ...BASE, schemaVersion, id, version, title, description });
    expect(base).toEqual({ id: 'incident-logging', version: BASE.version, title: BASE.title });
    expect(loadRubric(data).hash).toBe(hash);
  });

  test('takes its own pass mark and bands', () => {
    const bands = [{ id: 'all', title: 'All', from: 0 }];
    expect(extended({ passMark: 80, bands })).toMatchObject({ passMark: 80, bands });
  });

  test('leaves criteria out, and adds others where they are wanted', () => {
    const [first, second, ...others] = BASE.criteria.map(({ id }) => id);
    const add = ['x', 'y', 'z'].map((id) => ({ ...CLOSURE, id, ...(id === 'z' ? {} : { after: first }) }));
    expect(idsOf({ without: [second], add })).toEqual([first, 'x', 'y', ...others, 'z']);
  });

  test('may replace a criterion in its place', () => {
    const add = [{ ...CLOSURE, id: 'category', after: 'category' }];
    expect(idsOf({ without: ['category'], add })).toEqual(BASE.criteria.map(({ id }) => id));
    expect(extended({ without: ['category'], add }).criteria.find(({ id }) => id === 'category')?.title).toBe(
      'Closure',
    );
  });

  test('may build on the gates alone', () => {
    expect(idsOf({ extends: 'gates', add: [CLOSURE] })).toEqual(['validation', 'critical-process', 'closure']);
  });
});

describe('a change of a criterion', () => {
  test('keeps what it does not name', () => {
    const before = BASE.criteria.find(({ id }) => id === 'category');
    expect(criterionOf({ title: 'Kind' }, 'category')).toEqual({ ...before, title: 'Kind' });
  });

  test('changes levels by their ids, and takes away what is null', () => {
    const { levels } = criterionOf({ levels: { wrong: { points: 1, coaching: null } } }, 'category');
    expect(levels.at(-1)).toEqual({
      id: 'wrong',
      points: 1,
      provenBy: 'quote',
      autoFail: false,
      descriptor: expect.any(String),
    });
    const [, soft] = criterionOf({ levels: { 'not-documented': { deduction: null } } }, 'validation').levels;
    expect(soft).not.toHaveProperty('deduction');
  });

  test('replaces lists: fields, conditions, rules', () => {
    const over = {
      fields: ['shortDescription', 'description'],
      appliesWhen: [{ field: 'state', is: ['Closed'] }],
      rules: [{ use: 'spelling', with: { levels: ['none', 'few', 'many'], few: 9 } }],
    };
    const { fields, appliesWhen, evaluator } = criterionOf(over, 'spelling');
    expect({ fields, appliesWhen, rules: evaluator.rules }).toEqual(over);
  });

  test('changes a grade: its question, and phrases in the place of the signal', () => {
    const over = { question: 'Fits?', phrases: { right: ['fits well'] } };
    const { judge } = criterionOf(over, 'category').evaluator;
    expect(judge).toMatchObject({ type: 'grade', ...over });
    expect(judge).not.toHaveProperty('signal');
  });

  test('changes what a language model is told about a grade and a level', () => {
    const over = { vetoes: ['question' as const], needs: [], examples: null };
    const { evaluator, levels } = criterionOf({ ...over, levels: { wrong: { provenBy: 'absence' } } }, 'category');
    expect(evaluator.judge).toMatchObject({ vetoes: ['question'], needs: [] });
    expect(evaluator.judge).not.toHaveProperty('examples');
    expect(levels.at(-1)?.provenBy).toBe('absence');
  });

  test('changes the second questions, and takes them away', () => {
    const secondKey = { question: 'Was it?', again: 'And in other words?' };
    expect(criterionOf({ secondKey }, 'validation').evaluator.secondKey).toEqual(secondKey);
    expect(criterionOf({ secondKey: null }, 'validation').evaluator).not.toHaveProperty('secondKey');
    expect(criterionOf({ again: 'Anew?' }, 'category').evaluator.judge).toMatchObject({ again: 'Anew?' });
    expect(criterionOf({ again: 'Anew?' }, 'description').evaluator.judge).toMatchObject({ again: 'Anew?' });
  });

  test('changes checks by their ids, and phrases take the place of the signal', () => {
    const phrases = { met: ['ext #'], notMet: [] };
    const [number] = checksOf({ checks: { 'contact-number': { coaching: 'Ask.', phrases } } });
    expect(number).toMatchObject({ id: 'contact-number', title: 'contact number', coaching: 'Ask.', phrases });
    expect(number).not.toHaveProperty('signal');
  });

  test('leaves checks out and adds others', () => {
    const ids = checksOf({ withoutChecks: ['contact-number'], addChecks: [CHECK] }).map(({ id }) => id);
    expect(ids).not.toContain('contact-number');
    expect(ids.at(-1)).toBe('room');
  });
});

/** `line: path: message cure` of each issue of a file, with the text of that line. */
function issuesOf(over: object): string[] {
  const text = stringify({ ...HEAD, ...over });
  try {
    loadRubric(text, { source: 'ours.yaml' });
  } catch (error) {
    if (!(error instanceof RubricError)) throw error;
    return error.issues.map(
      ({ line = 0, path, message, cure }) => `${text.split('\n')[line - 1]?.trim()} | ${path}: ${message}. ${cure}`,
    );
  }
  return [];
}
const change = (id: string, over: object) => ({ change: { [id]: over } });

describe('an extending rubric is refused, at the line that is wrong', () => {
  test.each<[string, object, string]>([
    [
      'an unknown base',
      { extends: 'incident-loging' },
      'extends: incident-loging | extends: there is no built-in rubric "incident-loging" to extend. Did you mean "incident-logging"?',
    ],
    [
      'the name of its base',
      { id: 'incident-logging' },
      'id: incident-logging | id: "incident-logging" is the rubric that this one extends. Give it an id of its own.',
    ],
    [
      'criteria',
      { criteria: [] },
      'criteria: [] | criteria: a rubric that extends another has no "criteria". Put new criteria under `add`, and what differs in the others under `change`.',
    ],
    [
      'an unknown criterion to change',
      change('categry', { title: 'Kind' }),
      'categry: | change.categry: "incident-logging" has no criterion "categry". Did you mean "category"?',
    ],
    [
      'an unknown criterion to leave out',
      { without: ['speling'] },
      '- speling | without[0]: "incident-logging" has no criterion "speling". Did you mean "spelling"?',
    ],
    [
      'a criterion changed and left out',
      { without: ['spelling'], ...change('spelling', { title: 'S' }) },
      'spelling: | change.spelling: "spelling" is left out under `without`. Keep it in one of the two places.',
    ],
    [
      'an unknown criterion to stand after',
      { add: [{ ...CLOSURE, after: 'speling' }] },
      'after: speling | add[0].after: there is no criterion "speling" to stand after. Did you mean "spelling"?',
    ],
    [
      'an unknown level',
      change('category', { levels: { wrnog: { points: 1 } } }),
      'wrnog: | change.category.levels.wrnog: "category" has no level "wrnog". Did you mean "wrong"?',
    ],
    [
      'an unknown check',
      change('description', { checks: { 'user-nam': { title: 'user' } } }),
      'user-nam: | change.description.checks.user-nam: "description" has no check "user-nam". Did you mean "user-name"?',
    ],
    [
      'an unknown check to leave out',
      change('description', { withoutChecks: ['user-nam'] }),
      '- user-nam | change.description.withoutChecks[0]: "description" has no check "user-nam". Did you mean "user-name"?',
    ],
    [
      'checks of a grade',
      change('category', { withoutChecks: ['one'] }),
      'withoutChecks: | change.category.withoutChecks: "category" has no checks. A grade asks one question: change `question`, `signal` or `phrases`.',
    ],
    [
      'a question to a checklist',
      change('description', { question: 'Good?' }),
      'question: Good? | change.description.question: "description" is not graded. It asks several: change them under `checks`.',
    ],
    [
      'a question to rules',
      change('spelling', { question: 'Good?' }),
      'question: Good? | change.spelling.question: "spelling" is not graded. Rules alone decide it: change `rules`, or leave it out and add one of your own.',
    ],
    [
      'a value of the wrong type',
      change('category', { levels: { wrong: { points: 'one' } } }),
      'points: one | change.category.levels.wrong.points: "points" is not valid ("one" is given). It must be a number.',
    ],
    [
      'levels that are no longer best first',
      change('category', { levels: { wrong: { points: 20 } } }),
      'wrong: | change.category.levels.wrong: the level "wrong" is better than "better-exists" above it. List the levels best first: automatic fails last, then by deduction, then by points.',
    ],
    [
      'a phrase in a changed check that cannot be read',
      change('description', { checks: { particulars: { phrases: { met: ['... x'] } } } }),
      '- ... x | change.description.checks.particulars.phrases.met[0]: ',
    ],
    [
      'an added check on a field that the criterion lacks',
      change('description', { addChecks: [{ ...CHECK, fields: ['closeNotes'] }] }),
      '- closeNotes | change.description.addChecks[0].fields[0]: "closeNotes" is not among the fields of "description".',
    ],
    [
      'a rule that there is none of',
      change('spelling', { rules: [{ use: 'speling' }] }),
      '- use: speling | change.spelling.rules[0].use: there is no rule "speling".',
    ],
    [
      'no checks left',
      change('description', {
        withoutChecks: [
          ...['contact-number', 'working-location', 'office-or-remote', 'issue-statement'],
          ...['particulars', 'user-name', 'domain-user', 'routing-needs'],
        ],
      }),
      'withoutChecks: | change.description.withoutChecks: "checks" is not valid (a list is given). It needs at least 1 entry.',
    ],
    [
      'an added criterion that nobody decides',
      { add: [{ ...CLOSURE, evaluator: {} }] },
      'evaluator: {} | add[0].evaluator: nothing decides this criterion.',
    ],
    [
      'nothing to earn points by',
      { extends: 'gates' },
      'extends: gates | extends: in "gates" as it is changed here, at criteria: no criterion has points to earn.',
    ],
  ])('%s', (_, over, expected) => {
    expect(issuesOf(over)[0]?.slice(0, expected.length)).toBe(expected);
  });

  test('changes without a base are told of it', () => {
    const { extends: _, ...head } = HEAD;
    const text = stringify({ ...head, change: {} });
    expect(() => loadRubric(text)).toThrow('Add `extends: <id>`');
  });
});
