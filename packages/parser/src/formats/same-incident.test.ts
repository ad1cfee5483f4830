import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../test/csv.ts';
import { INCIDENTS, LABELS, type ShownIncident, tableOf } from '../../test/incidents.ts';
import { type PdfLayout, type PrintedIncident, writePdf } from '../../test/pdf.ts';
import { readAll } from '../../test/support.ts';
import { writeXlsx } from '../../test/xlsx.ts';
import { journalXml, rowXml, sysId, unloadXml } from '../../test/xml.ts';
import type { JournalEntry, Ticket, Timestamp } from '../ticket.ts';

/** A way of exporting incidents. */
interface Export {
  readonly name: string;
  write(incidents: readonly ShownIncident[]): Uint8Array | Promise<Uint8Array>;
}

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const asDates = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => (TIME.test(cell) ? new Date(`${cell.replace(' ', 'T')}Z`) : cell)));

const EXPORTS: readonly Export[] = [
  { name: 'JSON', write: (incidents) => Buffer.from(JSON.stringify({ records: incidents })) },
  {
    name: 'JSON of the Table API',
    write: (incidents) =>
      Buffer.from(
        JSON.stringify({
          result: incidents.map((incident) => ({
            ...incident,
            caller_id: { display_value: incident.caller_id, link: 'https://x/api/now/table/sys_user/1' },
          })),
        }),
      ),
  },
  {
    name: 'JSON, a record a line, compressed',
    write: (incidents) => gzipSync(incidents.map((one) => JSON.stringify(one)).join('\n')),
  },
  { name: 'CSV with column names', write: (incidents) => writeCsv(tableOf(incidents, 'names')) },
  { name: 'CSV with labels', write: (incidents) => writeCsv(tableOf(incidents), { quotes: 'all' }) },
  {
    name: 'CSV with semicolons in Windows-1252',
    // Zoë and the quotes are in it.
    write: (incidents) => writeCsv(tableOf(incidents), { delimiter: ';', encoding: 'windows-1252' }),
  },
  {
    name: 'tabs in UTF-16, as Excel writes text',
    write: (incidents) => writeCsv(tableOf(incidents), { delimiter: '\t', encoding: 'utf-16le' }),
  },
  {
    name: 'CSV with a byte order mark and bars',
    write: (incidents) =>
      writeCsv(tableOf(incidents), { delimiter: '|', encoding: 'utf-8 with a mark', lineEnd: '\n' }),
  },
  { name: 'Excel', write: (incidents) => writeXlsx([asDates(tableOf(incidents))]) },
  {
    name: 'Excel with column names, texts in the cells, days from 1904',
    write: (incidents) => writeXlsx([asDates(tableOf(incidents, 'names'))], { strings: 'inline', uses1904: true }),
  },
  {
    name: 'Excel with a title, times as text',
    write: (incidents) => writeXlsx([[['Incidents'], [], ...tableOf(incidents)]]),
  },
  { name: 'XML', write: xmlOf },
  ...(
    [
      ['two columns', { form: 'two-columns', width: 792, height: 612, size: 8, furniture: true }],
      ['one column', { form: 'one-column', newPage: true }],
      ['values under their labels', { form: 'below', boldLabels: true }],
    ] as const satisfies readonly (readonly [string, PdfLayout])[]
  ).map(
    ([name, layout]): Export => ({
      name: `PDF, ${name}`,
      write: (incidents) => writePdf(incidents.map(printed), layout),
    }),
  ),
];

/**
 * What every format holds of a ticket. Some know more: codes behind labels, the instant of a time, user names in the place of
 * full ones, ids; those are left out.
 */
function shared({ source: _, codes: __, sysId: ___, ...ticket }: Ticket) {
  const entries = (journal: JournalEntry[] | undefined) => journal?.map(({ text, at }) => ({ text, at: at?.text }));
  const text = (time: Timestamp | undefined) => time?.text;
  return {
    ...ticket,
    flags: undefined,
    workNotes: entries(ticket.workNotes),
    comments: entries(ticket.comments),
    openedAt: text(ticket.openedAt),
    resolvedAt: text(ticket.resolvedAt),
  };
}

describe('the same incidents are the same tickets', () => {
  test.each(EXPORTS.map((one) => [one.name, one] as const))('in %s', async (_, { write }) => {
    const expected = await readAll(JSON.stringify(INCIDENTS));
    const { tickets, problems } = await readAll(await write(INCIDENTS));
    expect(problems).toEqual([]);
    expect(tickets.map(shared)).toEqual(expected.tickets.map(shared));
  });
});

/** As ServiceNow unloads them: raw values with their display values, and journals as rows of their own. */
function xmlOf(incidents: readonly ShownIncident[]): Buffer {
  const rows = incidents.flatMap(({ work_notes, comments, ...fields }, at) => {
    const id = sysId(at + 1);
    const values = Object.entries(fields).map(([name, shown]) => {
      const isRaw = /^(?:number|short_description|description|close_notes|\w+_at)$/.test(name) || shown === '';
      return [name, isRaw ? shown : { value: `raw ${at}`, display: shown }] as const;
    });
    return [
      rowXml('incident', { ...Object.fromEntries(values), work_notes: '', comments: '', sys_id: id }),
      ...journalRows(id, 'work_notes', work_notes),
      ...journalRows(id, 'comments', comments),
    ];
  });
  return Buffer.from(unloadXml(...rows));
}

function journalRows(id: string, element: string, journal: string): string[] {
  const entries = journal.split(/(?=^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - .*\)$)/m).filter((entry) => entry !== '');
  return entries.map((entry) => {
    const [head = '', ...body] = entry.trimEnd().split('\n');
    return journalXml(id, element, body.join('\n'), { sys_created_on: head.slice(0, 19) });
  });
}

/** As the form of an incident is printed. */
function printed(incident: ShownIncident): PrintedIncident {
  const row = (column: keyof typeof LABELS) => [LABELS[column], incident[column]] as const;
  return {
    left: [
      row('number'),
      row('caller_id'),
      row('category'),
      row('subcategory'),
      row('business_service'),
      row('cmdb_ci'),
      row('opened_at'),
    ],
    right: [
      row('contact_type'),
      row('state'),
      row('impact'),
      row('urgency'),
      row('priority'),
      row('assignment_group'),
      row('assigned_to'),
    ],
    parts: [
      { texts: [row('short_description'), row('description')] },
      { title: 'Notes', texts: [row('comments'), row('work_notes')] },
      {
        title: 'Resolution Information',
        rows: [row('close_code'), row('resolved_by'), row('resolved_at')],
        texts: [row('close_notes')],
      },
    ],
  };
}
