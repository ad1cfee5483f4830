import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDecision, arbitraryReview } from '../testing/arbitrary-rubric.ts';
import { scored } from '../testing/rubric.ts';
import type { Verdict } from '../verdict.ts';
import { percentOf } from './fraction.ts';
import { scoreTicket } from './score-ticket.ts';

const arbitraryDecided = arbitraryReview.chain(({ rubric, verdicts }) =>
  fc.tuple(fc.constant(rubric), fc.constant(verdicts), arbitraryDecision(verdicts)),
);

test('the score lies between 0 and the possible points, and the criteria add up to it', () => {
  fc.assert(
    fc.property(arbitraryDecided, ([rubric, , decided]) => {
      const { score, calculated, criteria, deductions, autoFailedBy } = scoreTicket(rubric, decided);
      if (score === null || calculated === null) return;
      const points = criteria.reduce((sum, line) => sum + (line.points ?? 0), 0);
      expect(calculated.earned).toBeCloseTo(Math.max(0, points - deductions), 6);
      expect(calculated.possible).toBeCloseTo(
        criteria.reduce((sum, line) => sum + (line.possible ?? 0), 0),
        6,
      );
      expect(calculated.earned).toBeGreaterThanOrEqual(0);
      expect(calculated.earned).toBeLessThanOrEqual(calculated.possible);
      expect(calculated.percent).toBe(percentOf(calculated));
      expect(score).toEqual(
        autoFailedBy.length > 0 ? { earned: 0, possible: calculated.possible, percent: 0 } : calculated,
      );
    }),
    { numRuns: 2000 },
  );
});

test('however the unscored criteria are decided, the result lies in the earlier range and keeps what was settled', () => {
  fc.assert(
    fc.property(arbitraryDecided, ([rubric, verdicts, decided]) => {
      const before = scoreTicket(rubric, verdicts);
      const after = scoreTicket(rubric, decided);
      if (before.status !== 'partial' || after.score === null) return;
      const { min, max } = before.range ?? expect.fail('a partial ticket has a range');
      expect(after.score.earned).toBeGreaterThanOrEqual(min.earned);
      expect(after.score.earned).toBeLessThanOrEqual(max.earned);
      expect(after.score.percent).toBeGreaterThanOrEqual(min.percent);
      expect(after.score.percent).toBeLessThanOrEqual(max.percent);
      if (before.passed !== null) expect(after.passed).toBe(before.passed);
      if (before.band !== null) expect(after.band).toBe(before.band);
    }),
    { numRuns: 5000 },
  );
});

test('the ends of the range are reached', () => {
  fc.assert(
    fc.property(arbitraryReview, ({ rubric, verdicts }) => {
      const { range } = scoreTicket(rubric, verdicts);
      fc.pre(range !== null && countOfDecisions(verdicts) <= 2000);
      const scores = everyDecision(verdicts).flatMap((decided) => scoreTicket(rubric, decided).score ?? []);
      if (scores.length === 0) return;
      expect(range.min.earned).toBeCloseTo(Math.min(...scores.map(({ earned }) => earned)), 6);
      expect(range.max.earned).toBeCloseTo(Math.max(...scores.map(({ earned }) => earned)), 6);
      expect(range.min.percent).toBe(Math.min(...scores.map(({ percent }) => percent)));
      expect(range.max.percent).toBe(Math.max(...scores.map(({ percent }) => percent)));
    }),
    { numRuns: 1000 },
  );
});

test('a better level never lowers the score', () => {
  const arbitraryStep = arbitraryDecided.chain(([rubric, , decided]) =>
    fc.tuple(fc.constant(rubric), fc.constant(decided), fc.nat({ max: decided.length - 1 })),
  );
  fc.assert(
    fc.property(arbitraryStep, ([rubric, decided, index]) => {
      const verdict = decided[index];
      const levels = rubric.criteria[index]?.levels ?? [];
      if (verdict?.status !== 'scored') return;
      const position = levels.findIndex(({ id }) => id === verdict.levelId);
      const better = levels[position - 1];
      if (better === undefined) return;
      const worse = scoreTicket(rubric, decided).score?.earned ?? 0;
      const improved = scoreTicket(rubric, decided.with(index, scored(better.id))).score?.earned ?? 0;
      expect(improved).toBeGreaterThanOrEqual(worse);
    }),
    { numRuns: 2000 },
  );
});

function everyDecision(verdicts: readonly Verdict[]): Verdict[][] {
  return verdicts.reduce<Verdict[][]>(
    (decisions, verdict) => {
      const outcomes: Verdict[] =
        verdict.status === 'unscored' ? verdict.possibleLevels.map((id) => scored(id)) : [verdict];
      if (verdict.status === 'unscored' && verdict.mayNotApply)
        outcomes.push({ status: 'not-applicable', rationale: '' });
      return decisions.flatMap((decision) => outcomes.map((outcome) => [...decision, outcome]));
    },
    [[]],
  );
}

function countOfDecisions(verdicts: readonly Verdict[]): number {
  return verdicts.reduce(
    (count, verdict) => count * (verdict.status === 'unscored' ? verdict.possibleLevels.length + 1 : 1),
    1,
  );
}
