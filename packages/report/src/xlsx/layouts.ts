import type { Band, CriterionResult, Evidence, Missing, Scorecard, Verdict } from '@tqrs/core';
import type { Catalogue } from '../catalogue/languages.ts';
import { bandView } from '../html/view/band-view.ts';
import { fieldLabel } from '../html/view/fields.ts';
import { humanise } from '../html/view/humanise.ts';
import type { ReviewFailure, RubricInfo, RunInfo, RunOutcome } from '../report.ts';
import type { CellValue } from './cells.ts';
import type { Column, SheetLayout } from './sheet.ts';
import { fillPlace } from './workbook.ts';

/** A column of a sheet with what it shows of each of its rows. */
interface CellColumn<Row> extends Column {
  readonly cell: (row: Row) => CellValue;
  /** What it shows of a ticket that was not reviewed. Absent: nothing. */
  readonly ofFailure?: (failure: ReviewFailure) => CellValue;
}

/** A column whose numbers are coloured by the bands. */
const byBand = (bands: readonly Band[]): Required<Pick<Column, 'colours'>> => ({
  colours: bands.map(({ id, from }) => ({ from, place: fillPlace(bandView({ bands }, id)?.tone ?? 'purple') })),
});

/** A moment as a date that can be reckoned with; any other text as it is. */
function time(text: string | undefined): CellValue {
  if (text === undefined) return null;
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? new Date(text) : undefined;
  return instant === undefined || Number.isNaN(instant.getTime()) ? text : instant;
}

/** The columns of the sheet with a row for each ticket. Times are in UTC. */
export function ticketColumns({ bands, criteria }: RubricInfo, { workbook }: Catalogue): CellColumn<Scorecard>[] {
  const { columns: t, yes, no } = workbook;
  const titles = (ids: readonly string[]) =>
    ids.map((id) => criteria.find((criterion) => criterion.id === id)?.title ?? id).join(', ');
  return [
    { title: t.ticket, width: 14, cell: ({ ticket }) => ticket.number, ofFailure: ({ number }) => number ?? null },
    { title: t.assignedTo, width: 22, cell: ({ ticket }) => ticket.assignedTo ?? null },
    { title: t.group, width: 22, cell: ({ ticket }) => ticket.assignmentGroup ?? null },
    { title: t.contactType, width: 13, cell: ({ ticket }) => ticket.contactType ?? null },
    { title: t.category, width: 16, cell: ({ ticket }) => ticket.category ?? null },
    { title: t.opened, width: 17, cell: ({ ticket }) => time(ticket.openedAt) },
    { title: t.closed, width: 17, cell: ({ ticket }) => time(ticket.closedAt) },
    {
      title: t.status,
      width: 13,
      cell: ({ status }) => workbook.cards[status],
      ofFailure: () => workbook.cards['not-reviewed'],
    },
    { title: t.score, width: 9, cell: ({ score }) => score?.percent ?? null, ...byBand(bands) },
    { title: t.points, width: 8, cell: ({ score }) => score?.earned ?? null },
    { title: t.of, width: 8, cell: ({ score }) => score?.possible ?? null },
    { title: t.rangeFrom, width: 9, cell: ({ range }) => range?.min.percent ?? null },
    { title: t.rangeTo, width: 9, cell: ({ range }) => range?.max.percent ?? null },
    { title: t.band, width: 14, cell: ({ band }) => bandView({ bands }, band)?.title ?? null },
    { title: t.passed, width: 9, cell: ({ passed }) => (passed === null ? null : passed ? yes : no) },
    { title: t.automaticFailBy, width: 18, cell: ({ autoFailedBy }) => titles(autoFailedBy) },
    { title: t.calculated, width: 11, cell: ({ calculated }) => calculated?.percent ?? null },
    { title: t.deductions, width: 11, cell: ({ deductions }) => deductions },
    { title: t.needsReview, width: 18, cell: ({ needsReview }) => titles(needsReview) },
    { title: t.notExamined, width: 11, cell: ({ notExamined }) => notExamined },
    {
      title: t.decidedByPeople,
      width: 18,
      cell: (card) => card.criteria.flatMap(({ title, human }) => (human === undefined ? [] : [title])).join(', '),
    },
    {
      title: t.machineScore,
      width: 11,
      cell: ({ score, human }) => (human ? human.machine.score : score)?.percent ?? null,
    },
    ...criteria.map(({ id, title }) => ({
      title,
      width: 12,
      cell: (card: Scorecard) => card.criteria.find((result) => result.id === id)?.points ?? null,
    })),
    { title: t.problem, width: 40, cell: () => null, ofFailure: ({ message }) => message },
  ];
}

/** A ticket that was not reviewed as a row of the tickets: who it is and what went wrong, and no numbers. */
export function failureCells(columns: readonly CellColumn<Scorecard>[], failure: ReviewFailure): CellValue[] {
  return columns.map(({ ofFailure }) => ofFailure?.(failure) ?? null);
}

interface CriterionRow {
  readonly number: string;
  readonly result: CriterionResult;
}

/** The columns of the sheet with a row for each criterion of each ticket. */
export function criterionColumns({ workbook, shared }: Catalogue): CellColumn<CriterionRow>[] {
  const { columns: t } = workbook;
  return [
    { title: t.ticket, width: 14, cell: ({ number }) => number },
    { title: t.criterion, width: 26, cell: ({ result }) => result.title },
    { title: t.status, width: 15, cell: ({ result: { verdict } }) => workbook.verdicts[verdict.status] },
    {
      title: t.level,
      width: 20,
      cell: ({ result: { verdict } }) => levelOf(verdict),
    },
    { title: t.points, width: 8, cell: ({ result }) => result.points },
    { title: t.of, width: 8, cell: ({ result }) => result.possible },
    { title: t.deduction, width: 10, cell: ({ result }) => (result.deduction === 0 ? null : result.deduction) },
    { title: t.automaticFail, width: 10, cell: ({ result }) => (result.autoFail ? workbook.yes : null) },
    {
      title: t.decidedBy,
      width: 12,
      cell: ({ result: { verdict } }) => (verdict.status === 'scored' ? workbook.methods[verdict.method] : null),
    },
    {
      title: t.confidence,
      width: 11,
      cell: ({ result: { verdict } }) =>
        verdict.status === 'scored' ? workbook.confidences[verdict.confidence] : null,
    },
    {
      title: t.why,
      width: 60,
      cell: ({ result: { verdict } }) =>
        verdict.status === 'unscored'
          ? workbook.unscored(shared.unscored[verdict.reason], verdict.detail)
          : verdict.rationale,
    },
    { title: t.nextTime, width: 60, cell: ({ result }) => result.coaching.join(' ') },
    {
      title: t.decision,
      width: 14,
      cell: ({ result: { human } }) => (human === undefined ? null : workbook.decisions[human.outcome]),
    },
    { title: t.by, width: 22, cell: ({ result: { human } }) => human?.by ?? null },
    { title: t.at, width: 17, cell: ({ result: { human } }) => time(human?.at) },
    { title: t.machineLevel, width: 20, cell: ({ result }) => levelOf(machineOf(result).verdict) },
    { title: t.machinePoints, width: 11, cell: ({ result }) => machineOf(result).points },
  ];
}

/** What the machine said of a criterion, whoever decided after it. */
const machineOf = (result: CriterionResult) => (result.human?.outcome === 'overruled' ? result.human.machine : result);

const levelOf = (verdict: Verdict): CellValue => (verdict.status === 'scored' ? humanise(verdict.levelId) : null);

interface EvidenceRow {
  readonly number: string;
  readonly criterion: string;
  readonly check: string | null;
  readonly proof: Evidence | Missing;
}

/** The columns of the sheet with a row for each quote, and for each element that was looked for and not found. */
export function evidenceColumns(catalogue: Catalogue): CellColumn<EvidenceRow>[] {
  const { columns: t } = catalogue.workbook;
  const label = (field: string) => fieldLabel(field, catalogue);
  return [
    { title: t.ticket, width: 14, cell: ({ number }) => number },
    { title: t.criterion, width: 26, cell: ({ criterion }) => criterion },
    { title: t.check, width: 26, cell: ({ check }) => check },
    { title: t.field, width: 20, cell: ({ proof }) => ('quote' in proof ? label(proof.field) : null) },
    {
      title: t.entry,
      width: 7,
      cell: ({ proof }) => ('quote' in proof && proof.entry !== undefined ? proof.entry + 1 : null),
    },
    { title: t.from, width: 7, cell: ({ proof }) => ('quote' in proof ? proof.start : null) },
    { title: t.to, width: 7, cell: ({ proof }) => ('quote' in proof ? proof.end : null) },
    { title: t.words, width: 70, cell: ({ proof }) => ('quote' in proof ? proof.quote : null) },
    { title: t.notFound, width: 30, cell: ({ proof }) => ('quote' in proof ? null : proof.element) },
    {
      title: t.searched,
      width: 30,
      cell: ({ proof }) => ('quote' in proof ? null : proof.searched.map(label).join(', ')),
    },
  ];
}

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
export const summarySheet = (name: string): SheetLayout => ({
  name,
  columns: [
    { title: '', width: 60 },
    { title: '', width: 16 },
    { title: '', width: 16 },
    { title: '', width: 16 },
    { title: '', width: 16 },
    { title: '', width: 40 },
  ],
  isTable: false,
});

/** A line of the summary. Lines of titles are set in bold. */
export interface SummaryLine {
  readonly isTitle: boolean;
  readonly cells: readonly CellValue[];
}

/** The lines of the summary. Every number is the summary's own. */
export function* summaryLines(
  run: RunInfo,
  { summary, finishedAt, interrupted }: RunOutcome,
  { workbook, breakdowns }: Catalogue,
): Generator<SummaryLine> {
  const { summary: t } = workbook;
  const line = (...cells: CellValue[]): SummaryLine => ({ isTitle: false, cells });
  const title = (...cells: CellValue[]): SummaryLine => ({ isTitle: true, cells });
  yield title(run.rubric.title);
  yield line(t.sources, run.sources.join(', '));
  yield line(t.finished, time(finishedAt));
  if (interrupted) yield line(t.stopped);
  yield line(t.rubric, `${run.rubric.id} ${run.rubric.version}`);
  yield line(t.judge, run.judge);
  yield line(t.passMark, run.rubric.passMark);
  yield line(null);
  yield line(t.tickets, summary.tickets);
  yield line(t.withScore, summary.scored);
  yield line(t.passed, summary.passed);
  yield line(t.passRate, summary.passRate);
  yield line(t.mean, summary.meanPercent);
  yield line(t.automaticFails, summary.autoFailed);
  yield line(t.withRange, summary.partial);
  yield line(t.nothingToScore, summary.notApplicable);
  yield line(t.notReviewed, summary.failedReviews);
  yield line(t.secondLook, summary.needsReview);
  yield line(t.notExamined, summary.notExamined);
  if (summary.human !== null) {
    const { tickets, accepted, overruled, machine } = summary.human;
    yield line(t.decided, tickets);
    yield line(t.accepted, accepted);
    yield line(t.overruled, overruled);
    yield line(t.machinePassRate, machine.passRate);
    yield line(t.machineMean, machine.meanPercent);
  }
  yield line(t.cost, summary.usage.costUsd);
  yield line(null);
  yield title(t.band, t.from, t.tickets);
  for (const { title: band, from, tickets } of summary.bands) yield line(band, from, tickets);
  yield line(null);
  yield title(t.criterion, t.lost, t.of, t.automaticFails, t.notScored);
  for (const { title: name, lost, possible, autoFails, unscored } of summary.criteria)
    yield line(name, lost, possible, autoFails, unscored);
  yield line(null);
  yield title(t.cause, t.tickets, t.lost, null, null, t.examples);
  for (const { text, tickets, lost, examples } of summary.causes)
    yield line(text, tickets, lost, null, null, examples.join(', '));
  for (const { id, rows } of summary.breakdowns) {
    if (rows.length === 0) continue;
    yield line(null);
    yield title(breakdowns.kinds[id].heading, t.scored, t.passRate, t.low, t.high, t.mean);
    for (const { value, scored, passRate, meanPercent } of rows)
      yield line(value, scored, passRate?.percent ?? null, passRate?.low ?? null, passRate?.high ?? null, meanPercent);
  }
  if (summary.exportFindings.length === 0) return;
  yield line(null);
  yield title(t.exportGaps);
  for (const { message, recipe } of summary.exportFindings) yield line(`${message} ${recipe}`);
}
