import type { ChangeReason, RubricComparison, RunComparison, Standing, TicketChange } from '@tqrs/core/runs';
import { counted, number, percent, wrapped } from './format.ts';
import type { Paint } from './output.ts';
import { plain, plainCut } from './plain.ts';

/** Tickets that are listed; `--format json` has all of them. */
const MOST_TICKETS = 20;
const INDENT = ' '.repeat(4);

const REASONS: Readonly<Record<ChangeReason, string>> = {
  rubric: 'the rubric',
  profile: 'the profile',
  model: 'the judge or model',
  answer: 'another answer of the same judge',
  export: 'the export',
  settings: 'the settings',
  program: 'the version of TQRS',
};

/** What became of a run, for a person at a terminal of `width` columns. */
export function comparisonText(comparison: RunComparison, paint: Paint, width: number): string {
  const { configuration, tickets, rubrics } = comparison;
  const changed = configuration.map(({ text }) => plain(text)).join('; ');
  const alone = [
    tickets.onlyBefore > 0 ? `${number(tickets.onlyBefore)} only in the first` : '',
    tickets.onlyAfter > 0 ? `${number(tickets.onlyAfter)} only in the second` : '',
  ].filter((text) => text !== '');
  const head = [
    wrapped(
      `${paint('bold', 'Changed')}   ${changed === '' ? 'nothing that the runs were made with' : changed}`,
      width,
      INDENT,
    ),
    `${paint('bold', 'Tickets')}   ${[`${number(tickets.both)} in both runs`, ...alone].join(', ')}`,
  ];
  const parts = rubrics.map((rubric) => rubricText(rubric, paint, width));
  if (parts.length === 0) parts.push('The runs have no rubric in common.\n');
  return `${head.join('\n')}\n\n${parts.join('\n')}`;
}

function rubricText(rubric: RubricComparison, paint: Paint, width: number): string {
  const title = paint('bold', plain(rubric.title));
  if (rubric.changed === 0) return `${title}  nothing moved\n`;
  const lines = [`${title}  ${counted(rubric.changed, 'ticket')} of ${number(rubric.tickets)} came to something else`];
  const { up, down, scored, unscored, passed } = rubric;
  const row = (label: string, parts: readonly (readonly [number, string])[]) => {
    const told = parts.filter(([count]) => count > 0).map(([count, text]) => `${number(count)} ${text}`);
    if (told.length > 0) lines.push(`  ${label.padEnd(8)}${told.join(', ')}`);
  };
  row('Score', [
    [up, 'higher'],
    [down, 'lower'],
    [scored, 'scored now'],
    [unscored, 'not scored any more'],
  ]);
  row('Pass', [
    [passed.gained, 'pass now'],
    [passed.lost, 'do not pass any more'],
  ]);
  for (const [index, { from, to, tickets }] of rubric.bands.entries())
    lines.push(
      `  ${(index === 0 ? 'Band' : '').padEnd(8)}${number(tickets)} from ${bandName(from)} to ${bandName(to)}`,
    );
  if (rubric.criteria.length > 0) lines.push('', `  ${paint('bold', 'By criterion')}`);
  for (const { title: name, tickets, up: more, down: less, reasons } of rubric.criteria) {
    const why = Object.entries(reasons).map(([reason, count]) => `${REASONS[reason as ChangeReason]} ${number(count)}`);
    const moves = [more > 0 ? `${number(more)} up` : '', less > 0 ? `${number(less)} down` : ''].filter(Boolean);
    const told = [counted(tickets, 'ticket'), ...moves].join(', ');
    lines.push(wrapped(`  ${plainCut(name, 40)}: ${told} ${paint('dim', `(${why.join(', ')})`)}`, width, INDENT));
  }
  lines.push('', `  ${paint('bold', 'By ticket')}`);
  for (const change of rubric.changes.slice(0, MOST_TICKETS)) lines.push(ticketText(change, paint, width));
  const rest = rubric.changes.length - MOST_TICKETS;
  if (rest > 0) lines.push(`  … and ${counted(rest, 'more ticket')}: --format json lists all`);
  return `${lines.join('\n')}\n`;
}

function ticketText(
  { number: name, before, after, criteria, reasons }: TicketChange,
  paint: Paint,
  width: number,
): string {
  const flip =
    before.passed === after.passed
      ? ''
      : paint('yellow', after.passed === true ? ' passes now' : ' does not pass any more');
  const where = criteria.map(({ id }) => plain(id)).join(', ');
  const why = reasons.map((reason) => REASONS[reason]).join(' or ');
  const cause = [where, why].filter((text) => text !== '').join(': ');
  return wrapped(
    `  ${plainCut(name, 24)}  ${standing(before)} → ${standing(after)}${flip}  ${paint('dim', cause)}`,
    width,
    INDENT,
  );
}

function standing({ score, range, band, status }: Standing): string {
  if (score !== null) return `${percent(score.percent)} ${bandName(band)}`;
  if (range !== null) return `${percent(range.min.percent)} to ${percent(range.max.percent)}`;
  return status === 'not-applicable' ? 'not applicable' : 'no score';
}

function bandName(band: string | null): string {
  return band === null ? 'no band' : plain(band);
}
