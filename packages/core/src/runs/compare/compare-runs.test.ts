import { describe, expect, test } from 'vitest';
import { hashOf } from '../../data-file/canonical-json.ts';
import { buildScorecard } from '../../review/build-scorecard.ts';
import type { Rubric } from '../../rubric/schema.ts';
import { NO_USAGE } from '../../scorecard/usage.ts';
import { buildProfile, buildTicket } from '../../testing/build.ts';
import { compiled, gate, graded, level, rubricOf, scored } from '../../testing/rubric.ts';
import { configuration } from '../../testing/runs.ts';
import type { Verdict } from '../../verdict.ts';
import type { RunConfiguration } from '../configuration.ts';
import type { StoredTicket } from '../store/stored-ticket.ts';
import { compareRuns } from './compare-runs.ts';
import type { ComparedRun } from './comparison.ts';

const RUBRIC = rubricOf(graded('a', 60), graded('b', 40), gate());
const model = (levelId: string): Verdict => scored(levelId, { method: 'model' });
const UNSCORED: Verdict = { status: 'unscored', reason: 'judge-failed', detail: '', possibleLevels: ['full', 'none'] };

interface Setting {
  readonly rubric?: Rubric;
  readonly profile?: string;
  readonly judge?: RunConfiguration['judge'];
  readonly engine?: string;
  readonly spelling?: boolean;
}

type Tickets = Readonly<Record<string, readonly Verdict[]>>;

/** A run whose tickets came to these verdicts, in the rubric's order. */
function run(
  verdicts: Tickets,
  setting: Setting = {},
  describe = (number: string) => `Text of ${number}`,
): ComparedRun {
  const { rubric = RUBRIC, profile = 'p', judge = configuration().judge, ...more } = setting;
  const tickets = Object.entries(verdicts).map(([number, given]): StoredTicket => {
    const ticket = buildTicket({ number, description: describe(number) });
    const provenance = {
      judge: judge.id,
      profile: { id: 'p', hash: profile },
      facts: 'f',
      engine: '1',
      reviewedAt: '',
    };
    const source = { ticket, findings: [], profile: buildProfile(), provenance, usage: NO_USAGE };
    return { ticket, scorecards: [buildScorecard(given, { ...source, rubric: compiled(rubric) })] };
  });
  const rubrics = [{ id: rubric.id, version: rubric.version, hash: hashOf(rubric), data: rubric }];
  const known = configuration();
  return {
    tickets,
    configuration: { ...known, rubrics, judge, profile: { ...known.profile, hash: profile }, ...more },
  };
}

const pass = [model('full'), model('full'), scored('pass')];
const fails = [model('half'), model('full'), scored('pass')];
const changesOf = (before: ComparedRun, after: ComparedRun) => compareRuns(before, after).rubrics[0]?.changes ?? [];

describe('a comparison', () => {
  test('of a run with itself finds nothing', () => {
    const one = run({ INC1: pass, INC2: fails });
    const { configuration: changed, tickets, rubrics } = compareRuns(one, one);
    expect(changed).toEqual([]);
    expect(tickets).toEqual({ both: 2, onlyBefore: 0, onlyAfter: 0 });
    expect(rubrics).toMatchObject([{ tickets: 2, changed: 0, up: 0, down: 0, bands: [], criteria: [], changes: [] }]);
  });

  test('counts what moved, what flipped, and by which criterion', () => {
    const before = run({ INC1: pass, INC2: fails, INC3: [UNSCORED, model('full'), scored('pass')], INC4: pass });
    const after = run({ INC1: fails, INC2: pass, INC3: pass, INC4: pass });
    const [rubric] = compareRuns(before, after).rubrics;
    expect(rubric).toMatchObject({
      tickets: 4,
      changed: 3,
      up: 1,
      down: 1,
      scored: 1,
      unscored: 0,
      passed: { gained: 2, lost: 1 },
      criteria: [{ id: 'a', tickets: 3, up: 1, down: 1, reasons: { answer: 3 } }],
    });
    expect(rubric?.bands).toContainEqual({ from: 'blue', to: 'red', tickets: 1 });
    expect(rubric?.changes.map(({ number }) => number)).toEqual(['INC1', 'INC2', 'INC3']);
    expect(rubric?.changes[2]).toMatchObject({
      before: { status: 'partial', score: null },
      after: { status: 'complete', passed: true },
      criteria: [{ before: { status: 'unscored', reason: 'judge-failed' }, after: { levelId: 'full', points: 60 } }],
    });
  });

  test('finds tickets whatever their order, and tells of those that only one run has', () => {
    const before = run({ INC1: pass, INC2: pass, INC3: pass });
    const after = run({ INC4: pass, INC3: fails, INC1: pass });
    expect(compareRuns(before, after).tickets).toEqual({ both: 2, onlyBefore: 1, onlyAfter: 1 });
    expect(changesOf(before, after)).toMatchObject([{ number: 'INC3' }]);
  });

  test('matches two rubrics of different names where there is one on each side', () => {
    const renamed = { ...RUBRIC, id: 'ours' };
    const [rubric] = compareRuns(run({ INC1: pass }), run({ INC1: fails }, { rubric: renamed })).rubrics;
    expect(rubric).toMatchObject({ id: 'ours', tickets: 1, changed: 1 });
  });

  test('counts a deduction and an automatic fail of a gate as worse', () => {
    const at = (levelId: string) => run({ INC1: [model('full'), model('full'), scored(levelId)] });
    const gateOf = (before: string, after: string) => compareRuns(at(before), at(after)).rubrics[0]?.criteria;
    expect(gateOf('pass', 'deduct')).toMatchObject([{ id: 'gate', up: 0, down: 1 }]);
    expect(gateOf('deduct', 'fail')).toMatchObject([{ id: 'gate', up: 0, down: 1 }]);
    expect(gateOf('fail', 'pass')).toMatchObject([{ id: 'gate', up: 1, down: 0 }]);
  });
});

describe('the reason of a change', () => {
  const judge = (id: string): RunConfiguration['judge'] => ({ id, method: 'model' });
  const reweighted = { ...RUBRIC, criteria: [graded('a', 30), ...RUBRIC.criteria.slice(1)] };
  const reworded = rubricOf({ ...graded('a', 60), guidance: 'Otherwise.' }, graded('b', 40), gate());
  const rule: readonly Verdict[] = [scored('half'), model('full'), scored('pass')];

  test.each<[string, Setting, readonly Verdict[], Setting, readonly Verdict[], readonly string[]]>([
    ['the same model said something else', {}, pass, {}, fails, ['answer']],
    ['another model was asked', { judge: judge('m:1') }, pass, { judge: judge('m:2') }, fails, ['model']],
    ['the level is worth something else', {}, pass, { rubric: reweighted, profile: 'q' }, pass, ['rubric']],
    ['the criterion reads otherwise', {}, pass, { rubric: reworded }, fails, ['rubric']],
    ['the profile changed', {}, pass, { profile: 'q' }, fails, ['profile']],
    [
      'a rule decided, which asks no model',
      { judge: judge('m:1') },
      [scored('full'), ...pass.slice(1)],
      { judge: judge('m:2'), profile: 'q' },
      rule,
      ['profile'],
    ],
    ['spelling was left out', { spelling: true }, [scored('full'), ...pass.slice(1)], {}, rule, ['settings']],
    ['the program changed', {}, [scored('full'), ...pass.slice(1)], { engine: 'tqrs 9.0.0' }, rule, ['program']],
    [
      'two things changed',
      { judge: judge('m:1') },
      pass,
      { judge: judge('m:2'), rubric: reworded },
      fails,
      ['rubric', 'model'],
    ],
  ])('is told: %s', (_what, was, before, is, after, reasons) => {
    const [change] = changesOf(run({ INC1: before }, was), run({ INC1: after }, is));
    expect(change?.criteria).toMatchObject([{ id: 'a', reasons }]);
    expect(change?.reasons).toEqual(reasons);
  });

  test('is the export where the ticket itself reads otherwise', () => {
    const after = run({ INC1: fails }, {}, () => 'Edited.');
    expect(changesOf(run({ INC1: pass }), after)).toMatchObject([{ reasons: ['export'] }]);
  });

  test('is the rubric where only the pass mark moved', () => {
    const strict = { ...RUBRIC, passMark: 100 };
    const almost = [scored('full'), scored('full'), scored('pass')];
    const before = run({ INC1: almost });
    expect(changesOf(before, run({ INC1: almost }, { rubric: strict }))).toEqual([]);
    const lenient = { ...RUBRIC, passMark: 10 };
    expect(changesOf(run({ INC1: fails }), run({ INC1: fails }, { rubric: lenient }))).toMatchObject([
      { before: { passed: false }, after: { passed: true }, reasons: ['rubric'], criteria: [] },
    ]);
  });

  test('is the rubric where a criterion is new or gone', () => {
    const more = rubricOf(
      graded('a', 60),
      graded('b', 40),
      gate(),
      graded('c', 10, { levels: [level('full', 10), level('none', 0)] }),
    );
    const [change] = changesOf(run({ INC1: pass }), run({ INC1: [...pass, scored('none')] }, { rubric: more }));
    expect(change?.criteria).toMatchObject([
      { id: 'c', before: null, after: { levelId: 'none' }, reasons: ['rubric'] },
    ]);
    const [gone] = changesOf(run({ INC1: [...pass, scored('none')] }, { rubric: more }), run({ INC1: pass }));
    expect(gone?.criteria).toMatchObject([{ id: 'c', after: null, reasons: ['rubric'] }]);
  });
});
