import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inChunks, readAll } from '../test/support.ts';
import type { TicketProblem } from './problems.ts';
import { ExportReader, type RecordSlice, readSlices, SliceReader } from './slices.ts';
import type { Ticket } from './ticket.ts';

/** The tickets of a slice; undefined where it has to be read in its place. */
function readElsewhere(reader: SliceReader, slice: RecordSlice): Ticket[] | undefined {
  const tickets: Ticket[] = [];
  for (const ticket of reader.read(slice)) {
    if (ticket === undefined) return undefined;
    tickets.push(ticket);
  }
  return tickets;
}

/** Reads an export as several threads would: each slice elsewhere where that can be, else in its place. */
async function readInSlices(input: Parameters<typeof readSlices>[0], records: number) {
  const problems: TicketProblem[] = [];
  const tickets: Ticket[] = [];
  const reader = new ExportReader({ onProblem: (problem) => problems.push(problem) });
  const sliceReader = new SliceReader();
  let elsewhere = 0;
  for await (const slice of readSlices(input, { records })) {
    const read = slice.kind === 'records' ? readElsewhere(sliceReader, structuredClone(slice)) : undefined;
    if (read === undefined) tickets.push(...reader.read(slice));
    else {
      elsewhere += read.length;
      reader.pass(read.map(({ number }) => number));
      tickets.push(...read);
    }
  }
  reader.finish();
  return { tickets, problems, elsewhere };
}

const rows = Array.from({ length: 23 }, (_, index) => ({ number: `INC${index % 20}`, description: 'x'.repeat(index) }));
const text = JSON.stringify({ records: rows });

describe('an export read in slices', () => {
  test.each([1, 4, 5, 1000])('of %i records comes to the same as read in one go', async (records) => {
    const { elsewhere, ...read } = await readInSlices(inChunks(Buffer.from(text), [97]), records);
    expect(read).toEqual(await readAll(text));
    expect(elsewhere).toBe(23);
    expect(read.problems.map(({ error }) => error.code)).toEqual(Array(3).fill('duplicate-number'));
  });

  test('holds so many records at most', async () => {
    const sizes: number[] = [];
    for await (const slice of readSlices(inChunks(Buffer.from(text), [333]), { records: 10 })) {
      if (slice.kind === 'records') sizes.push(slice.ends.length);
    }
    expect(sizes).toEqual([10, 10, 3]);
  });

  test.each([
    ['not JSON', 'PK\u0003\u0004 and so on'],
    ['empty', ''],
    ['no records', '{"records":[]}'],
    ['cut', text.slice(0, 500)],
    ['a record without a number', JSON.stringify([{ number: 'INC1' }, { description: 'x' }, { number: 'INC2' }])],
    ['a list of records in one line', `${JSON.stringify({ result: rows })}\n${JSON.stringify({ result: rows })}`],
    ['a wrong type', JSON.stringify([{ number: 'INC1', description: [1] }, { number: 'INC2' }])],
    ['an error behind the records', '{"records":[{"number":"INC1"}],"error":{"message":"Transaction cancelled"}}'],
  ])('tells the same problems: %s', async (_, broken) => {
    const { elsewhere: __, ...read } = await readInSlices(broken, 2);
    expect(read).toEqual(await readAll(broken));
  });

  test('tells the same problems, whatever happened to the file', async () => {
    const damage = fc.record({
      at: fc.nat(text.length - 1),
      drop: fc.nat(40),
      put: fc.constantFrom('', '"', '}', '{', '[', ']', ',', '\\', '\n', '{"number":7},', 'null,', '\u0000'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { maxLength: 3 }), fc.integer({ min: 1, max: 9 }), async (damages, records) => {
        let broken = text;
        for (const { at, drop, put } of damages) broken = broken.slice(0, at) + put + broken.slice(at + drop);
        const { elsewhere: _, ...read } = await readInSlices(inChunks(Buffer.from(broken), [61]), records);
        expect(read).toEqual(await readAll(broken));
      }),
      { numRuns: 300 },
    );
  });

  test('passes an error of the source through, after the records before it', async () => {
    async function* source() {
      yield Buffer.from('[{"number":"INC1"},{"number":"INC2"},');
      throw new Error('disk gone');
    }
    const numbers: string[] = [];
    const reading = (async () => {
      for await (const slice of readSlices(source(), { records: 10 })) {
        if (slice.kind !== 'records') continue;
        for (const ticket of new SliceReader().read(slice)) numbers.push(ticket?.number ?? 'unread');
      }
    })();
    await expect(reading).rejects.toThrow('disk gone');
    expect(numbers).toEqual(['INC1', 'INC2']);
  });
});
