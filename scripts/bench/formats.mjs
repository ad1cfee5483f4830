/** How fast exports of each format are read into tickets: the same incidents in all of them. */
import { syntheticRecords } from './synthetic-export.mjs';

const RECORDS = 5_000;
/** A form fills about a page. */
const PAGES = 100;
const ROUNDS = 3;

const parser = (path) => import(new URL(`../../packages/parser/${path}`, import.meta.url).href);

/** Prints the table. The packages have to be built. */
export async function benchFormats() {
  const { parseTickets } = await parser('dist/index.js');
  const print = (cells) => console.log(cells.map((cell) => String(cell).padStart(12)).join(''));
  print(['format', 'records', 'MB', 'records/s', 'MB/s']);
  for (const [name, records, bytes] of await written()) {
    const seconds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      let read = 0;
      for await (const ticket of parseTickets(bytes)) read += ticket.number === '' ? 0 : 1;
      seconds.push((performance.now() - start) / 1000);
      if (read !== records) throw new Error(`${name}: ${read} of ${records} records were read`);
    }
    const best = Math.min(...seconds);
    const megabytes = bytes.length / 1e6;
    const rate = (amount) => (amount / best).toLocaleString('en-US', { maximumFractionDigits: 0 });
    print([name, records.toLocaleString('en-US'), megabytes.toFixed(1), rate(records), rate(megabytes)]);
  }
}

async function written() {
  const [{ writeCsv }, { rowXml, unloadXml }, { writeXlsx }, { writePdf }] = await Promise.all(
    ['csv', 'xml', 'xlsx', 'pdf'].map((format) => parser(`test/${format}.ts`)),
  );
  const records = [...syntheticRecords(RECORDS)];
  const columns = Object.keys(records[0]).filter((column) => column !== '__status');
  const table = [columns, ...records.map((record) => columns.map((column) => record[column]))];
  const withoutJournals = ({ work_notes: _notes, __status: _status, ...fields }) => fields;
  return [
    ['JSON', RECORDS, Buffer.from(JSON.stringify({ records }))],
    ['NDJSON', RECORDS, Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''))],
    ['CSV', RECORDS, writeCsv(table)],
    ['XML', RECORDS, Buffer.from(unloadXml(...records.map((record) => rowXml('incident', withoutJournals(record)))))],
    ['XLSX', RECORDS, Buffer.from(writeXlsx([table]))],
    [
      'PDF',
      PAGES,
      Buffer.from(await writePdf(records.slice(0, PAGES).map(printed), { form: 'two-columns', newPage: true })),
    ],
  ];
}

function printed(record) {
  const text = (column) => record[column].replaceAll('\r', '');
  return {
    left: [
      ['Number', record.number],
      ['Caller', record.caller_id],
      ['Category', record.category],
      ['Service', record.business_service],
    ],
    right: [
      ['State', 'Closed'],
      ['Priority', '4 - Low'],
      ['Assignment group', record.assignment_group],
      ['Assigned to', record.assigned_to],
    ],
    parts: [
      {
        title: 'Details',
        texts: [
          ['Short description', text('short_description')],
          ['Description', text('description')],
          ['Close notes', text('close_notes')],
        ],
      },
    ],
  };
}
