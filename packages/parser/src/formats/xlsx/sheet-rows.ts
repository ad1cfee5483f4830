import type { Cell } from '../table/table-records.ts';
import { excelDate } from './excel-date.ts';
import type { XmlHandler } from './read-xml.ts';
import type { SharedStrings, SpooledText } from './shared-strings.ts';
import { unescapeText } from './unescape-text.ts';

/** What a sheet shares with the rest of its workbook. Undefined: the workbook was cut off before it. */
export interface SheetContext {
  readonly strings: SharedStrings | undefined;
  readonly isDate: ((style: number) => boolean) | undefined;
  readonly uses1904: boolean;
  readonly maxRowBytes: number;
}

/** A row of a sheet. */
export type SheetRow = { readonly kind: 'row'; readonly cells: readonly SheetCell[] } | { readonly kind: 'too-large' };

/** A value, or a shared text that has to be fetched. */
export type SheetCell = Cell | SpooledText;

/** As many columns as Excel has. */
const MOST_COLUMNS = 16_384;

/** Gathers the rows of a sheet. Cells that were left out are blank. */
export class SheetRows implements XmlHandler {
  readonly #context: SheetContext;
  #rows: SheetRow[] = [];
  #cells: SheetCell[] = [];
  #size = 0;
  #column = 0;
  #type = 'n';
  #style = 0;
  #text = '';
  #takes = false;
  #phonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** The rows that are complete since the last call. */
  take(): readonly SheetRow[] {
    const rows = this.#rows;
    if (rows.length > 0) this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') {
      this.#column = attributes.r === undefined ? this.#cells.length : columnOf(attributes.r);
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? 0);
      this.#text = '';
    } else if (name === 'row') {
      this.#cells = [];
      this.#size = 0;
    } else if (name === 'v' || name === 't') this.#takes = !this.#phonetic;
    else if (name === 'rPh') this.#phonetic = true;
  }

  text(text: string): void {
    if (!this.#takes) return;
    this.#size += text.length;
    if (this.#size <= this.#context.maxRowBytes) this.#text += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#takes = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'c') this.#cell();
    else if (name === 'row') {
      const isTooLarge = this.#size > this.#context.maxRowBytes;
      this.#rows.push(isTooLarge ? { kind: 'too-large' } : { kind: 'row', cells: this.#cells });
    }
  }

  #cell(): void {
    if (!(this.#column >= 0 && this.#column < MOST_COLUMNS)) return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    const value = this.#value();
    if (this.#type === 's' && value !== undefined) this.#size += typeof value === 'string' ? value.length : value.bytes;
    this.#cells[this.#column] = value;
  }

  #value(): SheetCell {
    const text = this.#text;
    if (this.#type === 's') return text === '' ? '' : this.#context.strings?.get(Number(text));
    if (this.#type === 'inlineStr' || this.#type === 'str') return unescapeText(text);
    // An error such as #REF! stands in the place of a value that is lost.
    if (this.#type === 'e') return undefined;
    if (text === '') return '';
    if (this.#type === 'b') return text === '1' || text === 'true' ? 'true' : 'false';
    if (this.#type === 'd') return text.replace('T', ' ').replace(/\.\d+/, '');
    return this.#number(text);
  }

  #number(text: string): Cell {
    const value = Number(text);
    if (!Number.isFinite(value)) return undefined;
    const { isDate, uses1904 } = this.#context;
    // Without the styles a number may as well be a date.
    if (isDate === undefined && this.#style > 0) return undefined;
    return (isDate?.(this.#style) ? excelDate(value, uses1904) : undefined) ?? String(value);
  }
}

/** The column of a reference such as `AB12`, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const code = character.charCodeAt(0);
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }
  return column - 1;
}
