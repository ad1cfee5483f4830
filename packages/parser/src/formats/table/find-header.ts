import type { ColumnFinder } from '../../normalise/columns.ts';
import type { ProblemDetails } from '../../problems.ts';

/** Rows that may stand above the column names: a title, the filter of the list, blank ones. */
export const ROWS_ABOVE_HEADER = 20;

/** A ticket number as ServiceNow makes them. */
const TICKET_NUMBER = /^[A-Z]{2,10}\d{4,12}$/;

/** Where the column names stand. */
export interface Header {
  /** Which row, counted from 0. */
  readonly row: number;
  readonly columns: readonly string[];
  /** Which of them holds the ticket number, counted from 0. */
  readonly numberAt: number;
}

/** The first row with a column for the ticket number. */
export function findHeader(rows: readonly (readonly string[])[], finder: ColumnFinder): Header | undefined {
  for (const [row, columns] of rows.slice(0, ROWS_ABOVE_HEADER + 1).entries()) {
    const numberAt = columns.findIndex((column) => finder.find(column)?.target === 'number');
    if (numberAt >= 0) return { row, columns, numberAt };
  }
  return undefined;
}

/** How many of the columns a ticket has a field for. */
export function countKnown(columns: readonly string[], finder: ColumnFinder): number {
  return columns.filter((column) => finder.find(column) !== undefined).length;
}

/** Why rows without a header cannot be read. Does not name their cells: they may be tickets. */
export function headerFault(rows: readonly (readonly string[])[]): ProblemDetails {
  const holdsTickets = rows.some((cells) => cells.some((cell) => TICKET_NUMBER.test(cell.trim())));
  if (holdsTickets) {
    return {
      severity: 'error',
      code: 'table-no-header',
      what: 'no row of column names stands above the tickets, or none of them is the column of the ticket number',
      hint: 'Export again with the column names in the first row, and "Number" among them; or name its column in the field aliases (number: [Nummer]).',
    };
  }
  return {
    severity: 'error',
    code: 'table-no-number',
    what: 'none of its columns is known to hold the ticket number',
    hint: 'Add the column "Number" to the list and export again; or name its column in the field aliases (number: [Nummer]).',
  };
}
