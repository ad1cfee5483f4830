import fc from 'fast-check';
import type { Criterion, Rubric } from '../rubric/schema.ts';
import type { Verdict } from '../verdict.ts';
import { criterion, level, open, rubricOf, scored } from './rubric.ts';

const POINTS = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
);

const arbitraryLevels = fc
  .record({
    points: fc.array(POINTS, { minLength: 2, maxLength: 5 }),
    deduction: fc.option(fc.integer({ min: 1, max: 50 })),
    fails: fc.boolean(),
  })
  .map(({ points, deduction, fails }) => {
    const levels = points.toSorted((a, b) => b - a).map((value, index) => level(`l${index}`, value));
    if (deduction !== null) levels.push(level('deduct', 0, { deduction }));
    if (fails) levels.push(level('fail', 0, { autoFail: true }));
    return levels;
  });

function arbitraryVerdict({ levels }: Criterion): fc.Arbitrary<Verdict> {
  const ids = levels.map(({ id }) => id);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids).map((id) => scored(id)) },
    { weight: 1, arbitrary: fc.constant<Verdict>({ status: 'not-applicable', rationale: 'For tests.' }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.subarray(ids, { minLength: 1 }), fc.boolean())
        .map(([possible, mayNotApply]) => open(possible, mayNotApply ? { mayNotApply } : {})),
    },
  );
}

/** A rubric with verdicts of every kind for its criteria. */
export const arbitraryReview: fc.Arbitrary<{ rubric: Rubric; verdicts: Verdict[] }> = fc
  .tuple(fc.array(arbitraryLevels, { minLength: 1, maxLength: 7 }), fc.integer({ min: 0, max: 100 }))
  .map(([criteria, passMark]) => ({
    ...rubricOf(...criteria.map((levels, index) => criterion(`c${index}`, levels))),
    passMark,
  }))
  .chain((rubric) => fc.tuple(...rubric.criteria.map(arbitraryVerdict)).map((verdicts) => ({ rubric, verdicts })));

/** A choice for each unscored verdict: one of its possible levels, or not applicable where it may be. */
export function arbitraryDecision(verdicts: readonly Verdict[]): fc.Arbitrary<Verdict[]> {
  return fc.tuple(
    ...verdicts.map((verdict) => {
      if (verdict.status !== 'unscored') return fc.constant(verdict);
      const outcomes: Verdict[] = verdict.possibleLevels.map((id) => scored(id));
      if (verdict.mayNotApply) outcomes.push({ status: 'not-applicable', rationale: 'For tests.' });
      return fc.constantFrom(...outcomes);
    }),
  );
}
