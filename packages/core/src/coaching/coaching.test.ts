import { describe, expect, test } from 'vitest';
import { scoreTicket } from '../scoring/score-ticket.ts';
import { checklist, criterion, gate, graded, level, open, rubricOf, scored } from '../testing/rubric.ts';
import type { CheckResult, Verdict } from '../verdict.ts';
import { coachingOf } from './coaching-of.ts';
import { improvementsOf } from './improvements.ts';
import { strengthsOf } from './strengths.ts';

const list = checklist(['all', 'some'], 'phone', 'user');
const items = criterion('items', [level('all', 20), level('some', 0, { coaching: 'Fill the form in.' })], {
  evaluator: { rules: [], judge: list },
});

function check(id: string, answer: CheckResult['answer']): CheckResult {
  return { id, title: id, answer, rationale: '', evidence: [], method: 'offline', confidence: 'high' };
}

describe('coaching', () => {
  test('is that of the unmet checks and of the verdict, each text once', () => {
    const verdict = scored('some', {
      checks: [check('phone', 'met'), check('user', 'not-met')],
      advice: ['Say who received it.', 'Add user.'],
    });
    expect(coachingOf(items, verdict)).toEqual(['Add user.', 'Say who received it.']);
  });

  test('is that of the level where no check says more', () => {
    expect(coachingOf(items, scored('some', { advice: ['Say who received it.'] }))).toEqual([
      'Fill the form in.',
      'Say who received it.',
    ]);
  });

  test('tells the unmet checks also while others are open', () => {
    expect(
      coachingOf(items, open(['some'], { checks: [check('phone', 'not-met'), check('user', 'cannot-assess')] })),
    ).toEqual(['Add phone.']);
  });

  test('quotes the ticket: of a check what the check rests on, of a level what the verdict rests on', () => {
    const evidence = (quote: string) => [{ field: 'description', start: 0, end: quote.length, quote }];
    const judge = checklist(['all', 'some'], 'phone');
    const quoting = criterion('items', [level('all', 20), level('some', 0, { coaching: 'Look at {quote}.' })], {
      evaluator: {
        rules: [],
        judge: { ...judge, checks: judge.checks.map((each) => ({ ...each, coaching: 'Ask for {quote}.' })) },
      },
    });
    expect(coachingOf(quoting, scored('some', { evidence: evidence('of the level') }))).toEqual([
      'Look at “of the level”.',
    ]);
    const unmet = { ...check('phone', 'not-met'), evidence: evidence('her number') };
    expect(coachingOf(quoting, scored('some', { checks: [unmet] }))).toEqual(['Ask for “her number”.']);
  });

  test('has nothing to say about what does not apply', () => {
    expect(coachingOf(items, { status: 'not-applicable', rationale: '' })).toEqual([]);
  });
});

function linesOf(verdicts: readonly Verdict[]) {
  return scoreTicket(rubric, verdicts).criteria.map((line, index) => ({
    ...line,
    coaching: index === 1 ? ['Do this.', 'Do that.'] : [],
  }));
}

const rubric = rubricOf(gate(), graded('a', 10), graded('b', 40), graded('c', 40));

test('strengths are passed gates and best levels, but not the mere presence of a value', () => {
  const lines = linesOf([scored('pass'), scored('half'), scored('full'), scored('full', { basis: 'presence' })]);
  expect(strengthsOf(rubric, lines)).toEqual([
    { criterionId: 'gate', text: 'The pass level.' },
    { criterionId: 'b', text: 'The full level.' },
  ]);
});

test('improvements rank automatic fails first, then what brings most, then the rubric’s order', () => {
  expect(improvementsOf(rubric, linesOf([scored('fail'), scored('none'), scored('half'), scored('half')]))).toEqual([
    { criterionId: 'gate', gain: 0, text: 'Aim for this: The pass level.' },
    { criterionId: 'b', gain: 20, text: 'Aim for this: The full level.' },
    { criterionId: 'c', gain: 20, text: 'Aim for this: The full level.' },
    { criterionId: 'a', gain: 10, text: 'Do this. Do that.' },
  ]);
});

test('nothing lost, nothing to improve; what is open is no loss', () => {
  expect(improvementsOf(rubric, linesOf([scored('pass'), scored('full'), scored('full'), open(['half'])]))).toEqual([]);
});
