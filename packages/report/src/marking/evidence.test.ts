import { describe, expect, test } from 'vitest';
import { type EvidenceTone, placeOf, standsIn, strongestTone, tonedEvidence } from './evidence.ts';

describe('a quote', () => {
  test.each([
    ['at its place', 'The screen is black.', { start: 4, end: 10, quote: 'screen' }, true],
    ['at another place', 'The screen is black.', { start: 5, end: 11, quote: 'screen' }, false],
    ['over the end', 'The screen', { start: 4, end: 16, quote: 'screen is bl' }, false],
    ['behind the end', 'The', { start: 4, end: 10, quote: 'screen' }, false],
    ['of nothing', 'The screen', { start: 4, end: 4, quote: '' }, false],
    ['of a field that was not exported', undefined, { start: 0, end: 6, quote: 'screen' }, false],
  ])('%s', (_name, text, quote, expected) => {
    expect(standsIn(text, quote)).toBe(expected);
  });
});

test.each<[EvidenceTone[], EvidenceTone | undefined]>([
  [['note', 'gain', 'loss'], 'loss'],
  [['note', 'gain'], 'gain'],
  [['note'], 'note'],
  [[], undefined],
])('of %j the strongest is %s', (tones, expected) => {
  expect(strongestTone(tones)).toBe(expected);
});

test('an entry of a journal is a place of its own', () => {
  expect([placeOf('comments'), placeOf('comments', 0)]).toEqual(['comments', 'comments 0']);
});

test('quotes of checks come before those of the verdict, each with its tone', () => {
  const outcome = {
    ...{ points: 3, possible: 5, deduction: 0, autoFail: false },
    verdict: {
      status: 'scored' as const,
      evidence: ['of the verdict'],
      checks: [
        { answer: 'met' as const, evidence: ['of a met check'] },
        { answer: 'cannot-assess' as const, evidence: ['of a check in doubt'] },
      ],
    },
  };
  expect([...tonedEvidence(outcome)]).toEqual([
    ['of a met check', 'gain'],
    ['of a check in doubt', 'note'],
    ['of the verdict', 'loss'],
  ]);
  expect([...tonedEvidence({ ...outcome, verdict: { status: 'not-applicable' } })]).toEqual([]);
});
