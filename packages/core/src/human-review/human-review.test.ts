import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOfflineJudge } from '../judge/offline/offline-judge.ts';
import { createReviewer } from '../review/create-reviewer.ts';
import { loadBuiltInRubric } from '../rubric/load.ts';
import { type Scorecard, scorecardSchema } from '../scorecard/schema.ts';
import { buildProfile, buildTicket, FACTS } from '../testing/build.ts';
import type { Verdict } from '../verdict.ts';
import { applyDecisions } from './apply-decisions.ts';
import { checkDecision } from './check-decision.ts';
import { type Decision, type DecisionOutcome, verdictKey } from './decision.ts';

const rubric = loadBuiltInRubric('incident-logging');
const card = review();

function review(): Scorecard {
  const reviewer = createReviewer({
    rubrics: [rubric],
    profile: buildProfile(),
    judge: createOfflineJudge(),
    facts: FACTS,
    now: () => new Date(0),
  });
  const ticket = buildTicket({
    shortDescription: 'Retail - Oslo - Outlook - cannot open the shared mailbox',
    description: 'The shared mailbox does not open. Contact number: 5551234. Validated by OKTA.',
    category: 'Software',
  });
  const result = reviewer(ticket);
  if (result instanceof Promise || 'error' in result || result.scorecards[0] === undefined) throw new Error('No card.');
  return result.scorecards[0];
}

function lineOf(scorecard: Scorecard, id: string) {
  const line = scorecard.criteria.find((each) => each.id === id);
  if (line === undefined) throw new Error(`No criterion ${id}`);
  return line;
}

function decide(criterion: string, outcome: DecisionOutcome, changes: Partial<Decision> = {}): Decision {
  return {
    at: '2026-03-02T10:00:00Z',
    by: 'A lead',
    ticket: card.ticket.number,
    rubric: card.rubric.id,
    criterion,
    on: verdictKey(lineOf(card, criterion).verdict),
    outcome,
    reason: 'Seen in the chat',
    ...changes,
  };
}

const apply = (...decisions: Decision[]) => applyDecisions(card, rubric.data, decisions);

describe('applyDecisions', () => {
  test('leaves a scorecard alone that nobody decided on', () => {
    expect(apply()).toBe(card);
    expect(apply(decide('service', { kind: 'accept' }, { ticket: 'INC2' }))).toBe(card);
    expect(apply(decide('service', { kind: 'accept' }, { rubric: 'another' }))).toBe(card);
  });

  test('scores anew what is overruled, and keeps what the machine said beside it', () => {
    const before = lineOf(card, 'service');
    expect(before).toMatchObject({ points: 0, possible: 10 });
    const after = apply(decide('service', { kind: 'overrule', levelId: 'right' }));
    expect(lineOf(after, 'service')).toMatchObject({
      points: 10,
      verdict: { status: 'scored', levelId: 'right', method: 'human', rationale: 'Seen in the chat' },
      human: {
        outcome: 'overruled',
        by: 'A lead',
        reason: 'Seen in the chat',
        machine: { points: 0, possible: 10, verdict: before.verdict },
      },
      coaching: [],
    });
    expect(after.score?.earned).toBe((card.score?.earned ?? 0) + 10);
    expect(after.human?.machine.score).toEqual(card.score);
    expect(after.improvements.some(({ criterionId }) => criterionId === 'service')).toBe(false);
  });

  test('takes a criterion out of the total that does not apply', () => {
    const after = apply(decide('service', { kind: 'not-applicable' }));
    expect(after.score?.possible).toBe((card.score?.possible ?? 0) - 10);
    expect(lineOf(after, 'service')).toMatchObject({ points: null, possible: null, human: { outcome: 'overruled' } });
  });

  test('notes what is accepted, and changes nothing else', () => {
    const after = apply(decide('service', { kind: 'accept' }, { reason: '' }));
    expect(lineOf(after, 'service')).toEqual({
      ...lineOf(card, 'service'),
      human: { outcome: 'accepted', by: 'A lead', at: '2026-03-02T10:00:00Z' },
    });
    expect(after.score).toEqual(card.score);
  });

  test('counts the last decision on a criterion, and one that was withdrawn not at all', () => {
    const right = decide('service', { kind: 'overrule', levelId: 'right' });
    const accepted = decide('service', { kind: 'accept' });
    const withdrawn = decide('service', { kind: 'withdraw' });
    expect(lineOf(apply(right, accepted), 'service').human?.outcome).toBe('accepted');
    expect(apply(right, withdrawn)).toBe(card);
    expect(lineOf(apply(right, withdrawn, right), 'service').points).toBe(10);
  });

  test('does not hold a decision against another verdict than it was taken on', () => {
    expect(apply(decide('service', { kind: 'overrule', levelId: 'right' }, { on: 'scored:close' }))).toBe(card);
  });

  test('takes what was decided out of what needs review', () => {
    const open = { ...card, needsReview: ['service', 'category'] };
    const after = applyDecisions(open, rubric.data, [decide('service', { kind: 'accept' })]);
    expect(after.needsReview).toEqual(['category']);
  });

  test('whatever is decided, the points add up to the total and the scorecard fits its schema', () => {
    const decisions = fc.array(
      fc.nat(rubric.data.criteria.length - 1).chain((index) => {
        const criterion = rubric.data.criteria[index] as (typeof rubric.data.criteria)[number];
        const outcome = fc.constantFrom<DecisionOutcome>(
          { kind: 'accept' },
          { kind: 'withdraw' },
          { kind: 'not-applicable' },
          ...criterion.levels.map(({ id }): DecisionOutcome => ({ kind: 'overrule', levelId: id })),
        );
        return outcome.map((each) => decide(criterion.id, each));
      }),
    );
    fc.assert(
      fc.property(decisions, (all) => {
        const after = apply(...all);
        scorecardSchema.parse(after);
        const sum = after.criteria.reduce((total, line) => total + (line.points ?? 0) - line.deduction, 0);
        if (after.calculated !== null) expect(after.calculated.earned).toBeCloseTo(Math.max(0, sum));
        expect(apply(...all)).toEqual(after);
      }),
    );
  });
});

describe('checkDecision', () => {
  const check = (decision: Decision) => () => checkDecision(decision, card, rubric.data);

  test('lets pass what can be decided', () => {
    expect(check(decide('service', { kind: 'overrule', levelId: 'right' }))).not.toThrow();
    expect(check(decide('service', { kind: 'accept' }, { reason: '' }))).not.toThrow();
    expect(check(decide('service', { kind: 'withdraw' }, { reason: '' }))).not.toThrow();
    expect(check(decide('spelling', { kind: 'overrule', levelId: 'none' }))).not.toThrow();
  });

  test.each<[string, Decision, string]>([
    ['another ticket', decide('service', { kind: 'accept' }, { ticket: 'INC9' }), 'decision-misplaced'],
    ['another rubric', decide('service', { kind: 'accept' }, { rubric: 'x' }), 'decision-misplaced'],
    ['no criterion', { ...decide('service', { kind: 'accept' }), criterion: 'x' }, 'decision-misplaced'],
    ['a verdict that changed', decide('service', { kind: 'accept' }, { on: 'scored:right' }), 'decision-outdated'],
    ['a level that is none', decide('service', { kind: 'overrule', levelId: 'x' }), 'level-unknown'],
    ['the same level', decide('service', { kind: 'overrule', levelId: 'wrong' }), 'nothing-to-overrule'],
    ['what does not apply anyway', decide('spelling', { kind: 'not-applicable' }), 'nothing-to-overrule'],
    ['no reason', decide('service', { kind: 'overrule', levelId: 'right' }, { reason: ' ' }), 'reason-missing'],
  ])('refuses %s', (_, decision, code) => {
    expect(check(decision)).toThrow(expect.objectContaining({ code }));
  });

  test('refuses to accept what has no score', () => {
    const unscored = {
      ...card,
      criteria: card.criteria.map((line) =>
        line.id === 'service'
          ? {
              ...line,
              verdict: {
                status: 'unscored',
                reason: 'undecided',
                detail: '',
                possibleLevels: ['right'],
              } satisfies Verdict,
            }
          : line,
      ),
    };
    const decision = decide('service', { kind: 'accept' }, { on: 'unscored:undecided' });
    expect(() => checkDecision(decision, unscored, rubric.data)).toThrow(
      expect.objectContaining({ code: 'nothing-to-accept' }),
    );
  });
});
