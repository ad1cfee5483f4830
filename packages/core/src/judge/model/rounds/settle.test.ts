import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_USAGE } from '../../../scorecard/usage.ts';
import type { Ballot, Vote } from './ballot.ts';
import { settle } from './settle.ts';

const sound = (value: string): Vote => ({
  state: 'sound',
  value,
  evidence: [{ field: 'description', start: 0, end: 1, quote: value }],
  missing: [],
  rationale: `It is ${value}.`,
  confidence: 'high',
  doubted: false,
});
const open: Vote = { state: 'open', rationale: 'Cannot tell.' };
const unfound: Vote = { state: 'unfound', value: 'a', correction: '' };
const vetoed: Vote = { state: 'vetoed', value: 'a', why: 'its quote is a question' };
const failed: Vote = { state: 'failed', failure: { reason: 'refused', detail: 'Refused.', usage: NO_USAGE } };

const ballot = (votes: readonly Vote[], needsMajority = false): Ballot =>
  ({ item: undefined, votes: [...votes], contested: false, needsMajority }) as unknown as Ballot;

describe('one vote', () => {
  test.each<[string, Vote[], string, string | undefined]>([
    ['that is sound decides', [sound('a')], 'a', undefined],
    ['that could not tell leaves it open', [open], 'cannot-assess', 'undecided'],
    ['whose quote was not found leaves it open', [unfound], 'cannot-assess', 'evidence-not-found'],
    ['that failed is told as the failure that it is', [failed], 'cannot-assess', 'refused'],
    ['asked anew after a veto takes its place', [vetoed, sound('b')], 'b', undefined],
    ['vetoed twice leaves it open', [vetoed, vetoed], 'cannot-assess', 'evidence-not-found'],
    ['that failed after a veto leaves it open for the failure', [vetoed, failed], 'cannot-assess', 'refused'],
    ['that never came leaves it open', [], 'cannot-assess', 'undecided'],
  ])('%s', (_, votes, value, reason) => {
    const answer = settle(ballot(votes), 3);
    expect(answer.value).toBe(value);
    expect(answer.reason).toBe(reason);
    expect(answer.votes).toBeUndefined();
  });
});

test('one vote that code doubts is of low confidence', () => {
  expect(settle(ballot([{ ...sound('a'), doubted: true } as Vote]), 3)).toMatchObject({
    value: 'a',
    confidence: 'low',
  });
});

describe('three votes', () => {
  test.each<[string, Vote[], string, string | undefined, string, object]>([
    ['that agree decide', [sound('a'), sound('a'), sound('a')], 'a', undefined, 'high', { a: 3 }],
    [
      'two of which agree decide, with low confidence',
      [sound('b'), sound('a'), sound('a')],
      'a',
      undefined,
      'low',
      { a: 2, b: 1 },
    ],
    [
      'two of which agree, one of which could not tell',
      [open, sound('a'), sound('a')],
      'a',
      undefined,
      'low',
      { a: 2, 'cannot-assess': 1 },
    ],
    [
      'that all differ decide nothing',
      [sound('a'), sound('b'), sound('c')],
      'cannot-assess',
      'undecided',
      'low',
      { a: 1, b: 1, c: 1 },
    ],
    [
      'one of which is sound decide nothing',
      [unfound, sound('a'), open],
      'cannot-assess',
      'undecided',
      'low',
      { a: 1, 'cannot-assess': 2 },
    ],
    [
      'none of which holds decide nothing',
      [vetoed, vetoed, unfound],
      'cannot-assess',
      'evidence-not-found',
      'low',
      { 'cannot-assess': 3 },
    ],
    [
      'one of which failed decide where the others agree',
      [sound('a'), failed, sound('a')],
      'a',
      undefined,
      'low',
      { a: 2 },
    ],
    ['two of which failed decide nothing', [sound('a'), failed, failed], 'cannot-assess', 'refused', 'low', { a: 1 }],
  ])('%s', (_, votes, value, reason, confidence, split) => {
    expect(settle(ballot(votes, true), 3)).toMatchObject({ value, confidence, votes: split });
    expect(settle(ballot(votes, true), 3).reason).toBe(reason);
  });

  test('bring the proof of one that agreed', () => {
    expect(settle(ballot([sound('b'), sound('a'), sound('a')], true), 3).quotes).toMatchObject([{ quote: 'a' }]);
  });
});

test('a failed vote never changes an answer: it can only take it away', () => {
  const anyVote = fc.constantFrom(sound('a'), sound('b'), open, unfound, vetoed);
  const anyVotes = fc.tuple(anyVote, anyVote, anyVote);
  fc.assert(
    fc.property(anyVotes, fc.nat({ max: 2 }), (votes, place) => {
      const whole = settle(ballot(votes, true), 3).value;
      const hurt = settle(ballot(votes.with(place, failed), true), 3).value;
      expect([whole, 'cannot-assess']).toContain(hurt);
    }),
  );
});
