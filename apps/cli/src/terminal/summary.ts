import type { Rubric, RunSummary } from '@tqrs/core';
import { localisationOf } from '@tqrs/report';
import { counted, number, percent, wrapped } from './format.ts';
import type { Paint } from './output.ts';
import { plain, plainCut } from './plain.ts';

/** A summary names things as the reports do. */
const { tiles, bands: bandWords, losses: lossWords, causes: causeWords, exportGaps } = localisationOf().t.runPage;

/** Lines of each table: the report has the rest. */
const TOP = 5;
const INDENT = ' '.repeat(4);
const ROW_INDENT = ' '.repeat(20);
const CAUSE_INDENT = ' '.repeat(13);

/** Widths of the columns of a table with bars. The numbers after a bar take their own line where it is too narrow. */
const columns = (width: number) => ({
  label: Math.min(30, Math.floor(width * 0.4)),
  bar: Math.max(4, Math.min(24, width - 66)),
});

/** Everything that the closing summary tells. */
export interface SummaryInput {
  readonly rubric: Pick<Rubric, 'title' | 'version' | 'passMark'>;
  readonly profileId: string;
  readonly judge: string;
  readonly summary: RunSummary;
  /** What is certain of the tickets without a score; empty where there are none. */
  readonly certain: string;
  readonly interrupted: boolean;
  /** The judge stopped before the last ticket. */
  readonly stopped: boolean;
}

/** The closing summary, for a person at a terminal of `width` columns. */
export function summaryText(input: SummaryInput, paint: Paint, width: number): string {
  const sections = [
    headline(input, paint, width),
    bands(input.summary, paint, width),
    losses(input.summary, paint, width),
    causes(input.summary, paint, width),
    findings(input.summary, paint, width),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headline(
  { rubric, profileId, judge, summary, certain, interrupted, stopped }: SummaryInput,
  paint: Paint,
  width: number,
): string[] {
  const title = `${plain(rubric.title)} ${plain(rubric.version)}`;
  const lines = [
    wrapped(
      `${paint('bold', title)}${paint('dim', `  profile ${plain(profileId)}, judge ${plain(judge)}`)}`,
      width,
      '',
    ),
    ...(stopped ? [paint('yellow', 'Stopped before the last ticket: this is what was finished until then.')] : []),
    ...(interrupted ? [paint('yellow', 'Interrupted: this is what was finished until then.')] : []),
    '',
    row(tiles.tickets, `${number(summary.tickets)}  ${paint('dim', outcomes(summary))}`),
    row(tiles.passRate, `${percent(summary.passRate)}  ${paint('dim', passes(summary, rubric.passMark))}`),
    row(tiles.mean, percent(summary.meanPercent)),
  ];
  if (certain !== '') lines.push(row(tiles.noScore, certain));
  if (summary.autoFailed > 0) lines.push(row(tiles.automaticFails, paint('red', number(summary.autoFailed))));
  if (summary.needsReview > 0) lines.push(row(tiles.needsReview, tiles.secondLook(summary.needsReview)));
  if (summary.human !== null) lines.push(row(tiles.decided, decisions(summary.human)));
  return lines.map((line) => wrapped(line, width, ROW_INDENT));
}

function outcomes(summary: RunSummary): string {
  const parts = [`${number(summary.scored)} scored`];
  if (summary.partial > 0) parts.push(`${number(summary.partial)} with a range instead of a score`);
  if (summary.notApplicable > 0) parts.push(`${number(summary.notApplicable)} where nothing applies`);
  if (summary.failedReviews > 0) parts.push(`${number(summary.failedReviews)} could not be reviewed`);
  return parts.join(', ');
}

function decisions({ tickets, accepted, overruled }: NonNullable<RunSummary['human']>): string {
  return `${counted(tickets, 'ticket')}  ${tiles.decisions(accepted, overruled)}`;
}

function passes(summary: RunSummary, passMark: number): string {
  if (summary.passRate === null) return 'no ticket has a score';
  return `of ${counted(summary.scored, 'scored ticket')}; the pass mark is ${number(passMark)}%`;
}

function bands(summary: RunSummary, paint: Paint, width: number): string[] {
  const most = Math.max(...summary.bands.map((band) => band.tickets));
  if (!(most > 0)) return [];
  const size = columns(width);
  const lines = summary.bands.map((band) => {
    const bar = '█'.repeat(Math.ceil((band.tickets / most) * size.bar)).padEnd(size.bar);
    const label = `${plainCut(band.title, size.label - 12)} ${bandWords.from(band.from)}`;
    return `  ${label.padEnd(size.label)}  ${paint(bandColour(band.id), bar)}  ${number(band.tickets)}`;
  });
  return [paint('bold', bandWords.title), ...lines];
}

function bandColour(id: string): 'blue' | 'green' | 'yellow' | 'red' | 'magenta' | 'cyan' {
  if (id === 'purple') return 'magenta';
  return id === 'blue' || id === 'green' || id === 'yellow' || id === 'red' ? id : 'cyan';
}

function losses(summary: RunSummary, paint: Paint, width: number): string[] {
  const worst = summary.criteria
    .filter((criterion) => criterion.lost > 0 || criterion.autoFails > 0)
    .sort((a, b) => b.lost - a.lost || b.autoFails - a.autoFails)
    .slice(0, TOP);
  if (worst.length === 0) return [];
  const size = columns(width);
  const most = Math.max(1, ...worst.map((criterion) => criterion.lost));
  const lines = worst.map((criterion) => {
    const bar = '█'.repeat(Math.ceil((criterion.lost / most) * size.bar)).padEnd(size.bar);
    const fails = criterion.autoFails > 0 ? paint('red', `  ${counted(criterion.autoFails, 'automatic fail')}`) : '';
    const line = `  ${plainCut(criterion.title, size.label).padEnd(size.label)}  ${paint('red', bar)}  ${counted(criterion.lost, 'point')}${fails}`;
    return wrapped(line, width, INDENT);
  });
  return [paint('bold', lossWords.title), ...lines];
}

function causes(summary: RunSummary, paint: Paint, width: number): string[] {
  const commonest = [...summary.causes].sort((a, b) => b.tickets - a.tickets).slice(0, TOP);
  if (commonest.length === 0) return [];
  const lines = commonest.map((cause) => {
    const examples = cause.examples
      .slice(0, 3)
      .map((example) => plainCut(example, 24))
      .join(', ');
    const line = `  ${number(cause.tickets).padStart(7)} ×  ${plain(cause.text)}${paint('dim', `  ${examples}`)}`;
    return wrapped(line, width, CAUSE_INDENT);
  });
  return [paint('bold', causeWords.title), ...lines];
}

function findings(summary: RunSummary, paint: Paint, width: number): string[] {
  if (summary.exportFindings.length === 0) return [];
  const lines = summary.exportFindings.flatMap((finding) => [
    `  ${paint('yellow', '!')} ${wrapped(plain(finding.message), width, INDENT, INDENT.length)}`,
    `${INDENT}${paint('dim', wrapped(plain(finding.recipe), width, INDENT, INDENT.length))}`,
  ]);
  return [paint('bold', exportGaps), ...lines];
}

function row(label: string, value: string): string {
  return `  ${label.padEnd(17)} ${value}`;
}
