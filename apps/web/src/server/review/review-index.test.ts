import {
  applyDecisions,
  type CompiledRubric,
  type Decision,
  loadBuiltInRubric,
  type Scorecard,
  scoreTicket,
  type UnscoredReason,
  type Verdict,
  verdictKey,
} from '@tqrs/core';
import type { RunRecord, StoredTicket } from '@tqrs/core/runs';
import { expect, test } from 'vitest';
import { ReviewIndex } from './review-index.ts';

const rubrics: readonly CompiledRubric[] = [
  loadBuiltInRubric('incident-logging'),
  loadBuiltInRubric('incident-handling'),
];
const ids = rubrics.map(({ data }) => data.criteria.map(({ id }) => id));

const unscored = (reason: UnscoredReason, levels: readonly { id: string }[]): Verdict => ({
  status: 'unscored',
  reason,
  detail: '',
  possibleLevels: levels.map(({ id }) => id),
});
const best = (levels: readonly { id: string }[]): Verdict => ({
  status: 'scored',
  levelId: levels[0]?.id ?? '',
  method: 'rule',
  confidence: 'high',
  rationale: '',
  evidence: [],
});

/** A scorecard whose criteria are the best, but for some. */
function cardOf(
  { data }: CompiledRubric,
  number: string,
  open: Record<string, UnscoredReason>,
  needsReview: string[] = [],
) {
  const verdicts = data.criteria.map(({ id, levels }) => (open[id] ? unscored(open[id], levels) : best(levels)));
  const { criteria, ...totals } = scoreTicket(data, verdicts);
  const card = { ...totals, ticket: { number }, rubric: { id: data.id }, needsReview, pathToPass: [] };
  return { ...card, criteria: criteria.map((line) => ({ ...line, coaching: [] })) } as unknown as Scorecard;
}

/** The first ticket is fine with the first rubric, the second one failed, the third one is open in several ways. */
const [a = '', b = ''] = ids[0] ?? [];
const [c = ''] = ids[1] ?? [];
const tickets: StoredTicket[] = [
  ticketOf('INC1', [{}, { [c]: 'undecided' }]),
  { failed: { number: 'INC2', code: 'odd', message: '' } },
  ticketOf('INC3', [{ [a]: 'undecided', [b]: 'judge-failed' }, { [c]: 'field-not-exported' }], [b]),
  ticketOf('INC1', [{ [a]: 'needs-model' }, {}]),
];

function ticketOf(number: string, open: readonly Record<string, UnscoredReason>[], needsReview: string[] = []) {
  const scorecards = rubrics.map((rubric, at) => cardOf(rubric, number, open[at] ?? {}, at === 0 ? needsReview : []));
  return { ticket: { number }, scorecards } as unknown as StoredTicket;
}

const record = {
  *tickets() {
    for (const [position, stored] of tickets.entries()) yield { position, source: 0, stored };
  },
} as Pick<RunRecord, 'tickets'> as RunRecord;

const build = (decisions: readonly Decision[]) =>
  ReviewIndex.build(
    record,
    rubrics,
    Map.groupBy(decisions, ({ ticket }) => ticket),
  );
const linesOf = (index: ReviewIndex) =>
  [...index.questions(0)].map(({ rubric, why, position, criterion, isDecided }) =>
    [rubric, why, position, ids[rubric]?.[criterion], isDecided ? 'decided' : 'open'].join(' '),
  );

const accept = (ticket: string, criterion: string, reason: UnscoredReason): Decision => ({
  ...{ at: '2026-03-02T10:00:00Z', by: 'A lead', ticket, rubric: rubrics[0]?.data.id ?? '', criterion, reason: 'Seen' },
  ...{ on: verdictKey(unscored(reason, [])), outcome: { kind: 'not-applicable' } },
});

test('questions come by rubric, then by reason, then by ticket', async () => {
  const index = await build([]);
  const lines = [
    `0 needs-review 2 ${b} open`,
    `0 unscored 2 ${a} open`,
    `0 unscored 3 ${a} open`,
    `1 unscored 0 ${c} open`,
  ];
  expect(linesOf(index)).toEqual(lines);
  expect([...index.questions(0)].map(({ place }) => place)).toEqual([0, 1, 2, 3]);
  expect([...index.questions(2)].map(({ place }) => place)).toEqual([2, 3]);
  expect([...index.questions(9)]).toEqual([]);
  expect([index.count, index.decided]).toEqual([4, 0]);
  expect(index.positionsOf('INC1')).toEqual([0, 3]);
  expect(index.summary(0)).toMatchObject({ tickets: 4, failedReviews: 1, scored: 1, partial: 2, needsReview: 1 });
});

test('what changes while it is kept is what it would be if it were read anew', async () => {
  const decisions = [
    accept('INC3', b, 'judge-failed'),
    accept('INC1', a, 'needs-model'),
    accept('INC3', a, 'undecided'),
  ];
  const index = await build([]);
  const made: Decision[] = [];
  for (const decision of decisions) {
    for (const position of index.positionsOf(decision.ticket)) {
      const stored = tickets[position];
      if (stored === undefined || 'failed' in stored) continue;
      const under = (all: readonly Decision[]) =>
        stored.scorecards.map((card, at) =>
          applyDecisions(
            card,
            (rubrics[at] as CompiledRubric).data,
            all.filter(({ ticket }) => ticket === decision.ticket),
          ),
        );
      index.change(position, under(made), under([...made, decision]));
    }
    made.push(decision);
    const anew = await build(made);
    expect(linesOf(index)).toEqual(linesOf(anew));
    expect([index.count, index.decided]).toEqual([anew.count, made.length]);
    expect([0, 1].map((rubric) => index.summary(rubric))).toEqual([0, 1].map((rubric) => anew.summary(rubric)));
  }
  expect(index.summary(0)).toMatchObject({ scored: 3, partial: 0, needsReview: 0, passRate: 100 });
});
