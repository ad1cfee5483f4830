import type { ColumnFinder } from '../../normalise/columns.ts';
import type { ProblemDetails } from '../../problems.ts';
import { TIME_FIELDS } from '../../ticket.ts';
import type { FormatItem } from '../format.ts';
import type { Header } from './find-header.ts';
import { readReference } from './reference-cell.ts';

/** A value of a row. Undefined: it cannot be read, and counts as not exported. */
export type Cell = string | undefined;

/** Where an export crops values: ServiceNow in display mode, and Excel. */
const CROPPED_AT: ReadonlySet<number> = new Set([32_000, 32_767]);
const TIMES: ReadonlySet<string> = new Set(TIME_FIELDS);
/** Rows at the end that may be a message instead of records. */
const MOST_NOTES = 5;
const LONGEST_NUMBER = 40;

interface TableColumn {
  readonly name: string;
  readonly at: number;
  readonly kind: 'time' | 'state' | 'other';
}

/** Makes records of the rows below a header. */
export class TableRecords {
  readonly #numberAt: number;
  readonly #width: number;
  readonly #columns: readonly TableColumn[];
  /** Rows with a single value, held back: a message, where nothing follows them. */
  #notes: (readonly Cell[])[] = [];
  /** Columns of a ticket that come twice. */
  readonly #doubled: readonly string[];
  #count = 0;

  constructor({ columns, numberAt }: Header, finder: ColumnFinder) {
    this.#numberAt = numberAt;
    this.#width = columns.length;
    const kept = new Map<string, TableColumn>();
    const doubled = new Set<string>();
    for (const [at, label] of columns.entries()) {
      const name = label.trim();
      if (name === '') continue;
      if (!kept.has(name)) kept.set(name, { name, at, kind: kindOf(name, finder) });
      else if (finder.find(name) !== undefined) doubled.add(name);
    }
    this.#columns = [...kept.values()];
    this.#doubled = [...doubled];
  }

  /** What is to be told of the header. */
  begin(): FormatItem[] {
    return this.#doubled.map((field) => ({
      kind: 'problem',
      details: {
        severity: 'warning',
        code: 'duplicate-column',
        what: 'two columns have this name; the first one counts',
        hint: 'Leave one of them out of the list, or export the column names in place of the labels.',
        field,
      },
    }));
  }

  /** What the next row comes to. Cells that a row does not have are blank. */
  add(cells: readonly Cell[]): FormatItem[] {
    const filled = cells.filter((cell) => cell === undefined || cell.trim() !== '').length;
    if (filled === 0) return [];
    if (this.#isNote(cells, filled) && this.#notes.length < MOST_NOTES) {
      this.#notes.push(cells);
      return [];
    }
    return [...this.#flushNotes(), ...this.#record(cells)];
  }

  /** What stands in the place of a row that cannot be read. */
  lose(details: Omit<ProblemDetails, 'severity' | 'record'>): FormatItem[] {
    const flushed = this.#flushNotes();
    this.#count++;
    return [...flushed, { kind: 'problem', details: { severity: 'error', ...details, record: this.#count } }];
  }

  /** A warning about the row that is added next. */
  warn(details: Omit<ProblemDetails, 'severity' | 'record'>): FormatItem[] {
    const flushed = this.#flushNotes();
    return [...flushed, { kind: 'problem', details: { severity: 'warning', ...details, record: this.#count + 1 } }];
  }

  /** Call it behind the last row. */
  end(): FormatItem[] {
    if (this.#notes.length === 0) return [];
    const details: ProblemDetails = {
      severity: 'warning',
      code: 'export-note',
      what: 'it ends with a message in place of a record, as ServiceNow writes where it cuts an export off',
      hint: 'Compare with the record count of the list. If records are missing, export in parts (filter the list by Opened, for instance).',
    };
    return [{ kind: 'problem', details }];
  }

  /** A message fills one cell of a row, and does not look like a number in the place of the number. */
  #isNote(cells: readonly Cell[], filled: number): boolean {
    if (filled > 1 || this.#width < 3) return false;
    const number = cells[this.#numberAt]?.trim() ?? '';
    return number.length > LONGEST_NUMBER || !/^\S*\d$/.test(number);
  }

  #flushNotes(): FormatItem[] {
    if (this.#notes.length === 0) return [];
    const notes = this.#notes;
    this.#notes = [];
    return notes.flatMap((cells) => this.#record(cells));
  }

  #record(cells: readonly Cell[]): FormatItem[] {
    this.#count++;
    const items: FormatItem[] = [];
    // Tables show what a person sees. Times are raw only where a state shows that the values are.
    const showsState = this.#columns.some(({ kind, at }) => kind === 'state' && (cells[at] ?? '') !== '');
    const entries: [string, unknown][] = [];
    for (const { name, at, kind } of this.#columns) {
      const cell = at < cells.length ? cells[at] : '';
      if (cell === undefined) continue;
      if (CROPPED_AT.has(cell.length)) items.push(this.#cropped(cells, name, cell.length));
      const isDisplayed = kind === 'time' && !showsState && cell !== '';
      entries.push([name, isDisplayed ? { display_value: cell } : (readReference(cell) ?? cell)]);
    }
    // Not by assignment: a column may be called `__proto__`.
    items.push({ kind: 'record', record: Object.fromEntries(entries) });
    return items;
  }

  #cropped(cells: readonly Cell[], field: string, length: number): FormatItem {
    const number = cells[this.#numberAt];
    const details: ProblemDetails = {
      severity: 'warning',
      code: 'field-cropped',
      what: `the value is exactly ${length.toLocaleString('en')} characters long, where exports crop it: its end may be missing`,
      hint: 'Export the ticket as XML or JSON to have the whole text.',
      field,
      record: this.#count,
      ...(number !== undefined && number !== '' && { number }),
    };
    return { kind: 'problem', details };
  }
}

function kindOf(name: string, finder: ColumnFinder): TableColumn['kind'] {
  const target = finder.find(name)?.target;
  if (target === 'state') return 'state';
  return target !== undefined && TIMES.has(target) ? 'time' : 'other';
}
