import { describe, expect, test } from 'vitest';
import { criterion, gate, graded, level, open, rubricOf, scored } from '../testing/rubric.ts';
import type { Verdict } from '../verdict.ts';
import { scoreTicket } from './score-ticket.ts';

const NOT_APPLICABLE: Verdict = { status: 'not-applicable', rationale: 'For tests.' };
const seventy = rubricOf(
  gate(),
  graded('a', 40),
  criterion('b', [level('full', 30), level('most', 23), level('some', 8), level('none', 0)]),
);

describe('a complete ticket', () => {
  test('sums up points and deductions', () => {
    const result = scoreTicket(seventy, [scored('deduct'), scored('full'), scored('full')]);
    expect(result).toMatchObject({
      status: 'complete',
      score: { earned: 55, possible: 70, percent: 78.6 },
      calculated: { earned: 55, possible: 70, percent: 78.6 },
      range: null,
      deductions: 15,
      band: 'yellow',
      passed: false,
      autoFailedBy: [],
    });
    expect(
      result.criteria.map(({ points, possible, deduction, autoFail }) => [points, possible, deduction, autoFail]),
    ).toEqual([
      [0, 0, 15, false],
      [40, 40, 0, false],
      [30, 30, 0, false],
    ]);
  });

  test('passes with exactly the pass mark: 63 of 70', () => {
    expect(scoreTicket(seventy, [scored('pass'), scored('full'), scored('most')])).toMatchObject({
      score: { earned: 63, possible: 70, percent: 90 },
      band: 'green',
      passed: true,
    });
  });

  test('judges by the unrounded share, not by the percent shown', () => {
    const fine = rubricOf(criterion('a', [level('full', 10_000), level('nearly', 8_999), level('none', 0)]));
    expect(scoreTicket(fine, [scored('nearly')])).toMatchObject({
      score: { percent: 90 },
      passed: false,
      band: 'yellow',
    });
  });

  test('is not misled by the dust of binary fractions', () => {
    const tenths = rubricOf(
      graded('a', 0.1),
      graded('b', 0.2),
      criterion('c', [level('full', 0.7), level('less', 0.6)]),
    );
    expect(scoreTicket(tenths, [scored('full'), scored('full'), scored('less')])).toMatchObject({
      score: { earned: 0.9, possible: 1, percent: 90 },
      passed: true,
    });
  });

  test('never falls below zero', () => {
    expect(scoreTicket(seventy, [scored('deduct'), scored('none'), scored('some')])).toMatchObject({
      score: { earned: 0, percent: 0 },
      band: 'purple',
    });
  });

  test('an automatic fail ends at 0 and keeps the calculated score beside it', () => {
    expect(scoreTicket(seventy, [scored('fail'), scored('full'), scored('most')])).toMatchObject({
      score: { earned: 0, possible: 70, percent: 0 },
      calculated: { earned: 63, possible: 70, percent: 90 },
      band: 'purple',
      passed: false,
      autoFailedBy: ['gate'],
    });
  });

  test('what does not apply leaves the denominator', () => {
    expect(scoreTicket(seventy, [NOT_APPLICABLE, NOT_APPLICABLE, scored('full')])).toMatchObject({
      score: { earned: 30, possible: 30, percent: 100 },
      passed: true,
    });
  });

  test.each([
    ['nothing applies', [NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE]],
    ['only a gate applies', [scored('pass'), NOT_APPLICABLE, NOT_APPLICABLE]],
    ['only a gate is open', [open(['pass', 'fail']), NOT_APPLICABLE, NOT_APPLICABLE]],
  ])('has no score where %s', (_, verdicts) => {
    expect(scoreTicket(seventy, verdicts)).toMatchObject({
      status: 'not-applicable',
      score: null,
      calculated: null,
      range: null,
      band: null,
      passed: null,
    });
  });

  test('counts points that rest on presence as not examined', () => {
    expect(
      scoreTicket(seventy, [scored('pass'), scored('full', { basis: 'presence' }), scored('none')]).notExamined,
    ).toBe(40);
  });

  test('refuses verdicts of another rubric', () => {
    expect(() => scoreTicket(seventy, [scored('pass')])).toThrow(RangeError);
    expect(() => scoreTicket(seventy, [scored('pass'), scored('best'), scored('full')])).toThrow(RangeError);
  });
});

describe('a ticket with something unscored', () => {
  test('has a range instead of a score', () => {
    expect(scoreTicket(seventy, [scored('pass'), scored('full'), open(['most', 'some'])])).toMatchObject({
      status: 'partial',
      score: null,
      calculated: null,
      range: { min: { earned: 48, percent: 68.6 }, max: { earned: 63, percent: 90 } },
      band: null,
      passed: null,
    });
  });

  test('an open automatic fail makes the minimum 0', () => {
    expect(scoreTicket(seventy, [open(['pass', 'fail']), scored('full'), scored('full')])).toMatchObject({
      range: { min: { earned: 0, percent: 0 }, max: { earned: 70, percent: 100 } },
      passed: null,
    });
  });

  test('passes, and has a band, where the whole range agrees', () => {
    const rubric = rubricOf(graded('a', 96), graded('b', 4));
    expect(scoreTicket(rubric, [scored('full'), open(['full', 'none'])])).toMatchObject({ passed: true, band: 'blue' });
  });

  test('fails where even the best outcome does', () => {
    expect(scoreTicket(seventy, [scored('pass'), scored('none'), open(['full', 'none'])])).toMatchObject({
      passed: false,
      band: 'purple',
    });
  });

  test('a decided automatic fail cannot be undone by what is open', () => {
    expect(scoreTicket(seventy, [scored('fail'), open(['full', 'none']), scored('full')])).toMatchObject({
      status: 'partial',
      score: null,
      range: { min: { earned: 0, percent: 0 }, max: { earned: 0, percent: 0 } },
      band: 'purple',
      passed: false,
      autoFailedBy: ['gate'],
    });
  });

  test('only automatic fails left open: it has failed', () => {
    expect(scoreTicket(seventy, [open(['fail']), scored('full'), scored('full')])).toMatchObject({
      range: { min: { earned: 0 }, max: { earned: 0 } },
      band: 'purple',
      passed: false,
    });
  });

  test('an automatic fail that may also not apply leaves both ends open', () => {
    expect(scoreTicket(seventy, [open(['fail'], { mayNotApply: true }), scored('full'), scored('full')])).toMatchObject(
      {
        range: { min: { earned: 0, percent: 0 }, max: { earned: 70, percent: 100 } },
        passed: null,
      },
    );
  });

  test('a criterion that may not apply can also leave the denominator', () => {
    const rubric = rubricOf(graded('a', 50), graded('b', 50));
    expect(scoreTicket(rubric, [scored('half'), open(['half', 'none'], { mayNotApply: true })])).toMatchObject({
      range: { min: { earned: 25, percent: 25 }, max: { earned: 50, percent: 50 } },
    });
    expect(scoreTicket(rubric, [scored('full'), open(['none'], { mayNotApply: true })])).toMatchObject({
      range: { min: { earned: 50, percent: 50 }, max: { earned: 50, percent: 100 } },
    });
  });

  test('decides nothing where nothing may be left to score', () => {
    expect(scoreTicket(rubricOf(graded('a', 10)), [open(['full'], { mayNotApply: true })])).toMatchObject({
      status: 'partial',
      range: { min: { earned: 10, percent: 100 }, max: { earned: 10, percent: 100 } },
      passed: null,
      band: null,
    });
  });
});
