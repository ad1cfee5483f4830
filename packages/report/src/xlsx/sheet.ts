import { escapeXml } from '../xml/escape-xml.ts';
import { rowXml } from './cells.ts';

/** A column of a sheet. */
export interface Column {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Numbers get this background, the first rule that fits: percent from here on, down from the highest. */
  readonly colours?: readonly { readonly from: number; readonly place: number }[];
}

/** A sheet of a workbook. */
export interface SheetLayout {
  readonly name: string;
  readonly columns: readonly Column[];
  /** A head that stays, with buttons to filter by. */
  readonly isTable: boolean;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What stands before the rows of a sheet; for a table its head is among it. */
export function sheetStart({ columns, isTable }: SheetLayout): string {
  const pane = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>';
  const widths = columns
    .map(({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const head = isTable
    ? rowXml(
        columns.map(({ title }) => title),
        'header',
      )
    : '';
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${NAMESPACE}">` +
    `<sheetViews><sheetView workbookViewId="0">${isTable ? pane : ''}</sheetView></sheetViews>` +
    `<cols>${widths}</cols><sheetData>${head}`
  );
}

/** What stands behind them. `rows`: how many there are, the head not counted. */
export function sheetEnd({ columns, isTable }: SheetLayout, rows: number): string {
  const last = columnName(columns.length - 1);
  const filter = isTable ? `<autoFilter ref="A1:${last}${rows + 1}"/>` : '';
  return `</sheetData>${filter}${rows === 0 ? '' : colourRules(columns, rows)}</worksheet>`;
}

function colourRules(columns: readonly Column[], rows: number): string {
  let priority = 0;
  return columns
    .map(({ colours = [] }, place) => {
      if (colours.length === 0) return '';
      const name = columnName(place);
      const rules = colours.map(({ from, place: style }) => {
        priority++;
        return (
          `<cfRule type="expression" dxfId="${style}" priority="${priority}" stopIfTrue="1">` +
          `<formula>${escapeXml(`AND(ISNUMBER(${name}2),${name}2>=${from})`)}</formula></cfRule>`
        );
      });
      return `<conditionalFormatting sqref="${name}2:${name}${rows + 1}">${rules.join('')}</conditionalFormatting>`;
    })
    .join('');
}

/** `A`, `Z`, `AA`, … of a place from 0 on. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}
