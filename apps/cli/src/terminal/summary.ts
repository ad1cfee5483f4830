import type { Rubric, RunSummary } from '@tqrs/core';
import { counted, number, percent, wrapped } from './format.ts';
import type { Paint } from './output.ts';
import { plain, plainCut } from './plain.ts';

/** Lines of each table: the report has the rest. */
const TOP = 5;
const BAR = 24;
const LABEL = 30;
/** Long texts are broken here, for reading's sake and not to be torn by a narrow terminal. */
const WIDTH = 96;
const INDENT = '    ';

/** Everything that the closing summary tells. */
export interface SummaryInput {
  readonly rubric: Pick<Rubric, 'title' | 'version' | 'passMark'>;
  readonly profileId: string;
  readonly judge: string;
  readonly summary: RunSummary;
  readonly interrupted: boolean;
}

/** The closing summary, for a person at a terminal. */
export function summaryText(input: SummaryInput, paint: Paint): string {
  const sections = [
    headline(input, paint),
    bands(input.summary, paint),
    losses(input.summary, paint),
    causes(input.summary, paint),
    findings(input.summary, paint),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headline({ rubric, profileId, judge, summary, interrupted }: SummaryInput, paint: Paint): string[] {
  const title = `${plain(rubric.title)} ${plain(rubric.version)}`;
  const lines = [
    `${paint('bold', title)}${paint('dim', `  profile ${plain(profileId)}, judge ${plain(judge)}`)}`,
    ...(interrupted ? [paint('yellow', 'Interrupted: this is what was finished until then.')] : []),
    '',
    row('Tickets', `${number(summary.tickets)}  ${paint('dim', outcomes(summary))}`),
    row('Pass rate', `${percent(summary.passRate)}  ${paint('dim', passes(summary, rubric.passMark))}`),
    row('Mean score', percent(summary.meanPercent)),
  ];
  if (summary.autoFailed > 0) lines.push(row('Automatic fails', paint('red', number(summary.autoFailed))));
  if (summary.needsReview > 0) lines.push(row('For a person', `${counted(summary.needsReview, 'ticket')} to look at`));
  return lines;
}

function outcomes(summary: RunSummary): string {
  const parts = [`${number(summary.scored)} scored`];
  if (summary.partial > 0) parts.push(`${number(summary.partial)} with a range instead of a score`);
  if (summary.notApplicable > 0) parts.push(`${number(summary.notApplicable)} where nothing applies`);
  if (summary.failedReviews > 0) parts.push(`${number(summary.failedReviews)} could not be reviewed`);
  return parts.join(', ');
}

function passes(summary: RunSummary, passMark: number): string {
  if (summary.passRate === null) return 'no ticket has a score';
  return `of ${counted(summary.scored, 'scored ticket')}; the pass mark is ${number(passMark)} %`;
}

function bands(summary: RunSummary, paint: Paint): string[] {
  const most = Math.max(...summary.bands.map((band) => band.tickets));
  if (!(most > 0)) return [];
  const lines = summary.bands.map((band) => {
    const bar = '█'.repeat(Math.ceil((band.tickets / most) * BAR)).padEnd(BAR);
    const label = `${plainCut(band.title, LABEL - 12)} from ${number(band.from)} %`;
    return `  ${label.padEnd(LABEL)}  ${paint(bandColour(band.id), bar)}  ${number(band.tickets)}`;
  });
  return [paint('bold', 'Bands'), ...lines];
}

function bandColour(id: string): 'blue' | 'green' | 'yellow' | 'red' | 'magenta' | 'cyan' {
  if (id === 'purple') return 'magenta';
  return id === 'blue' || id === 'green' || id === 'yellow' || id === 'red' ? id : 'cyan';
}

function losses(summary: RunSummary, paint: Paint): string[] {
  const worst = summary.criteria
    .filter((criterion) => criterion.lost > 0 || criterion.autoFails > 0)
    .sort((a, b) => b.lost - a.lost || b.autoFails - a.autoFails)
    .slice(0, TOP);
  if (worst.length === 0) return [];
  const most = Math.max(1, ...worst.map((criterion) => criterion.lost));
  const lines = worst.map((criterion) => {
    const bar = '█'.repeat(Math.ceil((criterion.lost / most) * BAR)).padEnd(BAR);
    const fails = criterion.autoFails > 0 ? paint('red', `  ${counted(criterion.autoFails, 'automatic fail')}`) : '';
    return `  ${plainCut(criterion.title, LABEL).padEnd(LABEL)}  ${paint('red', bar)}  ${counted(criterion.lost, 'point')}${fails}`;
  });
  return [paint('bold', 'Where points go'), ...lines];
}

function causes(summary: RunSummary, paint: Paint): string[] {
  const commonest = [...summary.causes].sort((a, b) => b.tickets - a.tickets).slice(0, TOP);
  if (commonest.length === 0) return [];
  const lines = commonest.map((cause) => {
    const examples = cause.examples
      .slice(0, 3)
      .map((example) => plainCut(example, 24))
      .join(', ');
    return `  ${number(cause.tickets).padStart(7)} ×  ${plain(cause.text)}${paint('dim', `  ${examples}`)}`;
  });
  return [paint('bold', 'Commonest causes'), ...lines];
}

function findings(summary: RunSummary, paint: Paint): string[] {
  if (summary.exportFindings.length === 0) return [];
  const lines = summary.exportFindings.flatMap((finding) => [
    `  ${paint('yellow', '!')} ${wrapped(plain(finding.message), WIDTH, INDENT)}`,
    `${INDENT}${paint('dim', wrapped(plain(finding.recipe), WIDTH, INDENT))}`,
  ]);
  return [paint('bold', 'About the export'), ...lines];
}

function row(label: string, value: string): string {
  return `  ${label.padEnd(16)}  ${value}`;
}
