import type { Formatter, PluralForms } from '../formatter.ts';

const FOUND: PluralForms = { one: '# ticket', other: '# tickets' };

/** The table of tickets on the page of a run. */
export const ticketsTable = (f: Formatter) => ({
  title: 'Tickets',
  caption: 'All tickets in the order of the export',
  /** Of the second table that follows the first where no script runs. */
  captionOfRest: 'All tickets in the order of the export, continued',
  columns: {
    ticket: 'Ticket',
    assignedTo: 'Assigned to',
    group: 'Group',
    opened: 'Opened',
    score: 'Score',
    band: 'Band',
    result: 'Result',
  },
  search: 'Search',
  allResults: 'All results',
  allBands: 'All bands',
  /** By plural category. `#` stands for their number, which the page's script fills in. */
  found: FOUND,
  more: 'Show more tickets',
  none: 'No tickets',
  record: (place: number) => `Record ${f.number(place)}`,
  unknownRecord: 'Unknown record',
});
