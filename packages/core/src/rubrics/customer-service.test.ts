import { describe, expect, test } from 'vitest';
import { loadBuiltInRubric } from '../rubric/load.ts';

const { data } = loadBuiltInRubric('customer-service');
const GATES = ['validation', 'critical-process'];
const own = data.criteria.filter(({ id }) => !GATES.includes(id));

/** `id points` of each level, best first, and `?` where the judge may find that the criterion does not apply. */
const TABLE: Record<string, readonly string[]> = {
  greeting: ['greeted 5', 'not-greeted 0'],
  'workaround?': ['offered 10', 'not-offered 0'],
  'necessary-troubleshooting?': ['necessary 10', 'unnecessary 0'],
  'self-resolve-advice?': ['given 10', 'not-given 0'],
  'follow-through': ['followed-through 10', 'not-followed-through 0'],
  'closing-message': ['closed 5', 'not-closed 0'],
  'customer-service': ['excellent 20', 'good 15', 'effective 10', 'unfriendly 5', 'rude 0'],
};

describe('customer service', () => {
  test('has the gates, then the criteria and levels of its table, in order', () => {
    expect(data.criteria.slice(0, GATES.length).map(({ id }) => id)).toEqual(GATES);
    const table = own.map(({ id, judgeMayWaive, levels }) => [
      `${id}${judgeMayWaive ? '?' : ''}`,
      levels.map((level) => `${level.id} ${level.points}`),
    ]);
    expect(table).toEqual(Object.entries(TABLE));
  });

  test('has 70 points and passes at 90 percent', () => {
    const possible = data.criteria.reduce((sum, { levels }) => sum + (levels[0]?.points ?? 0), 0);
    expect([possible, data.passMark]).toEqual([70, 90]);
  });

  test('asks for a conversation before anything else', () => {
    expect(own.map(({ evaluator }) => evaluator.rules.map(({ use }) => use))).toEqual(
      own.map(() => ['conversation-needed']),
    );
  });
});
