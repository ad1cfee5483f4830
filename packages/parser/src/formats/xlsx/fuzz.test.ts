import { expect, test } from 'vitest';
import { mutate } from '../../../test/mutate.ts';
import { inChunks, readAll } from '../../../test/support.ts';
import { writeXlsx, type XlsxOptions } from '../../../test/xlsx.ts';

const HEADER = ['number', 'short_description', 'description', 'state'];
const ROWS = Array.from({ length: 40 }, (_, at) => [
  `INC00${20_001 + at}`,
  `Drucker ${at}, „klemmt“ ${(at * 7_919) % 1_000}`,
  `First line of ${at}\nsecond & last <line> ${(at * 104_729) % 10_000}`,
  String(1 + (at % 7)),
]);

test.each<XlsxOptions>([{}, { strings: 'inline' }, { stored: true }, { strings: 'inline', stored: true }])(
  'damage never changes a value: %o',
  async (options) => {
    const whole = writeXlsx([[HEADER, ...ROWS]], options);
    for (let seed = 0; seed < 110; seed++) {
      const { name, bytes, from } = mutate(whole, seed);
      const { tickets, problems } = await readAll(inChunks(bytes, [500]));
      const where = `seed ${seed}: ${name} at ${from}`;
      // From the beginning, without a gap, each as it was.
      const found = tickets.map(({ number, shortDescription, description, state }) => [
        number,
        shortDescription,
        description,
        state,
      ]);
      const expected = ROWS.slice(0, found.length).map((row, at) =>
        row.map((value, column) => (found[at]?.[column] === undefined ? undefined : value)),
      );
      expect(found, where).toEqual(expected);
      if (found.length < ROWS.length) expect(problems.length, where).toBeGreaterThan(0);
    }
  },
);
