import { describe, expect, test } from 'vitest';
import { duration, fieldName, fileSize, money, percentRange, plural } from './format.ts';

describe('what people read', () => {
  test.each([
    [0.2, '1 s'],
    [59.4, '59 s'],
    [75, '1 min'],
    [599, '10 min'],
    [1_500, '25 min'],
    [3_600, '1 h'],
    [11_100, '3 h 5 min'],
  ])('%f seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  test.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [71_400, '71 kB'],
    [1_449_000, '1.4 MB'],
    [2.5e9, '2.5 GB'],
  ])('%i bytes are %s', (bytes, text) => expect(fileSize(bytes)).toBe(text));

  test.each([
    [0.0042, '$0.0042'],
    [0.5, '$0.50'],
    [1_234.5, '$1,234.50'],
  ])('%f dollars are %s', (usd, text) => expect(money(usd)).toBe(text));

  test('a range has one sign', () => expect(percentRange(57.14, 100)).toBe('57.1–100.0%'));
  test('a field has a name', () => expect(fieldName('closeNotes')).toBe('Close notes'));
  test('one is one', () =>
    expect([plural(1, 'ticket'), plural(1_200, 'ticket')]).toEqual(['1 ticket', '1,200 tickets']));
});
