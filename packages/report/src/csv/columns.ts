import type { CriterionResult, Scorecard } from '@tqrs/core';
import type { ReviewFailure, RubricInfo } from '../report.ts';

/** What a cell may hold. Numbers stay numbers; null is an empty cell, never 0. */
export type Cell = string | number | null;

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no');

const decidedIn = ({ criteria }: Scorecard) => criteria.filter(({ human }) => human !== undefined).map(({ id }) => id);

const TICKET_COLUMNS: readonly (readonly [name: string, cell: (card: Scorecard) => Cell])[] = [
  ['number', (card) => card.ticket.number],
  ['assigned to', (card) => card.ticket.assignedTo ?? null],
  ['group', (card) => card.ticket.assignmentGroup ?? null],
  ['opened', (card) => card.ticket.openedAt ?? null],
  ['status', (card) => card.status],
  ['score earned', (card) => card.score?.earned ?? null],
  ['score possible', (card) => card.score?.possible ?? null],
  ['score percent', (card) => card.score?.percent ?? null],
  ['range min percent', (card) => card.range?.min.percent ?? null],
  ['range max percent', (card) => card.range?.max.percent ?? null],
  ['band', (card) => card.band],
  ['passed', (card) => yesNo(card.passed)],
  ['automatic fail by', (card) => card.autoFailedBy.join(' ')],
  ['calculated percent', (card) => card.calculated?.percent ?? null],
  ['deductions', (card) => card.deductions],
  ['needs review', (card) => card.needsReview.join(' ')],
  ['not examined', (card) => card.notExamined],
  ['decided by people', (card) => decidedIn(card).join(' ')],
  ['machine percent', ({ score, human }) => (human === undefined ? score : human.machine.score)?.percent ?? null],
  ['machine passed', ({ passed, human }) => yesNo(human === undefined ? passed : human.machine.passed)],
];

const CRITERION_COLUMNS: readonly (readonly [name: string, cell: (result: CriterionResult) => Cell])[] = [
  ['points', (result) => result.points],
  ['possible', (result) => result.possible],
  ['deduction', (result) => result.deduction],
  ['level', (result) => (result.verdict.status === 'scored' ? result.verdict.levelId : null)],
  ['status', (result) => (result.verdict.status === 'unscored' ? result.verdict.reason : result.verdict.status)],
];

/** The names of all columns. Criteria go by their ids, which never change. */
export function csvHeader(rubric: RubricInfo): string[] {
  return [
    ...TICKET_COLUMNS.map(([name]) => name),
    ...rubric.criteria.flatMap(({ id }) => CRITERION_COLUMNS.map(([name]) => `${id} ${name}`)),
    'problem',
  ];
}

/** One ticket as a row. A criterion that the scorecard lacks has empty cells. */
export function csvRow(rubric: RubricInfo, card: Scorecard): Cell[] {
  const results = new Map(card.criteria.map((result) => [result.id, result]));
  return [
    ...TICKET_COLUMNS.map(([, cell]) => cell(card)),
    ...rubric.criteria.flatMap(({ id }) => {
      const result = results.get(id);
      return CRITERION_COLUMNS.map(([, cell]) => (result === undefined ? null : cell(result)));
    }),
    null,
  ];
}

/** A ticket that was not reviewed as a row: who it is and what went wrong, and no numbers. */
export function csvFailureRow(rubric: RubricInfo, failure: ReviewFailure): Cell[] {
  const row: Cell[] = csvHeader(rubric).map(() => null);
  row[0] = failure.number ?? null;
  row[4] = 'not-reviewed';
  row[row.length - 1] = failure.message;
  return row;
}
