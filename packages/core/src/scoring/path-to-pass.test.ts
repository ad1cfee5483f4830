import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rubric } from '../rubric/schema.ts';
import type { CriterionResult, PathStep } from '../scorecard/schema.ts';
import { arbitraryDecision, arbitraryReview } from '../testing/arbitrary-rubric.ts';
import { checklist, criterion, gate, graded, level, open, rubricOf, scored } from '../testing/rubric.ts';
import { answered } from '../testing/scorecard.ts';
import type { Verdict } from '../verdict.ts';
import { pathToPass } from './path-to-pass.ts';
import { bestLevel } from './points.ts';
import { scoreTicket } from './score-ticket.ts';

function linesOf(rubric: Rubric, verdicts: readonly Verdict[]): CriterionResult[] {
  return scoreTicket(rubric, verdicts).criteria.map((line) => ({ ...line, coaching: [`Better ${line.id}.`] }));
}

function idsOf(rubric: Rubric, ...verdicts: readonly Verdict[]): string[] {
  return pathToPass(rubric, linesOf(rubric, verdicts)).map(({ criterionId }) => criterionId);
}

const rubric = rubricOf(gate(), graded('small', 10), graded('large', 40), graded('other', 20));

describe('path to pass', () => {
  test('tells what each step brings', () => {
    expect(
      pathToPass(rubric, linesOf(rubric, [scored('deduct'), scored('full'), scored('full'), scored('full')])),
    ).toEqual([
      {
        criterionId: 'gate',
        title: 'gate',
        fromLevel: 'deduct',
        toLevel: 'pass',
        gain: 15,
        liftsAutoFail: false,
        coaching: ['The pass level.'],
      },
    ] satisfies PathStep[]);
  });

  test('says in short what to reach, and leaves the advice to the improvements', () => {
    const judge = checklist(['full', 'none'], 'phone', 'user');
    const listed = rubricOf(
      criterion('items', [level('full', 10), level('none', 0)], { evaluator: { rules: [], judge } }),
    );
    const checks = [answered('phone', 'not-met'), answered('user', 'met')];
    const [step] = pathToPass(listed, linesOf(listed, [scored('none', { checks })]));
    expect(step?.coaching).toEqual(['Still open: phone.']);
  });

  test('is empty for a ticket that passes, whatever it lost', () => {
    expect(idsOf(rubric, scored('pass'), scored('half'), scored('full'), scored('full'))).toEqual([]);
  });

  test('takes the fewest fixes, not the first ones', () => {
    expect(idsOf(rubric, scored('pass'), scored('half'), scored('none'), scored('full'))).toEqual(['large']);
  });

  test('of equally small sets it takes the deduction, even where something else gains more', () => {
    const tied = rubricOf(gate(), graded('a', 200), graded('b', 40));
    expect(idsOf(tied, scored('deduct'), scored('full'), scored('half'))).toEqual(['gate']);
  });

  test('then the greater gain, then the order of the rubric', () => {
    const equal = rubricOf(graded('first', 10), graded('second', 10), graded('third', 12), graded('rest', 80));
    expect(idsOf(equal, scored('none'), scored('none'), scored('full'), scored('full'))).toEqual(['first']);
    expect(idsOf(equal, scored('none'), scored('full'), scored('none'), scored('full'))).toEqual(['third']);
  });

  test('always lifts an automatic fail, first, also where it gains no points', () => {
    expect(idsOf(rubric, scored('fail'), scored('full'), scored('full'), scored('full'))).toEqual(['gate']);
    expect(idsOf(rubric, scored('fail'), scored('full'), scored('none'), scored('full'))).toEqual(['gate', 'large']);
  });

  test('counts what is below zero: a step that only fills the hole is no way out', () => {
    const deep = rubricOf(
      criterion('g', [level('pass', 0), level('severe', 0, { deduction: 35 })]),
      graded('a', 10),
      graded('b', 10),
    );
    expect(idsOf(deep, scored('severe'), scored('none'), scored('none'))).toEqual(['g', 'a', 'b']);
  });

  test('takes what is unscored at its best', () => {
    expect(idsOf(rubric, open(['pass', 'fail']), scored('full'), scored('full'), scored('none'))).toEqual(['other']);
    expect(idsOf(rubric, scored('pass'), scored('half'), open(['full', 'none']), scored('full'))).toEqual([]);
  });

  test('is empty where no fix of what was scored would do', () => {
    expect(idsOf(rubric, scored('pass'), scored('half'), open(['none']), scored('full'))).toEqual([]);
  });
});

test('a path leads to a pass, and no smaller set of fixes does', () => {
  const arbitraryDecided = arbitraryReview.chain(({ rubric, verdicts }) =>
    fc.tuple(fc.constant(rubric), arbitraryDecision(verdicts)),
  );
  fc.assert(
    fc.property(arbitraryDecided, ([rubric, decided]) => {
      fc.pre(scoreTicket(rubric, decided).score !== null);
      const path = pathToPass(rubric, linesOf(rubric, decided));
      const fixed = new Set(path.map(({ criterionId }) => criterionId));
      expect(passesWith(rubric, decided, fixed)).toBe(true);
      for (const smaller of subsets(rubric.criteria.map(({ id }) => id))) {
        if (smaller.size < fixed.size) expect(passesWith(rubric, decided, smaller)).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

function passesWith(rubric: Rubric, verdicts: readonly Verdict[], fixed: ReadonlySet<string>): boolean {
  const better = rubric.criteria.map((one, index) => {
    const verdict = verdicts[index] ?? expect.fail('a verdict for each criterion');
    return fixed.has(one.id) && verdict.status === 'scored' ? scored(bestLevel(one).id) : verdict;
  });
  return scoreTicket(rubric, better).passed === true;
}

function subsets(ids: readonly string[]): Set<string>[] {
  const sets = [new Set<string>()];
  for (const id of ids) sets.push(...sets.map((set) => new Set([...set, id])));
  return sets;
}
