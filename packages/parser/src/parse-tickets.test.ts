import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inChunks, readAll } from '../test/support.ts';
import { TicketParseError } from './errors.ts';
import { parseTickets } from './parse-tickets.ts';
import { ticketSchema } from './ticket.ts';

const one = { number: 'INC0010001', short_description: 'Zoë’s 🖨 is “off”', state: '2' };
const two = { number: 'INC0010002', short_description: '', state: '7' };
const both = ['INC0010001', 'INC0010002'];
const text = JSON.stringify({ records: [one, two] });

const numbersOf = async (input: Parameters<typeof readAll>[0]) =>
  (await readAll(input)).tickets.map(({ number }) => number);

function utf16be(value: string): Buffer {
  return Buffer.from(value, 'utf16le').swap16();
}

describe('shapes', () => {
  test.each([
    ['records', text, both],
    ['result', JSON.stringify({ result: [one, two] }), both],
    ['one result', JSON.stringify({ result: one }), ['INC0010001']],
    ['an array', JSON.stringify([one, two]), both],
    ['one record', JSON.stringify(one, null, 2), ['INC0010001']],
    ['lines', `${JSON.stringify(one)}\n\n${JSON.stringify(two)}\n`, both],
    ['one result a line', `${JSON.stringify({ result: one })}\n${JSON.stringify({ result: two })}`, both],
    ['records under a nested key of that name', JSON.stringify({ ...one, meta: { records: [two] } }), ['INC0010001']],
  ])('%s', async (_, json, numbers) => {
    expect(await readAll(json)).toMatchObject({ tickets: numbers.map((number) => ({ number })), problems: [] });
  });
});

describe('sources', () => {
  const bytes = Buffer.from(text);

  test.each([
    ['text', () => text],
    ['bytes', () => bytes],
    ['a list of byte chunks', () => inChunks(bytes, [1])],
    ['a list of text chunks, cut inside a surrogate pair', () => [...text].flatMap((character) => character.split(''))],
    ['a Node stream', () => Readable.from(inChunks(bytes, [7]))],
    ['a web stream', () => new Blob([bytes]).stream()],
    ['UTF-8 with a byte order mark', () => inChunks(Buffer.from(`\ufeff${text}`), [1])],
    ['UTF-16 LE', () => inChunks(Buffer.from(`\ufeff${text}`, 'utf16le'), [3])],
    ['UTF-16 LE without a mark', () => Buffer.from(text, 'utf16le')],
    ['UTF-16 BE', () => inChunks(utf16be(`\ufeff${text}`), [1])],
    ['UTF-16 BE without a mark', () => utf16be(text)],
  ])('%s', async (_, source) => {
    const { tickets, problems } = await readAll(source());
    expect(problems).toEqual([]);
    expect(tickets.map(({ number, shortDescription }) => ({ number, short_description: shortDescription }))).toEqual(
      [one, two].map(({ number, short_description }) => ({ number, short_description })),
    );
    for (const ticket of tickets) expect(ticketSchema.safeParse(ticket).error).toBeUndefined();
  });

  test.each([5, 64, 300])('the memory of a chunk of %i bytes may be used again', async (size) => {
    const rows = Array.from({ length: 20 }, (_, index) => ({
      number: `INC${index}`,
      description: 'x'.repeat(index * 9),
    }));
    const all = Buffer.from(JSON.stringify(rows));
    const shared = new Uint8Array(size);
    function* source() {
      for (let at = 0; at < all.length; at += size) {
        shared.fill(0);
        shared.set(all.subarray(at, at + size));
        yield shared.subarray(0, Math.min(size, all.length - at));
      }
    }
    expect(await numbersOf(source())).toEqual(rows.map(({ number }) => number));
  });

  test('an error of the source passes through, after the tickets before it', async () => {
    async function* source() {
      yield bytes.subarray(0, bytes.length - 4);
      throw new Error('disk gone');
    }
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { number } of parseTickets(source(), { onProblem: () => {} })) seen.push(number);
    })();
    await expect(reading).rejects.toThrow('disk gone');
    expect(seen).toEqual(['INC0010001']);
  });
});

describe('leaving early', () => {
  test('closes an async source', async () => {
    let closed = false;
    async function* source() {
      try {
        for (;;) yield `${JSON.stringify(one)}\n`;
      } finally {
        closed = true;
      }
    }
    for await (const ticket of parseTickets(source())) {
      expect(ticket.number).toBe('INC0010001');
      break;
    }
    expect(closed).toBe(true);
  });

  test('cancels a web stream and destroys a Node stream', async () => {
    let cancelled = false;
    const web = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Buffer.from(`${JSON.stringify(one)}\n`)),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const _ of parseTickets(web)) break;
    expect(cancelled).toBe(true);
    const node = Readable.from(inChunks(Buffer.from(`${JSON.stringify(one)}\n`.repeat(10)), [200]));
    for await (const _ of parseTickets(node)) break;
    expect(node.destroyed).toBe(true);
  });

  test('a source that is no export is not read on', async () => {
    let chunks = 0;
    function* source() {
      for (;;) {
        chunks++;
        yield Buffer.from('GIF89a and so on');
      }
    }
    expect((await readAll(source())).problems).toHaveLength(1);
    expect(chunks).toBe(1);
  });
});

test('50 MB are read with the producer at most one chunk ahead of the consumer', async () => {
  const record = JSON.stringify({ ...one, description: 'x'.repeat(3_500) });
  const perChunk = 16;
  const chunk = Buffer.from(`${record}\n`.repeat(perChunk));
  const chunks = Math.ceil(50_000_000 / chunk.length);
  let produced = 0;
  let consumed = 0;
  function* source() {
    for (; produced < chunks; produced++) yield chunk;
  }
  for await (const _ of parseTickets(source(), { onProblem: () => {} })) {
    consumed++;
    expect(produced * perChunk - consumed).toBeLessThanOrEqual(perChunk);
  }
  expect(consumed).toBe(chunks * perChunk);
});

describe('bad input', () => {
  const good = JSON.stringify(one);
  const last = JSON.stringify(two);

  interface Case {
    readonly input: Parameters<typeof readAll>[0];
    readonly code: string;
    readonly says: RegExp;
    readonly numbers?: readonly string[];
    readonly severity?: 'warning';
    readonly record?: number;
    readonly number?: string;
    readonly field?: string;
  }

  test.each<[string, Case]>([
    ['an empty file', { input: '', code: 'empty', says: /empty/ }],
    ['blanks only', { input: ' \n\r\n', code: 'empty', says: /empty/ }],
    ['zero records', { input: '{"records":[]}', code: 'no-records', says: /no records/ }],
    ['zero results', { input: '{"result":[]}', code: 'no-records', says: /no records/ }],
    ['PNG', { input: Buffer.from('89504e470d0a1a0a0000', 'hex'), code: 'not-an-export-image', says: /image/ }],
    ['JPEG', { input: Buffer.from('ffd8ffe000104a464946', 'hex'), code: 'not-an-export-image', says: /image/ }],
    ['UTF-32', { input: Buffer.from('fffe00007b0000007d000000', 'hex'), code: 'not-an-export-utf32', says: /UTF-32/ }],
    ['a sign-in page', { input: '\n<!DOCTYPE html><html>', code: 'not-an-export-html', says: /web page/ }],
    ['plain text', { input: 'Hello', code: 'not-an-export', says: /neither JSON/ }],
    [
      'the error of an instance',
      {
        input: '{"error":{"message":"User Not Authenticated","detail":"Required to provide Auth"},"status":"failure"}',
        code: 'service-error',
        says: /User Not Authenticated; Required to provide Auth/,
      },
    ],
    [
      'an error behind the records',
      {
        input: `{"result":[${good}],"error":{"message":"Transaction cancelled"},"status":"failure"}`,
        code: 'service-error',
        says: /Transaction cancelled/,
        numbers: ['INC0010001'],
      },
    ],
    [
      'an error before the records',
      {
        input: `{"error":{"message":"Transaction cancelled"},"status":"failure","result":[${good}]}`,
        code: 'service-error',
        says: /Transaction cancelled/,
        numbers: ['INC0010001'],
      },
    ],
    [
      'records under another key',
      { input: `{"data":[${good}]}`, code: 'no-record-array', says: /lists are under "data"/ },
    ],
    [
      'cut inside a record',
      {
        input: `{"records":[${good},{"number":"INC0010002","short_description":"Prin`,
        code: 'json-truncated',
        says: /record 2 \(INC0010002\): the source ends in the middle of it/,
        numbers: ['INC0010001'],
        record: 2,
        number: 'INC0010002',
      },
    ],
    [
      'cut between records',
      { input: `{"records":[${good},`, code: 'json-truncated', says: /after record 1/, numbers: ['INC0010001'] },
    ],
    [
      'cut behind the records',
      {
        input: `{"records":[${good}]`,
        code: 'json-unclosed',
        says: /complete/,
        numbers: ['INC0010001'],
        severity: 'warning',
      },
    ],
    [
      'a missing comma',
      { input: `[${good}${last}]`, code: 'json-comma', says: /after record 1/, numbers: both, severity: 'warning' },
    ],
    [
      'rubbish behind',
      { input: `[${good}]#`, code: 'json-trailing', says: /follows record 1/, numbers: ['INC0010001'] },
    ],
    [
      'a record with a syntax error',
      {
        input: `[{"number":"INC0010009" "state":"1"},${good}]`,
        code: 'json-invalid',
        says: /record 1 \(INC0010009\): it is not valid JSON at character 24/,
        numbers: ['INC0010001'],
        record: 1,
      },
    ],
    [
      'a record with a lost quote',
      {
        input: `[{"number":"INC0010009","state":"1,"impact":"2"},${good}]`,
        code: 'json-damaged',
        says: /quote is missing/,
        numbers: ['INC0010001'],
        record: 1,
        number: 'INC0010009',
      },
    ],
    [
      'Python quotes',
      { input: "[{'number': 'INC0010001'}, {'number': 'INC0010002'}]", code: 'json-single-quotes', says: /Python/ },
    ],
    [
      'bytes that are not UTF-8',
      {
        input: Buffer.concat([
          Buffer.from('[{"number":"INC0010009","x":"'),
          Buffer.from([0xe9]),
          Buffer.from(`"},${good}]`),
        ]),
        code: 'bad-utf8',
        says: /record 1 \(INC0010009\): it is not valid UTF-8/,
        numbers: ['INC0010001'],
      },
    ],
    [
      'a __status other than success',
      {
        input: JSON.stringify([{ number: 'INC0010009', __status: 'failure', __error: { message: 'No access' } }, one]),
        code: 'record-status',
        says: /record 1 \(INC0010009\), column "__status": .*"failure".*No access/,
        numbers: ['INC0010001'],
        field: '__status',
      },
    ],
    [
      'no number',
      {
        input: JSON.stringify([{ state: '1' }, one]),
        code: 'record-without-number',
        says: /no number/,
        numbers: ['INC0010001'],
        record: 1,
      },
    ],
    [
      'a blank number',
      {
        input: JSON.stringify([one, { number: ' ' }]),
        code: 'record-without-number',
        says: /blank/,
        numbers: ['INC0010001'],
        record: 2,
      },
    ],
    [
      'a number of the wrong type',
      {
        input: JSON.stringify([{ number: ['INC0010009'] }, one]),
        code: 'field-type',
        says: /an array/,
        numbers: ['INC0010001'],
        field: 'number',
      },
    ],
    [
      'a text of the wrong type',
      {
        input: JSON.stringify([{ ...one, short_description: ['secret words'] }]),
        code: 'field-type',
        says: /record 1 \(INC0010001\), column "short_description": the value is an array/,
        numbers: ['INC0010001'],
        severity: 'warning',
        field: 'short_description',
      },
    ],
    [
      'a record that is a text',
      { input: JSON.stringify(['secret words', one]), code: 'record-type', says: /a string/, numbers: ['INC0010001'] },
    ],
    [
      'a record that is null',
      { input: JSON.stringify([null, one]), code: 'record-type', says: /null/, numbers: ['INC0010001'] },
    ],
    [
      'one number twice',
      {
        input: JSON.stringify([one, two, { ...one, state: '1' }]),
        code: 'duplicate-number',
        says: /record 3 \(INC0010001\).* record 1/,
        numbers: [...both, 'INC0010001'],
        severity: 'warning',
        record: 3,
      },
    ],
    [
      'a number that plays with the terminal',
      {
        input: JSON.stringify([{ number: '\u001b[31mINC\r\n1', impact: {} }]),
        code: 'field-type',
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
        says: /^[^\u0000-\u001f]*$/,
        numbers: ['\u001b[31mINC\r\n1'],
        severity: 'warning',
      },
    ],
  ])('%s', async (_, { input, code, says, numbers = [], severity = 'error', ...where }) => {
    const { tickets, problems } = await readAll(input, { source: 'export.json' });
    expect(tickets.map(({ number }) => number)).toEqual(numbers);
    expect(problems).toHaveLength(1);
    const error = problems[0]?.error;
    expect(problems[0]?.severity).toBe(severity);
    expect(error).toBeInstanceOf(TicketParseError);
    expect(error).toMatchObject({ code, source: 'export.json', ...where });
    expect(error?.message).toMatch(says);
    expect(error?.message).toMatch(/^export\.json[,:]/);
    expect(error?.message).not.toContain('secret');
    expect(error?.hint).toMatch(/\.$/);
  });

  test('a record that is too large', async () => {
    const large = JSON.stringify({ number: 'INC0010009', description: 'x'.repeat(2_000) });
    const { tickets, problems } = await readAll(`[${large},${good}]`, { maxRecordBytes: 1_000 });
    expect(tickets.map(({ number }) => number)).toEqual(['INC0010001']);
    expect(problems[0]?.error).toMatchObject({ code: 'record-too-large', record: 1, number: 'INC0010009' });
  });
});

describe('without onProblem', () => {
  const collect = async (input: string) => {
    const numbers: string[] = [];
    let thrown: unknown;
    try {
      for await (const { number } of parseTickets(input, { source: 'export.json' })) numbers.push(number);
    } catch (error) {
      thrown = error;
    }
    return { numbers, thrown };
  };

  test('one error is thrown behind the last good ticket', async () => {
    const { numbers, thrown } = await collect(JSON.stringify([{ state: '1' }, one, two]));
    expect(numbers).toEqual(both);
    expect(thrown).toMatchObject({ code: 'record-without-number', record: 1 });
  });

  test('several errors are summed up, with the first as the cause', async () => {
    const { numbers, thrown } = await collect(JSON.stringify([{ state: '1' }, one, 5]));
    expect(numbers).toEqual(['INC0010001']);
    expect(thrown).toMatchObject({
      code: 'problems',
      message: expect.stringMatching(/^2 problems in export\.json; the first: .*record 1/),
      cause: { code: 'record-without-number' },
    });
  });

  test('warnings do not throw', async () => {
    expect(await collect(JSON.stringify([one, one]))).toEqual({
      numbers: ['INC0010001', 'INC0010001'],
      thrown: undefined,
    });
  });
});

test('damage of any kind never crashes the reading and never invents a text', async () => {
  const rows = Array.from({ length: 4 }, (_, index) => ({
    number: `INC001000${index}`,
    short_description: `Printer ${index} “off” \n{"x":[1,2]}`,
    caller_id: { display_value: `Ann ${index}`, link: 'https://x/api/now/table/sys_user/1' },
    work_notes: '2026-01-02 03:04:05 - Ann Lee (Work notes)\nDone\n\n',
  }));
  const bytes = Buffer.from(JSON.stringify({ records: rows }));
  const whole = bytes.toString();
  const damage = fc.record({
    at: fc.integer({ min: 0, max: bytes.length - 1 }),
    length: fc.integer({ min: 1, max: 40 }),
    cut: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(damage, fc.integer({ min: 1, max: 200 }), async ({ at, length, cut }, size) => {
      const damaged = Buffer.concat([bytes.subarray(0, at), cut ? Buffer.alloc(0) : bytes.subarray(at + length)]);
      const { tickets, problems } = await readAll(inChunks(damaged, [size]));
      if (at < bytes.length - 2) expect(problems.length + tickets.length).toBeGreaterThan(0);
      const before = rows.filter(
        (_, index) => Buffer.from(JSON.stringify({ records: rows.slice(0, index + 1) })).length - 2 <= at,
      );
      expect(tickets.slice(0, before.length).map(({ source }) => source)).toEqual(before);
      // Cutting bytes out can only shorten a text or join two; it never adds a character.
      for (const { shortDescription } of tickets) expect(isSubsequence(shortDescription ?? '', whole)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of JSON.stringify(part).slice(1, -1)) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
