import type { SelectionReport } from '@tqrs/core';
import { selectionInWords } from '@tqrs/report';
import { wrapped } from './format.ts';
import type { Paint } from './output.ts';
import { plain } from './plain.ts';

const INDENT = ' '.repeat(4);

/** What a selection left out, for a person at a terminal. */
export function selectionSummary(report: SelectionReport, paint: Paint, width: number): string {
  const { selected, leftOut, notes } = selectionInWords(report);
  const lines = [...leftOut.map(plain), ...notes.map((note) => paint('dim', plain(note)))];
  return [
    `${paint('bold', 'Left out')}${paint('dim', `  ${selected}`)}`,
    ...lines.map((line) => wrapped(`  ${line}`, width, INDENT)),
    '',
  ].join('\n');
}
