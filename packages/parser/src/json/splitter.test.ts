import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inChunks } from '../../test/support.ts';
import type { Piece } from './pieces.ts';
import { RecordSplitter } from './splitter.ts';

const LARGE = 1_000_000;

interface Copied {
  readonly kind: Piece['kind'];
  readonly text?: string;
  readonly cause?: string;
}

/** Splits, and copies each piece at once, since its bytes are used again. */
function split(bytes: Uint8Array, sizes: readonly number[] = [LARGE], maxRecordBytes = LARGE): Copied[] {
  const splitter = new RecordSplitter(maxRecordBytes);
  const copy = (piece: Piece): Copied => ({
    kind: piece.kind,
    ...('bytes' in piece && { text: piece.bytes.toString('utf8') }),
    ...('cause' in piece && { cause: piece.cause }),
  });
  const pieces = inChunks(bytes, sizes).flatMap((chunk) => splitter.push(chunk).map(copy));
  return [...pieces, ...splitter.end().map(copy)];
}

const records = (pieces: readonly Copied[]) => pieces.filter(({ kind }) => kind === 'record').map(({ text }) => text);
const kinds = (pieces: readonly Copied[]) => pieces.map(({ kind }) => kind).filter((kind) => kind !== 'envelope');

describe('shapes', () => {
  test.each([
    ['records', '{"records":[{"a":1},{"a":2}]}', ['{"a":1}', '{"a":2}']],
    ['result', '{"result":[{"a":1}]}', ['{"a":1}']],
    ['spaces everywhere', ' { "records" : [ {"a": 1} , {"a": 2} ] } \n', ['{"a": 1}', '{"a": 2}']],
    ['members before and after', '{"count":2,"x":{"records":[9]},"records":[{"a":1}],"next":[5]}', ['{"a":1}']],
    ['a nested array of that name only', '{"meta":{"records":[{"a":1}]}}', ['{"meta":{"records":[{"a":1}]}}']],
    ['the name as a value', '{"key":"records","list":[1]}', ['{"key":"records","list":[1]}']],
    ['a bare array', '[{"a":1},{"a":[{"b":"]"}]}]', ['{"a":1}', '{"a":[{"b":"]"}]}']],
    ['an empty array', '[]', []],
    ['an empty list', '{"records":[]}', []],
    ['other values in the array', '[1,"x",null,[2],-1.5e3]', ['1', '"x"', 'null', '[2]', '-1.5e3']],
    ['one record', '{"a":{"b":[1]}}', ['{"a":{"b":[1]}}']],
    ['lines', '{"a":1}\n\n{"a":2}\r\n{"a":3}', ['{"a":1}', '{"a":2}', '{"a":3}']],
    ['pages one after the other', '{"result":[{"a":1}]}\n{"result":[{"a":2}]}', ['{"a":1}', '{"a":2}']],
    ['brackets and quotes in text', '[{"a":"}],{\\"b\\":[\\\\"}]', ['{"a":"}],{\\"b\\":[\\\\"}']],
  ])('%s', (_, json, expected) => {
    for (const size of [LARGE, 1, 2, 3, 7]) expect(records(split(Buffer.from(json), [size]))).toEqual(expected);
  });

  test('members beside the array are kept apart from the records', () => {
    const pieces = split(Buffer.from('{"a":1,"records":[{"b":2}],"error":{"message":"m"}}'));
    expect(pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ['envelope', '{"a":1,"records":'],
      ['record', '{"b":2}'],
      ['envelope', ',"error":{"message":"m"}}'],
    ]);
  });
});

describe('what is wrong between records', () => {
  test.each([
    ['a missing comma', '[{"a":1}{"a":2}]', ['record', 'comma', 'record']],
    ['a comma too many', '[{"a":1},,{"a":2}]', ['record', 'comma', 'record']],
    ['a trailing comma', '[{"a":1},]', ['record', 'comma']],
    ['a leading comma', '[,{"a":1}]', ['comma', 'record']],
    ['an array that stays open', '[{"a":1}', ['record', 'cut']],
    ['an object that stays open', '{"records":[{"a":1}]', ['record', 'unclosed']],
    ['a record that stays open', '[{"a":1},{"a":', ['record', 'cut']],
    ['a cut inside an escape', '[{"a":"\\', ['cut']],
    ['rubbish behind', '[{"a":1}] and so on', ['record', 'garbage']],
    ['rubbish from the start', 'number,state', ['garbage']],
    ['a record behind rubbish', '{"a":1}\nrubbish\n{"a":2}', ['record', 'garbage', 'record']],
  ])('%s', (_, json, expected) => {
    for (const size of [LARGE, 1, 5]) expect(kinds(split(Buffer.from(json), [size]))).toEqual(expected);
  });
});

describe('records whose structure is broken', () => {
  test.each([
    ['a lost closing quote', '{"a":"x,"b":"y"}', 'character'],
    ['a lost opening quote', '{"a":x","b":"y"}', 'character'],
    ['a lost closing brace', '{"a":"x","b":{"c":"y"}', 'brackets'],
    ['a wrong bracket', '{"a":["x"}}', 'brackets'],
    ['a raw line break in text', '{"a":"x\ny","b":"z"}', 'control-character'],
    ['single quotes', "{'a': 'x'}", 'single-quotes'],
    ['too deep', `{"a":${'['.repeat(600)}${']'.repeat(600)}}`, 'nesting'],
  ])('%s: the next record is found', (_, broken, cause) => {
    const json = `{"records":[{"n":"1"},${broken},{"n":"3"},{"n":"4"}]}`;
    for (const size of [LARGE, 1, 4, 9]) {
      const pieces = split(Buffer.from(json), [size]);
      expect(records(pieces)).toEqual(['{"n":"1"}', '{"n":"3"}', '{"n":"4"}']);
      expect(pieces.filter(({ kind }) => kind === 'damaged')).toEqual([
        { kind: 'damaged', cause, text: expect.stringMatching(/^\{/) },
      ]);
    }
  });

  test('damage between two records costs neither', () => {
    const json = '[{"n":"1"},#{"n":"2","list":[{"m":"1"},{"m":"2"}]},{"n":"3"}]';
    for (const size of [LARGE, 1, 6]) {
      expect(kinds(split(Buffer.from(json), [size]))).toEqual(['record', 'damaged', 'record', 'record']);
    }
  });

  test('one record a line: goes on with the next line', () => {
    const json = '{"n":"1"}\n{"n":"2,"b":{"c":[1]}}\n{"n":"3"}\n';
    for (const size of [LARGE, 1, 6])
      expect(records(split(Buffer.from(json), [size]))).toEqual(['{"n":"1"}', '{"n":"3"}']);
  });
});

describe('records that are too large', () => {
  const big = `{"n":"2","t":"${'x},{\\"n\\":'.repeat(400)}","list":[{"m":1}]}`;

  test.each([[LARGE], [1], [64], [1000]])('are passed over, in chunks of %i', (size) => {
    const json = `[{"n":"1"},${big},{"n":"3"}]`;
    const pieces = split(Buffer.from(json), [size], 1_000);
    expect(pieces.map(({ kind, text }) => (kind === 'record' ? text : kind))).toEqual([
      '{"n":"1"}',
      'oversize',
      '{"n":"3"}',
    ]);
    expect(pieces[1]?.text).toMatch(/^\{"n":"2",/);
  });

  test.each([[LARGE], [64]])('a number without end is passed over, in chunks of %i', (size) => {
    expect(kinds(split(Buffer.from(`[${'1'.repeat(5_000)},{"n":"3"}]`), [size], 1_000))).toEqual([
      'oversize',
      'record',
    ]);
  });

  test.each([[LARGE], [1], [64]])('the array behind a large member is found, in chunks of %i', (size) => {
    const json = `{"x":${big},"records" : [{"n":"1"}]}`;
    expect(records(split(Buffer.from(json), [size], 1_000))).toEqual(['{"n":"1"}']);
  });
});

const json = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
const record = fc.dictionary(fc.string({ unit: 'binary', maxLength: 12 }), json, { maxKeys: 5 });
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });

describe('beside JSON.parse', () => {
  test('random records in every shape, cut anywhere', () => {
    const shape = fc.constantFrom('records', 'array', 'lines', 'pretty');
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), shape, sizes, (rows, kind, cuts) => {
        const text =
          kind === 'records'
            ? JSON.stringify({ size: rows.length, records: rows, next: null })
            : kind === 'array'
              ? JSON.stringify(rows)
              : kind === 'lines'
                ? rows.map((row) => JSON.stringify({ ...row, records: 0, result: 0 })).join('\n\n')
                : JSON.stringify({ result: rows }, null, 2);
        const expected = kind === 'lines' ? rows.map((row) => ({ ...row, records: 0, result: 0 })) : rows;
        const pieces = split(Buffer.from(text), cuts);
        // Lone surrogates become U+FFFD in UTF-8, on both sides.
        const wanted = expected.map((row) => JSON.parse(Buffer.from(JSON.stringify(row)).toString()));
        expect(records(pieces).map((piece) => JSON.parse(piece ?? ''))).toEqual(wanted);
        expect(kinds(pieces).every((piece) => piece === 'record')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('damage never costs a record before it, whatever the damage and the chunks', () => {
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      how: fc.constantFrom('cut', 'flip', 'delete', 'insert'),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    const rows = fc.array(fc.record({ number: fc.uuid(), text: fc.string({ unit: 'binary' }), link: json }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, damage, sizes, (list, { at, how, byte }, cuts) => {
        const parts = list.map((row) => JSON.stringify(row));
        const bytes = Buffer.from(`{"records":[${parts.join(',')}]}`);
        const place = Math.min(bytes.length - 1, 12 + Math.floor(at * (bytes.length - 12)));
        const before = bytes.subarray(0, place);
        const after = bytes.subarray(how === 'insert' ? place : place + 1);
        const damaged =
          how === 'cut' ? before : Buffer.concat([before, Buffer.from(how === 'delete' ? [] : [byte]), after]);
        const untouched = parts.filter((_, index) => {
          const end = 12 + Buffer.byteLength(parts.slice(0, index + 1).join(','));
          return end <= place;
        });
        const found = records(split(damaged, cuts));
        expect(found.slice(0, untouched.length)).toEqual(untouched.map((part) => Buffer.from(part).toString()));
        expect(split(damaged, [LARGE])).toEqual(split(damaged, cuts));
      }),
      { numRuns: 1_000 },
    );
  });
});
