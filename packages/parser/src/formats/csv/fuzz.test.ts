import { expect, test } from 'vitest';
import { type CsvDialect, writeCsv } from '../../../test/csv.ts';
import { mutate, seeded } from '../../../test/mutate.ts';
import { inChunks, readAll } from '../../../test/support.ts';
import type { Ticket } from '../../ticket.ts';

const HEADER = ['number', 'short_description', 'description', 'state', 'close_notes'];
const ROWS = Array.from({ length: 12 }, (_, at) => [
  `INC00${20_001 + at}`,
  `Drucker ${at}; „klemmt“`,
  at % 3 === 0 ? `First line of ${at}\nsecond, "quoted" line\n\nINC00${20_001 + at} again` : `Plain text ${at}`,
  '7',
  at % 4 === 0 ? '' : `Fixed by ${at}, done`,
]);
/** Values, as far as the ticket has them. */
const valuesOf = ({ number, shortDescription, description, state, closeNotes }: Ticket) => [
  number,
  shortDescription,
  description,
  state,
  closeNotes,
];

const DIALECTS: readonly CsvDialect[] = [
  {},
  { delimiter: ';', lineEnd: '\n' },
  { quotes: 'all' },
  { delimiter: '\t', quotes: 'all', encoding: 'windows-1252' },
  { encoding: 'utf-8 with a mark', lineEnd: '\n' },
];

test.each(DIALECTS)('damage changes no record but those that it hits: %o', async (dialect) => {
  const whole = writeCsv([HEADER, ...ROWS], dialect);
  const ends = ROWS.map((_, at) => writeCsv([HEADER, ...ROWS.slice(0, at + 1)], dialect).length);
  const bodyStart = writeCsv([HEADER], dialect).length;
  for (let seed = 0; seed < 110; seed++) {
    const { name, bytes, from, to } = mutate(whole, seed);
    const { tickets, problems } = await readAll(inChunks(bytes, [1 + (seed % 300)]));
    // Without its header a table is not read.
    if (from < bodyStart) continue;
    const where = `seed ${seed}: ${name} at ${from}`;
    // A row also depends on the line end before it.
    const hit = ROWS.filter((_, at) => (ends[at - 1] ?? bodyStart) - 2 <= to && (ends[at] ?? 0) >= from);
    const clean = ROWS.filter((row) => !hit.includes(row));
    const found = new Map(tickets.map((ticket) => [ticket.number, valuesOf(ticket)]));
    for (const row of clean) expect(found.get(row[0] ?? ''), where).toEqual(row);
    expect(tickets.length - clean.length, where).toBeLessThanOrEqual(hit.length + 1);
    if (tickets.length < ROWS.length && name !== 'cut') expect(problems.length, where).toBeGreaterThan(0);
  }
});

test('what is done to a whole table does no harm', { timeout: 20_000 }, async () => {
  const text = writeCsv([HEADER, ...ROWS], { quotes: 'all', lineEnd: '\n' });
  const known = new Set(ROWS.flat());
  const changes: readonly ((bytes: Buffer, random: (below: number) => number) => Buffer)[] = [
    // Another delimiter from somewhere on, as where parts of exports were joined.
    (bytes, random) => {
      const at = random(bytes.length);
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(bytes.toString('latin1', at).replaceAll('","', '";"'), 'latin1'),
      ]);
    },
    // Read in one encoding and written in another.
    (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
    (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
    (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
    // All quotes gone, or some.
    (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('"', ''), 'latin1'),
    (bytes, random) =>
      Buffer.from(
        bytes.toString('latin1').replace(/"/g, (quote) => (random(9) === 0 ? '' : quote)),
        'latin1',
      ),
    // Line ends gone, or lines in another order.
    (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', ' '), 'latin1'),
    (bytes, random) =>
      Buffer.from(
        bytes
          .toString('latin1')
          .split('\n')
          .sort(() => random(3) - 1)
          .join('\n'),
        'latin1',
      ),
    // Nothing but noise.
    (bytes, random) => Buffer.from(bytes.map(() => random(256))),
  ];
  for (const [kind, change] of changes.entries()) {
    for (let seed = 0; seed < 15; seed++) {
      const { tickets } = await readAll(inChunks(change(text, seeded(seed)), [1 + seed * 7]));
      for (const ticket of tickets) {
        if (!known.has(ticket.number)) expect.fail(`change ${kind}, seed ${seed}: a number was invented`);
      }
    }
  }
});
