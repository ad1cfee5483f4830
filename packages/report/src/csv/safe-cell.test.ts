import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardCell } from './safe-cell.ts';

describe('guardCell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+47 555 0142', "'+47 555 0142"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r\n', "'\r\n"],
    ['  =1', "'  =1"],
    ['"=1', '\'"=1'],
    ["'=1", "''=1"],
    ['\u200B=1', "'\u200B=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠A', "'＠A"],
    ['a;=cmd|x', "a;'=cmd|x"],
    ['a\n=1', "a\n'=1"],
  ])('disarms %j', (text, safe) => {
    expect(guardCell(text)).toBe(safe);
  });

  test.each(['INC0010001', 'a=b', '555-0142', 'mail@example.invalid', '', 'Log-in', '2026-03-02', '42', 'a; b'])(
    'leaves %j alone',
    (text) => {
      expect(guardCell(text)).toBe(text);
    },
  );

  test('never lets a cell or a part of it begin with a formula', () => {
    const part = fc.constantFrom('=', '+', '-', '@', '＝', ' ', '"', "'", ';', '\t', '\n', '\r', 'x', '1', '\u00a0');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(guardCell(parts.join(''))).not.toMatch(/(?:^|[;\t\r\n])[ "\u00a0]*[=+\-@＝]/);
      }),
    );
  });

  test('gives different texts different cells', () => {
    const part = fc.constantFrom('=', "'", ';', '\t', ' ', 'x');
    const texts = fc.array(part, { maxLength: 7 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        fc.pre(one !== other);
        expect(guardCell(one)).not.toBe(guardCell(other));
      }),
      { numRuns: 2000 },
    );
  });
});
