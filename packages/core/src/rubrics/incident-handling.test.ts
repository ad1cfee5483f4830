import { describe, expect, test } from 'vitest';
import { loadBuiltInRubric } from '../rubric/load.ts';

const { data } = loadBuiltInRubric('incident-handling');
const GATES = ['validation', 'critical-process'];
const own = data.criteria.filter(({ id }) => !GATES.includes(id));

/** `id points` of each level, best first: the table of the rubric. */
const TABLE: Record<string, readonly string[]> = {
  priority: ['consistent 5', 'inconsistent 0'],
  troubleshooting: ['sufficient 20', 'poorly-documented 15', 'some 10', 'little 5', 'none 0'],
  interaction: ['attached 5', 'missing 0'],
  routing: ['right 20', 'wrong 0'],
  'resolution-code': ['right 5', 'wrong 0'],
  'resolution-notes': ['complete 15', 'one-missing 10', 'two-missing 5', 'none 0'],
};

/** What decides before the judge does. */
const RULES: Record<string, readonly string[]> = {
  priority: ['priority-matrix'],
  troubleshooting: ['simple-request'],
  interaction: ['interaction-attached'],
  routing: [],
  'resolution-code': ['resolution-code'],
  'resolution-notes': ['resolution-notes-apply', 'field-blank'],
};

describe('incident handling', () => {
  test('has the gates, then the criteria and levels of its table, in order', () => {
    expect(data.criteria.slice(0, GATES.length).map(({ id }) => id)).toEqual(GATES);
    const table = own.map(({ id, levels }) => [id, levels.map((level) => `${level.id} ${level.points}`)]);
    expect(table).toEqual(Object.entries(TABLE));
  });

  test('has 70 points and passes at 90 percent', () => {
    const possible = data.criteria.reduce((sum, { levels }) => sum + (levels[0]?.points ?? 0), 0);
    expect([possible, data.passMark]).toEqual([70, 90]);
  });

  test('has rules decide what text cannot dispute', () => {
    expect(Object.fromEntries(own.map(({ id, evaluator }) => [id, evaluator.rules.map(({ use }) => use)]))).toEqual(
      RULES,
    );
  });

  test('asks the close notes alone for the three elements of a resolution', () => {
    const judge = own.find(({ id }) => id === 'resolution-notes')?.evaluator.judge;
    expect(judge?.type === 'checklist' && judge.checks.map(({ id, fields }) => [id, fields])).toEqual([
      ['what-was-done', ['closeNotes']],
      ['user-confirmed', ['closeNotes']],
      ['agreed-to-close', ['closeNotes']],
    ]);
  });
});
