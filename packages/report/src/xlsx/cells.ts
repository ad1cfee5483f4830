import { visible } from '../html/view/visible.ts';
import { escapeXml } from '../xml/escape-xml.ts';

/** Places in the list of cell formats of `style-sheet.ts`. */
export const STYLE = { plain: 0, header: 1, number: 2, time: 3, title: 4 } as const;

type Style = keyof typeof STYLE;

/** What a cell may hold. Null is an empty cell, never 0. */
export type CellValue = string | number | Date | null;

/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;
const CUT = ' […]';
const DAY = 86_400_000;
/** Days from the first day that Excel counts to 1 January 1970. */
const EPOCH = 25_569;

/** A row. Texts are texts whatever they begin with: a formula would be an element of its own. */
export function rowXml(cells: readonly CellValue[], style: Style = 'plain'): string {
  return `<row>${cells.map((cell) => cellXml(cell, style)).join('')}</row>`;
}

function cellXml(value: CellValue, style: Style): string {
  if (value === null || value === '') return `<c${styled(style)}/>`;
  if (typeof value === 'number') return `<c${styled(style === 'plain' ? 'number' : style)}><v>${value}</v></c>`;
  if (value instanceof Date) return `<c${styled('time')}><v>${value.getTime() / DAY + EPOCH}</v></c>`;
  const text = value.length > LONGEST ? value.slice(0, LONGEST - CUT.length) + CUT : value;
  return `<c t="inlineStr"${styled(style)}><is><t xml:space="preserve">${textXml(text)}</t></is></c>`;
}

/** `_x0041_` would be read as a letter: its first underscore is written so itself. */
function textXml(text: string): string {
  return escapeXml(visible(text)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

const styled = (style: Style): string => (STYLE[style] === 0 ? '' : ` s="${STYLE[style]}"`);
