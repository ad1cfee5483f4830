import { strToU8, zipSync } from 'fflate';

/** A value of a cell. A date is written as a serial number in a date style. */
export type XlsxCell =
  | string
  | number
  | boolean
  | Date
  | { readonly xml: string; readonly type?: string; readonly style?: number }
  | null;

/** How a workbook is written. */
export interface XlsxOptions {
  /** Where texts stand: in the cells, or in a part of their own. Default: shared. */
  readonly strings?: 'inline' | 'shared';
  readonly uses1904?: boolean;
  /** Stores parts as they are, in place of deflating them. */
  readonly stored?: boolean;
  /** Parts in place of those written, or left out. */
  readonly parts?: Readonly<Record<string, string | undefined>>;
}

/** The style of cells that hold dates. */
export const DATE_STYLE = 1;

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook with these sheets, each a list of rows. */
export function writeXlsx(
  sheets: readonly (readonly (readonly XlsxCell[])[])[],
  options: XlsxOptions = {},
): Uint8Array {
  const { uses1904 = false, stored = false } = options;
  const texts = new Map<string, number>();
  const bodies = sheets.map((rows) => sheetOf(rows, options, texts));
  const items = [...texts.keys()].map((text) => `<si>${textOf(text)}</si>`).join('');
  const parts: Record<string, string | undefined> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${TYPES}"><workbookPr${uses1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map((_, at) => `<sheet name="Sheet ${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['rId98', 'styles', 'styles.xml'],
      ...(texts.size > 0 ? [['rId99', 'sharedStrings', '/xl/sharedStrings.xml'] as const] : []),
    ]),
    ...Object.fromEntries(bodies.map((body, at) => [`xl/worksheets/sheet${at + 1}.xml`, body])),
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm:ss"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': texts.size > 0 ? `${HEAD}<sst ${MAIN}>${items}</sst>` : undefined,
    ...options.parts,
  };
  const files = Object.entries(parts).flatMap(([name, text]) => (text === undefined ? [] : [[name, strToU8(text)]]));
  return zipSync(Object.fromEntries(files), { level: stored ? 0 : 6, mtime: new Date(2026, 0, 1) });
}

function sheetOf(
  rows: readonly (readonly XlsxCell[])[],
  { strings = 'shared', uses1904 = false }: XlsxOptions,
  texts: Map<string, number>,
): string {
  const body = rows.map((cells, at) => {
    const line = at + 1;
    const written = cells.map((cell, column) => {
      const place = `r="${columnName(column)}${line}"`;
      // Excel leaves blank cells out.
      if (cell === null || cell === '') return '';
      if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
      if (typeof cell === 'boolean') return `<c ${place} t="b"><v>${cell ? 1 : 0}</v></c>`;
      if (cell instanceof Date) return `<c ${place} s="${DATE_STYLE}"><v>${serialOf(cell, uses1904)}</v></c>`;
      if (typeof cell === 'object') {
        return `<c ${place}${cell.type ? ` t="${cell.type}"` : ''}${cell.style ? ` s="${cell.style}"` : ''}>${cell.xml}</c>`;
      }
      if (strings === 'inline') return `<c ${place} t="inlineStr"><is>${textOf(cell)}</is></c>`;
      const index = texts.get(cell) ?? texts.size;
      texts.set(cell, index);
      return `<c ${place} t="s"><v>${index}</v></c>`;
    });
    return `<row r="${line}">${written.join('')}</row>`;
  });
  return `${HEAD}<worksheet ${MAIN}><sheetData>${body.join('')}</sheetData></worksheet>`;
}

function textOf(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/_x(?=[0-9A-F]{4}_)/g, '_x005F_x')
    .replaceAll('\r', '_x000D_');
  return `<t xml:space="preserve">${escaped}</t>`;
}

function serialOf(date: Date, uses1904: boolean): number {
  return (date.getTime() - (uses1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / 86_400_000;
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}

function relationships(targets: readonly (readonly [string, string, string])[]): string {
  const list = targets.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}
