import type { InspectedFile, Inspection } from '@tqrs/web/api';
import { counted, number, wrapped } from './format.ts';
import type { Paint } from './output.ts';
import { plain } from './plain.ts';

const LABEL = 16;
const INDENT = ' '.repeat(4);

/** What was found in exports, for a person at a terminal of `width` columns. */
export function inspectionText({ files, skipped, tickets }: Inspection, paint: Paint, width: number): string {
  const blocks = files.map((file) => fileLines(file, paint, width));
  if (skipped.length > 0)
    blocks.push(skipped.map(({ message }) => `${paint('yellow', '!')} ${wrapped(plain(message), width, INDENT)}`));
  if (files.length > 1)
    blocks.push([paint('bold', `${counted(tickets, 'ticket')} in ${counted(files.length, 'file')}`)]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function fileLines(file: InspectedFile, paint: Paint, width: number): string[] {
  const row = (label: string, text: string) =>
    text === '' ? [] : [`  ${label.padEnd(LABEL)}  ${wrapped(plain(text), width, ' '.repeat(LABEL + 4), LABEL + 4)}`];
  const { fields, contactTypes, problems, problemCount } = file;
  const more = problemCount - problems.length;
  return [
    `${paint('bold', plain(file.name))}  ${paint('dim', file.format ?? 'no export')}`,
    ...row('Tickets', number(file.tickets)),
    ...row('Opened', daysText(file.opened)),
    ...row('Closed', daysText(file.closed)),
    ...row('Contact types', contactTypes.map(({ value, tickets }) => `${value} ${number(tickets)}`).join(', ')),
    ...row('Blank fields', file.tickets > 0 ? fields.blank.join(', ') : ''),
    ...row('Missing fields', file.tickets > 0 ? fields.missing.join(', ') : ''),
    ...file.findings.flatMap(({ message, recipe }) => [
      `  ${paint('yellow', '!')} ${wrapped(plain(message), width, INDENT, INDENT.length)}`,
      `${INDENT}${paint('dim', wrapped(plain(recipe), width, INDENT, INDENT.length))}`,
    ]),
    ...problems.map(({ message, hint }) => {
      const text = `${plain(message)}${hint === undefined ? '' : ` ${plain(hint)}`}`;
      return `  ${paint('red', 'x')} ${wrapped(text, width, INDENT, INDENT.length)}`;
    }),
    ...(more > 0 ? [`  ${paint('red', 'x')} ${counted(more, 'further problem')}`] : []),
  ];
}

function daysText(days: InspectedFile['opened']): string {
  if (days === null) return '';
  return days.first === days.last ? days.first : `${days.first} to ${days.last}`;
}
