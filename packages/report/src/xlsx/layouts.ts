import type { Band, CriterionResult, Evidence, Missing, Scorecard } from '@tqrs/core';
import { BREAKDOWN_WORDING } from '../html/view/breakdowns.ts';
import { fieldLabel } from '../html/view/fields.ts';
import { bandView } from '../html/view/tone.ts';
import { UNSCORED } from '../html/view/wording.ts';
import type { ReviewFailure, RubricInfo, RunInfo, RunOutcome } from '../report.ts';
import type { CellValue } from './cells.ts';
import type { Column, SheetLayout } from './sheet.ts';
import { fillPlace } from './workbook.ts';

/** A column of a sheet with what it shows of each of its rows. */
interface CellColumn<Row> extends Column {
  readonly cell: (row: Row) => CellValue;
}

/** A column whose numbers are coloured by the bands. */
const byBand = (bands: readonly Band[]): Required<Pick<Column, 'colours'>> => ({
  colours: bands.map(({ id, from }) => ({ from, place: fillPlace(bandView({ bands }, id)?.tone ?? 'purple') })),
});

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no');

/** A moment as a date that can be reckoned with; any other text as it is. */
function time(text: string | undefined): CellValue {
  if (text === undefined) return null;
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? new Date(text) : undefined;
  return instant === undefined || Number.isNaN(instant.getTime()) ? text : instant;
}

/** The columns of the sheet with a row for each ticket. Times are in UTC. */
export function ticketColumns({ bands, criteria }: RubricInfo): CellColumn<Scorecard>[] {
  return [
    { title: 'Ticket', width: 14, cell: ({ ticket }) => ticket.number },
    { title: 'Assigned to', width: 22, cell: ({ ticket }) => ticket.assignedTo ?? null },
    { title: 'Group', width: 22, cell: ({ ticket }) => ticket.assignmentGroup ?? null },
    { title: 'Contact type', width: 13, cell: ({ ticket }) => ticket.contactType ?? null },
    { title: 'Category', width: 16, cell: ({ ticket }) => ticket.category ?? null },
    { title: 'Opened (UTC)', width: 17, cell: ({ ticket }) => time(ticket.openedAt) },
    { title: 'Closed (UTC)', width: 17, cell: ({ ticket }) => time(ticket.closedAt) },
    { title: 'Status', width: 13, cell: ({ status }) => status },
    { title: 'Score %', width: 9, cell: ({ score }) => score?.percent ?? null, ...byBand(bands) },
    { title: 'Points', width: 8, cell: ({ score }) => score?.earned ?? null },
    { title: 'Of', width: 8, cell: ({ score }) => score?.possible ?? null },
    { title: 'Range from %', width: 9, cell: ({ range }) => range?.min.percent ?? null },
    { title: 'Range to %', width: 9, cell: ({ range }) => range?.max.percent ?? null },
    { title: 'Band', width: 14, cell: ({ band }) => bandView({ bands }, band)?.title ?? null },
    { title: 'Passed', width: 9, cell: ({ passed }) => yesNo(passed) },
    { title: 'Automatic fail by', width: 18, cell: ({ autoFailedBy }) => autoFailedBy.join(', ') },
    { title: 'Calculated %', width: 11, cell: ({ calculated }) => calculated?.percent ?? null },
    { title: 'Deductions', width: 11, cell: ({ deductions }) => deductions },
    { title: 'Needs review', width: 18, cell: ({ needsReview }) => needsReview.join(', ') },
    { title: 'Not examined', width: 11, cell: ({ notExamined }) => notExamined },
    ...criteria.map(({ id, title }) => ({
      title,
      width: 12,
      cell: (card: Scorecard) => card.criteria.find((result) => result.id === id)?.points ?? null,
    })),
    { title: 'Problem', width: 40, cell: () => null },
  ];
}

/** A ticket that was not reviewed as a row of the tickets: who it is and what went wrong, and no numbers. */
export function failureCells(columns: readonly Column[], { number, message }: ReviewFailure): CellValue[] {
  const filled: Readonly<Record<string, CellValue>> = {
    Ticket: number ?? null,
    Status: 'not-reviewed',
    Problem: message,
  };
  return columns.map(({ title }) => filled[title] ?? null);
}

interface CriterionRow {
  readonly number: string;
  readonly result: CriterionResult;
}

/** The columns of the sheet with a row for each criterion of each ticket. */
export const CRITERION_COLUMNS: readonly CellColumn<CriterionRow>[] = [
  { title: 'Ticket', width: 14, cell: ({ number }) => number },
  { title: 'Criterion', width: 26, cell: ({ result }) => result.title },
  { title: 'Status', width: 15, cell: ({ result: { verdict } }) => verdict.status },
  {
    title: 'Level',
    width: 20,
    cell: ({ result: { verdict } }) => (verdict.status === 'scored' ? verdict.levelId : null),
  },
  { title: 'Points', width: 8, cell: ({ result }) => result.points },
  { title: 'Of', width: 8, cell: ({ result }) => result.possible },
  { title: 'Deduction', width: 10, cell: ({ result }) => (result.deduction === 0 ? null : result.deduction) },
  { title: 'Automatic fail', width: 10, cell: ({ result }) => (result.autoFail ? 'yes' : null) },
  {
    title: 'Decided by',
    width: 12,
    cell: ({ result: { verdict } }) => (verdict.status === 'scored' ? verdict.method : null),
  },
  {
    title: 'Confidence',
    width: 11,
    cell: ({ result: { verdict } }) => (verdict.status === 'scored' ? verdict.confidence : null),
  },
  {
    title: 'Why',
    width: 60,
    cell: ({ result: { verdict } }) =>
      verdict.status === 'unscored' ? `${UNSCORED[verdict.reason]}. ${verdict.detail}` : verdict.rationale,
  },
  { title: 'Next time', width: 60, cell: ({ result }) => result.coaching.join(' ') },
];

interface EvidenceRow {
  readonly number: string;
  readonly criterion: string;
  readonly check: string | null;
  readonly proof: Evidence | Missing;
}

/** The columns of the sheet with a row for each quote, and for each element that was looked for and not found. */
export const EVIDENCE_COLUMNS: readonly CellColumn<EvidenceRow>[] = [
  { title: 'Ticket', width: 14, cell: ({ number }) => number },
  { title: 'Criterion', width: 26, cell: ({ criterion }) => criterion },
  { title: 'Check', width: 26, cell: ({ check }) => check },
  { title: 'Field', width: 20, cell: ({ proof }) => ('quote' in proof ? fieldLabel(proof.field) : null) },
  {
    title: 'Entry',
    width: 7,
    cell: ({ proof }) => ('quote' in proof && proof.entry !== undefined ? proof.entry + 1 : null),
  },
  { title: 'From', width: 7, cell: ({ proof }) => ('quote' in proof ? proof.start : null) },
  { title: 'To', width: 7, cell: ({ proof }) => ('quote' in proof ? proof.end : null) },
  { title: 'Words', width: 70, cell: ({ proof }) => ('quote' in proof ? proof.quote : null) },
  { title: 'Not found', width: 30, cell: ({ proof }) => ('quote' in proof ? null : proof.element) },
  {
    title: 'Searched',
    width: 30,
    cell: ({ proof }) => ('quote' in proof ? null : proof.searched.map(fieldLabel).join(', ')),
  },
];

/** The proofs of a scorecard. What its checks prove is not told again for their criterion. */
export function* evidenceRows({ ticket: { number }, criteria }: Scorecard): Generator<EvidenceRow> {
  for (const { title: criterion, verdict } of criteria) {
    const checks = 'checks' in verdict ? (verdict.checks ?? []) : [];
    if (checks.length === 0 && verdict.status !== 'not-applicable') {
      for (const proof of [...(verdict.evidence ?? []), ...('missing' in verdict ? (verdict.missing ?? []) : [])])
        yield { number, criterion, check: null, proof };
    }
    for (const { title: check, evidence, missing = [] } of checks)
      for (const proof of [...evidence, ...missing]) yield { number, criterion, check, proof };
  }
}

/** The layout of a table with these columns. */
export const table = (name: string, columns: readonly Column[]): SheetLayout => ({ name, columns, isTable: true });

/** The first sheet: the run in numbers. */
export const SUMMARY: SheetLayout = {
  name: 'Summary',
  columns: [
    { title: '', width: 60 },
    { title: '', width: 16 },
    { title: '', width: 16 },
    { title: '', width: 16 },
    { title: '', width: 16 },
    { title: '', width: 40 },
  ],
  isTable: false,
};

/** A line of the summary. Lines of titles are set in bold. */
export interface SummaryLine {
  readonly isTitle: boolean;
  readonly cells: readonly CellValue[];
}

/** The lines of the summary. Every number is the summary's own. */
export function* summaryLines(run: RunInfo, { summary, finishedAt, interrupted }: RunOutcome): Generator<SummaryLine> {
  const line = (...cells: CellValue[]): SummaryLine => ({ isTitle: false, cells });
  const title = (...cells: CellValue[]): SummaryLine => ({ isTitle: true, cells });
  yield title(run.rubric.title);
  yield line('Sources', run.sources.join(', '));
  yield line('Finished (UTC)', time(finishedAt));
  if (interrupted) yield line('The run was stopped before its last ticket');
  yield line('Rubric', `${run.rubric.id} ${run.rubric.version}`);
  yield line('Judge', run.judge);
  yield line('Pass mark %', run.rubric.passMark);
  yield line(null);
  yield line('Tickets', summary.tickets);
  yield line('With a score', summary.scored);
  yield line('Passed', summary.passed);
  yield line('Pass rate %', summary.passRate);
  yield line('Mean score %', summary.meanPercent);
  yield line('Automatic fails', summary.autoFailed);
  yield line('With a range instead of a score', summary.partial);
  yield line('Nothing to score', summary.notApplicable);
  yield line('Not reviewed', summary.failedReviews);
  yield line('For a person to look at', summary.needsReview);
  yield line('Points not examined', summary.notExamined);
  yield line('Cost in US dollars', summary.usage.costUsd);
  yield line(null);
  yield title('Band', 'From %', 'Tickets');
  for (const { title: band, from, tickets } of summary.bands) yield line(band, from, tickets);
  yield line(null);
  yield title('Criterion', 'Points lost', 'Of', 'Automatic fails', 'Not scored');
  for (const { title: name, lost, possible, autoFails, unscored } of summary.criteria)
    yield line(name, lost, possible, autoFails, unscored);
  yield line(null);
  yield title('Cause', 'Tickets', 'Points lost', null, null, 'For example');
  for (const { text, tickets, lost, examples } of summary.causes)
    yield line(text, tickets, lost, null, null, examples.join(', '));
  for (const { id, rows } of summary.breakdowns) {
    if (rows.length === 0) continue;
    yield line(null);
    yield title(BREAKDOWN_WORDING[id].heading, 'Scored', 'Pass rate %', 'from %', 'to %', 'Mean score %');
    for (const { value, scored, passRate, meanPercent } of rows)
      yield line(value, scored, passRate?.percent ?? null, passRate?.low ?? null, passRate?.high ?? null, meanPercent);
  }
  if (summary.exportFindings.length === 0) return;
  yield line(null);
  yield title('What the export cannot show');
  for (const { message, recipe } of summary.exportFindings) yield line(`${message} ${recipe}`);
}
