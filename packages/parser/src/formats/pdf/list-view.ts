import { isNear } from './columns-of-page.ts';
import type { LabelBook } from './labels.ts';
import type { Line } from './text-lines.ts';

const NUMBER = /^[A-Z]{2,10}\d{4,14}$/;
/** Columns that a list has at least, and rows that tell it from a form with its values under its labels. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 2;

/** Whether a document is a list: one line of column titles, and numbers in a column under it. */
export function isList(lines: readonly Line[], book: LabelBook): boolean {
  for (const [at, { segments }] of lines.entries()) {
    const titles = segments.map(({ x, text }) => ({ x, label: book.read(text) }));
    const number = titles.find(({ label }) => label?.known?.kind === 'field' && label.known.target === 'number');
    const known = titles.filter(({ label }) => label?.known !== undefined && !label.colon).length;
    if (number === undefined || known < LEAST_COLUMNS) continue;
    const rest = lines.slice(at + 1);
    const again = rest.findIndex((line) =>
      line.segments.some(({ text }) => book.read(text)?.name === number.label?.name),
    );
    const rows = (again < 0 ? rest : rest.slice(0, again)).filter((line) =>
      line.segments.some(({ x, text }) => isNear(x, number.x) && NUMBER.test(text)),
    );
    if (rows.length >= LEAST_ROWS) return true;
  }
  return false;
}
