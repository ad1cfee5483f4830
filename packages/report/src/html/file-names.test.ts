import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ATTACKS } from '../../test/attacks.ts';
import { FileNames } from './file-names.ts';

test('a plain number is its own name', () => {
  expect(new FileNames().next('INC0010001')).toBe('INC0010001.html');
});

test.each([
  ['../../etc/passwd', '______etc_passwd.html'],
  ['C:\\x', 'C__x.html'],
  ['con', 'con_.html'],
  ['LPT1', 'LPT1_.html'],
  ['-rf', '_rf.html'],
  ['.htaccess', '_htaccess.html'],
  ['a b%2f', 'a_b_2f.html'],
  ['INC\u202E1', 'INC_1.html'],
])('%j becomes %j', (number, name) => {
  expect(new FileNames().next(number)).toBe(name);
});

test('duplicates and clashes of case get names of their own, and a number leads to its first page', () => {
  const names = new FileNames();
  expect(['INC1', 'inc1', 'INC1', 'INC/1', 'INC_1', 'inc1'].map((number) => names.next(number))).toEqual([
    'INC1.html',
    'inc1~2.html',
    'INC1~3.html',
    'INC_1.html',
    'INC_1~5.html',
    'inc1~6.html',
  ]);
  expect(['INC1', 'inc1', 'INC/1', 'INC_1', 'INC2'].map((number) => names.of(number))).toEqual([
    'INC1.html',
    'inc1~2.html',
    'INC_1.html',
    'INC_1~5.html',
    undefined,
  ]);
});

test('names are safe and distinct on every system, whatever the numbers are', () => {
  const number = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(...ATTACKS, 'nul', 'NUL', 'a', 'A', 'a~3', '', '.', '..'),
  );
  fc.assert(
    fc.property(fc.array(number, { maxLength: 40 }), (numbers) => {
      const names = new FileNames();
      const made = numbers.map((text) => names.next(text));
      expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(made.length);
      for (const name of made)
        expect(name).toMatch(
          /^(?!(?:con|prn|aux|nul|com\d|lpt\d)[.~])(?:[A-Za-z0-9_][A-Za-z0-9_-]{0,80})?(?:~\d+)?\.html$/i,
        );
      for (const text of numbers) expect(made).toContain(names.of(text));
    }),
  );
});
