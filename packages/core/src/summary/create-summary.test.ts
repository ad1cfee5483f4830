import type { ExportFacts, Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import type { Rubric } from '../rubric/schema.ts';
import { checklist, criterion, gate, graded, level, open, rubricOf, scored } from '../testing/rubric.ts';
import { answered, cardOf } from '../testing/scorecard.ts';
import type { Verdict } from '../verdict.ts';
import { createSummary } from './create-summary.ts';
import { type RunSummary, runSummarySchema } from './schema.ts';

const FACTS: ExportFacts = {
  records: 3,
  complete: true,
  exported: ['description'],
  filled: ['description', 'workNotes', 'comments'],
};
const USAGE = { requests: 1, inputTokens: 100, cachedInputTokens: 50, outputTokens: 20, costUsd: 0.1 };

const card = (rubric: Rubric, verdicts: readonly Verdict[], ticket: Partial<Ticket> = {}) =>
  cardOf(rubric, verdicts, ticket, USAGE);

function summarise(rubric: Rubric, tickets: readonly (readonly Verdict[])[], facts: ExportFacts = FACTS): RunSummary {
  const summary = createSummary(rubric);
  tickets.forEach((verdicts, index) => {
    summary.add(card(rubric, verdicts, { number: `INC${index}` }));
  });
  return runSummarySchema.parse(summary.finish(facts));
}

const rubric = rubricOf(gate(), graded('a', 60), graded('b', 40));
const NOT_APPLICABLE: Verdict = { status: 'not-applicable', rationale: 'For tests.' };

describe('the counts', () => {
  test('of scored tickets are kept apart from ranges, from nothing to score, and from failed reviews', () => {
    const summary = createSummary(rubric);
    summary.add(card(rubric, [scored('pass'), scored('full'), scored('full')]));
    summary.add(card(rubric, [scored('deduct'), scored('full'), scored('half')]));
    summary.add(card(rubric, [scored('fail'), scored('full'), scored('full')]));
    summary.add(card(rubric, [scored('pass'), scored('full'), open(['full', 'none'], { reason: 'judge-failed' })]));
    summary.add(card(rubric, [scored('fail'), open(['full', 'none']), scored('full')]));
    summary.add(card(rubric, [scored('pass'), NOT_APPLICABLE, NOT_APPLICABLE]));
    summary.addFailure();
    expect(summary.finish(FACTS)).toMatchObject({
      tickets: 7,
      scored: 3,
      partial: 2,
      ranges: { passing: 0, failing: 1, open: 1 },
      notApplicable: 1,
      failedReviews: 1,
      passed: 1,
      failed: 2,
      autoFailed: 2,
      needsReview: 1,
      passRate: 33.3,
      meanPercent: 55,
      usage: { requests: 6, inputTokens: 600, cachedInputTokens: 300, outputTokens: 120, costUsd: 0.6 },
    });
  });

  test('of scores stand in steps of five percent', () => {
    const { distribution, scored: all } = summarise(rubric, [
      [scored('pass'), scored('full'), scored('full')],
      [scored('pass'), scored('full'), scored('half')],
      [scored('fail'), scored('full'), scored('full')],
      [scored('pass'), scored('full'), open(['full', 'none'])],
    ]);
    expect(distribution.flatMap((tickets, step) => (tickets === 0 ? [] : [[step * 5, tickets]]))).toEqual([
      [0, 1],
      [80, 1],
      [95, 1],
    ]);
    expect(all).toBe(3);
  });

  test('of bands stand in the rubric’s order and sum up to the scored tickets', () => {
    const { bands } = summarise(rubric, [
      [scored('pass'), scored('full'), scored('full')],
      [scored('pass'), scored('full'), scored('half')],
      [scored('pass'), scored('full'), open(['half'])],
    ]);
    expect(bands.map(({ id, tickets }) => [id, tickets])).toEqual([
      ['blue', 1],
      ['green', 0],
      ['yellow', 1],
      ['red', 0],
      ['purple', 0],
    ]);
  });

  test('without a scored ticket, there is no rate', () => {
    expect(summarise(rubric, [])).toMatchObject({ tickets: 0, passRate: null, meanPercent: null, exportFindings: [] });
  });

  test('of each criterion', () => {
    const { criteria, notExamined } = summarise(rubric, [
      [scored('deduct'), scored('half'), scored('full', { basis: 'presence' })],
      [scored('fail'), NOT_APPLICABLE, open(['full', 'none'])],
    ]);
    expect(criteria).toEqual([
      {
        id: 'gate',
        title: 'gate',
        scored: 2,
        notApplicable: 0,
        unscored: 0,
        possible: 0,
        lost: 15,
        autoFails: 1,
        notExamined: 0,
      },
      {
        id: 'a',
        title: 'a',
        scored: 1,
        notApplicable: 1,
        unscored: 0,
        possible: 60,
        lost: 30,
        autoFails: 0,
        notExamined: 0,
      },
      {
        id: 'b',
        title: 'b',
        scored: 1,
        notApplicable: 0,
        unscored: 1,
        possible: 40,
        lost: 0,
        autoFails: 0,
        notExamined: 40,
      },
    ]);
    expect(notExamined).toBe(40);
  });
});

describe('parts of a run', () => {
  const tickets: readonly (readonly Verdict[])[] = [
    [scored('pass'), scored('full'), scored('full')],
    [scored('deduct'), scored('half'), scored('none')],
    [scored('fail'), NOT_APPLICABLE, open(['full', 'none'])],
    [scored('pass'), scored('half'), scored('full', { basis: 'presence' })],
    [scored('pass'), scored('none'), scored('half')],
    [scored('pass'), open(['full', 'half']), scored('full')],
  ];

  test.each([0, 1, 3, 6])('summed up apart come to the same as the whole, cut after %d', (cut) => {
    const sum = (from: number, to: number) => {
      const part = createSummary(rubric);
      tickets.forEach((verdicts, index) => {
        if (index >= from && index < to) part.add(card(rubric, verdicts, { number: `INC${index}` }));
      });
      return part;
    };
    const whole = createSummary(rubric);
    whole.merge(structuredClone(sum(0, cut).part()));
    whole.merge(structuredClone(sum(cut, tickets.length).part()));
    expect(whole.finish(FACTS)).toEqual(sum(0, tickets.length).finish(FACTS));
  });

  test('keep the causes bounded', () => {
    const manyElements = (from: number) => {
      const part = createSummary(rubric);
      for (let index = from; index < from + 400; index++) {
        const missing = [{ element: `e${index}`, searched: ['description'] }];
        part.add(card(rubric, [scored('pass'), scored('half', { missing }), scored('full')]));
      }
      return part.part();
    };
    const whole = createSummary(rubric);
    whole.merge(manyElements(0));
    whole.merge(manyElements(400));
    expect(whole.finish(FACTS).causes).toHaveLength(501);
    expect(whole.finish(FACTS).causes[0]).toMatchObject({ text: 'The half level.', tickets: 300 });
  });
});

describe('the causes', () => {
  test('rank automatic fails first, then by the points lost', () => {
    const { causes } = summarise(rubric, [
      [scored('fail'), scored('full'), scored('none')],
      [scored('deduct'), scored('half'), scored('none')],
    ]);
    expect(
      causes.map(({ criterionId, text, tickets, lost, examples }) => [criterionId, text, tickets, lost, examples]),
    ).toEqual([
      ['gate', 'The fail level.', 1, 0, ['INC0']],
      ['b', 'Missing: something', 2, 80, ['INC0', 'INC1']],
      ['a', 'Missing: something', 1, 30, ['INC1']],
      ['gate', 'Missing: something', 1, 15, ['INC1']],
    ]);
  });

  test('share a loss among the checks that were not met', () => {
    const list = checklist(['all', 'one', 'two'], 'phone', 'user', 'place');
    const items = rubricOf(
      criterion('items', [level('all', 20), level('one', 10), level('two', 0)], {
        evaluator: { rules: [], judge: list },
      }),
    );
    const { causes } = summarise(items, [
      [
        scored('two', {
          checks: [answered('phone', 'not-met'), answered('user', 'not-met'), answered('place', 'met')],
        }),
      ],
      [
        scored('one', {
          checks: [answered('phone', 'not-met'), answered('user', 'met'), answered('place', 'not-applicable')],
        }),
      ],
    ]);
    expect(causes).toEqual([
      {
        criterionId: 'items',
        checkId: 'phone',
        text: 'Missing: phone',
        tickets: 2,
        lost: 20,
        examples: ['INC0', 'INC1'],
      },
      { criterionId: 'items', checkId: 'user', text: 'Missing: user', tickets: 1, lost: 10, examples: ['INC0'] },
    ]);
  });

  test('share a loss among missing elements; with a quote beside them, the level is the cause', () => {
    const missing = ['line of business', 'location'].map((element) => ({ element, searched: ['description'] }));
    const evidence = [{ field: 'description', start: 0, end: 1, quote: 'x' }];
    const { causes } = summarise(rubric, [
      [scored('pass'), scored('half', { missing }), scored('full')],
      [scored('pass'), scored('half', { missing, evidence }), scored('full')],
    ]);
    expect(causes.map(({ text, lost }) => [text, lost])).toEqual([
      ['The half level.', 30],
      ['Missing: line of business', 15],
      ['Missing: location', 15],
    ]);
  });

  test('add up to what the criteria lost, and name five examples', () => {
    const { causes, criteria } = summarise(
      rubric,
      Array.from({ length: 9 }, () => [scored('deduct'), scored('half'), scored('none')]),
    );
    expect(causes.reduce((sum, { lost }) => sum + lost, 0)).toBe(criteria.reduce((sum, { lost }) => sum + lost, 0));
    expect(causes[0]?.examples).toEqual(['INC0', 'INC1', 'INC2', 'INC3', 'INC4']);
  });

  test('stay bounded, whatever elements a rule names', () => {
    const tickets = Array.from({ length: 700 }, (_, index) => [
      scored('pass'),
      scored('half', { missing: [{ element: `e${index}`, searched: ['description'] }] }),
      scored('full'),
    ]);
    const { causes } = summarise(rubric, tickets);
    expect(causes).toHaveLength(501);
    expect(causes[0]).toMatchObject({ text: 'The half level.', tickets: 200 });
  });
});

describe('the export findings', () => {
  const perfect: readonly Verdict[] = [scored('pass'), scored('full'), scored('full')];
  const idsFor = (facts: Partial<ExportFacts>, one: Rubric = rubric): string[] =>
    summarise(one, [perfect.slice(-one.criteria.length)], { ...FACTS, ...facts }).exportFindings.map(({ id }) => id);

  test('none for an export that shows everything', () => {
    expect(idsFor({})).toEqual([]);
  });

  test.each([
    ['journals that no record fills', { filled: ['description'] }, ['journals-not-exported']],
    ['one empty journal that the rubric does not look at', { filled: ['description', 'workNotes'] }, []],
    ['a column that is not there', { exported: [] }, ['fields-not-exported']],
    ['exactly 10,000 records', { records: 10_000 }, ['export-limit']],
    ['exactly 1,000 records', { records: 1000 }, ['export-limit']],
    ['1,000 records that were not all', { records: 1000, complete: false }, []],
    ['20,000 records', { records: 20_000 }, []],
  ])('%s', (_, facts, ids) => {
    expect(idsFor(facts)).toEqual(ids);
  });

  test('one empty journal that the rubric looks at', () => {
    const noted = rubricOf(graded('a', 10, { fields: ['description', 'workNotes'] }));
    expect(idsFor({ filled: ['comments'] }, noted)).toEqual(['journals-not-exported']);
    expect(
      summarise(noted, [perfect.slice(1, 2)], { ...FACTS, filled: ['comments'] }).exportFindings[0]?.message,
    ).toContain('holds work notes');
  });

  test('no empty comments beside filled work notes: whoever may read these may read those', () => {
    const noted = rubricOf(graded('a', 10, { fields: ['description', 'comments'] }));
    expect(idsFor({ filled: ['workNotes'] }, noted)).toEqual([]);
  });

  test('an origin that no record names, where the rubric looks at it', () => {
    const linked = rubricOf(graded('a', 10, { fields: ['originTable'] }));
    expect(idsFor({}, linked)).toEqual(['origin-not-exported']);
    expect(idsFor({ filled: [...FACTS.filled, 'originId'] }, linked)).toEqual([]);
  });

  test('bare sys_ids, and points that rest on presence', () => {
    const sysId = 'a1'.repeat(16);
    const opaque = scored('full', {
      basis: 'presence',
      evidence: [{ field: 'service', start: 0, end: 32, quote: sysId }],
    });
    const { exportFindings } = summarise(rubric, [[scored('pass'), opaque, scored('full')], perfect]);
    expect(exportFindings.map(({ id, message }) => [id, message])).toEqual([
      [
        'opaque-references',
        'In 1 of 2 tickets, a bare sys_id stands in for a name (a): only its presence could be seen, not whether it is right.',
      ],
      [
        'points-not-examined',
        '60 of 200 points stand on the mere presence of a value: nothing could be compared with it.',
      ],
    ]);
  });
});
