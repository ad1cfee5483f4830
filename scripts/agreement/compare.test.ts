import { describe, expect, test } from 'vitest';
import { compareWithLabels, type JudgedTicket, outcomeOf } from './compare.ts';
import type { Label } from './labels.ts';

const label = (number: string, parts: Partial<Label> = {}): Label => ({ number, criteria: {}, checks: {}, ...parts });
const judged = (number: string, ...criteria: JudgedTicket['criteria']): JudgedTicket => ({
  ticket: { number },
  criteria,
});

describe('a verdict in the words of the labels', () => {
  test.each([
    [{ status: 'scored', levelId: 'right' } as const, 'right'],
    [{ status: 'not-applicable' } as const, 'not-applicable'],
    [{ status: 'unscored', reason: 'field-not-exported' } as const, 'unscored: field-not-exported'],
  ])('%o', (verdict, words) => {
    expect(outcomeOf(verdict)).toBe(words);
  });
});

describe('comparing with labels', () => {
  test('lists each miss with what was expected and why it is tricky', () => {
    const labels = [
      label('INC1', { criteria: { validation: 'pass', category: 'right' } }),
      label('INC2', {
        criteria: { validation: 'not-validated', category: 'right' },
        why: { validation: 'only lines answered N' },
      }),
    ];
    const found = compareWithLabels(labels, [
      judged(
        'INC1',
        { id: 'category', verdict: { status: 'scored', levelId: 'right' } },
        { id: 'validation', verdict: { status: 'scored', levelId: 'pass' } },
      ),
      judged(
        'INC2',
        { id: 'category', verdict: { status: 'scored', levelId: 'right' } },
        { id: 'validation', verdict: { status: 'scored', levelId: 'pass' } },
      ),
    ]);
    expect(found.misses).toEqual([
      {
        number: 'INC2',
        question: 'validation',
        expected: 'not-validated',
        actual: 'pass',
        why: 'only lines answered N',
      },
    ]);
    expect(found.criteria.get('validation')).toMatchObject({ pairs: 2, agreed: 1, percent: 50 });
    expect(found.overall.criteria).toMatchObject({ pairs: 4, agreed: 3 });
  });

  test('finds check answers on scored and on unscored verdicts', () => {
    const checks = [{ id: 'contact-number', answer: 'met' }];
    const found = compareWithLabels(
      [label('INC1', { checks: { 'contact-number': 'met' } }), label('INC2', { checks: { 'contact-number': 'met' } })],
      [
        judged('INC1', { id: 'description', verdict: { status: 'scored', levelId: 'complete', checks } }),
        judged('INC2', { id: 'description', verdict: { status: 'unscored', reason: 'needs-model', checks } }),
      ],
    );
    expect(found.checks.get('contact-number')).toMatchObject({ pairs: 2, agreed: 2 });
  });

  test('tells apart how sure the judge was of its checks', () => {
    const checks = [
      { id: 'user-name', answer: 'met', confidence: 'high' },
      { id: 'contact-number', answer: 'not-met', confidence: 'low' },
      { id: 'working-location', answer: 'cannot-assess', confidence: 'low' },
    ];
    const found = compareWithLabels(
      [label('INC1', { checks: { 'user-name': 'met', 'contact-number': 'met', 'working-location': 'met' } })],
      [judged('INC1', { id: 'description', verdict: { status: 'scored', levelId: 'complete', checks } })],
    );
    expect(found.byConfidence.get('high')).toMatchObject({ pairs: 1, agreed: 1 });
    expect(found.byConfidence.get('low')).toMatchObject({ pairs: 1, agreed: 0 });
  });

  test('a ticket or a check that the judge left out is a miss', () => {
    const found = compareWithLabels(
      [label('INC1', { criteria: { category: 'right' } }), label('INC2', { checks: { 'user-name': 'met' } })],
      [judged('INC2', { id: 'description', verdict: { status: 'not-applicable' } })],
    );
    expect(found.misses.map(({ number, actual }) => [number, actual])).toEqual([
      ['INC1', 'no-answer'],
      ['INC2', 'no-answer'],
    ]);
  });
});
