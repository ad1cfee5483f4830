import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from './fold.ts';
import { locateQuote } from './locate-quote.ts';

describe('locateQuote', () => {
  test.each([
    ['as it stands', 'Called the user back.', 'the user', 'the user'],
    ['another case', 'Called the USER back.', 'The user', 'the USER'],
    ['other white space', 'Called\r\n  the\tuser back.', 'called the user', 'Called\r\n  the\tuser'],
    ['a no-break space', 'Employee\u00a0ID: 77', 'Employee ID', 'Employee\u00a0ID'],
    ['compatibility forms', 'the ﬁle №5 ｆａｉｌｅｄ', 'file No5 failed', 'ﬁle №5 ｆａｉｌｅｄ'],
    ['a decomposed accent', 'dans le cafe\u0301 hier', 'café', 'cafe\u0301'],
    ['a composed accent', 'dans le café hier', 'cafe\u0301', 'café'],
    ['an ellipsis', 'well… it works', 'well... it', 'well… it'],
    ['sharp s in capitals', 'Große Straße', 'GROSSE STRASSE', 'Große Straße'],
    ['final sigma', 'ΟΔΟΣ', 'οδος', 'ΟΔΟΣ'],
    ['zero-width characters', 'pass\u200bword re\u00adset', 'password reset', 'pass\u200bword re\u00adset'],
    ['blanks around the quote', 'a b c', '  b ', 'b'],
    ['a surrogate pair', 'all good 👍 now', 'GOOD 👍', 'good 👍'],
    ['the first of several places', 'one two one two', 'one two', 'one two'],
    ['Hangul, decomposed', '\u1112\u1161\u11ab글 입력', '한글', '\u1112\u1161\u11ab글'],
  ])('finds %s', (_, text, quote, found) => {
    const span = locateQuote(text, quote) ?? expect.fail('not found');
    expect(text.slice(span.start, span.end)).toBe(found);
    expect(span.start).toBe(text.indexOf(found));
  });

  test.each([
    ['what is not there', 'Called the user.', 'emailed the user'],
    ['an empty quote', 'Called the user.', ''],
    ['a blank quote', 'Called the user.', ' \u200b\n'],
    ['half a ligature', 'ﬁle', 'ile'],
    ['a letter without its accent', 'cafe\u0301', 'cafe'],
    ['an accent without its letter', 'e\u0301t', '\u0301t'],
    ['a longer quote than the text', 'ab', 'abc'],
  ])('does not find %s', (_, text, quote) => {
    expect(locateQuote(text, quote)).toBeUndefined();
  });

  test('passes over a match inside a character and takes the next one', () => {
    expect(locateQuote('ﬁle tile', 'ile')).toEqual({ start: 5, end: 8 });
  });
});

const PIECE = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'the',
      'user',
      'VPN',
      'Straße',
      'café',
      'cafe\u0301',
      'ﬁx',
      '№',
      '½',
      'x²',
      'İ',
      'ŉ',
      'ΣΑΣ',
      'ǆ',
      '한글',
      'ｶﾞ',
      '…',
      '👍🏽',
      'أهلا',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(' ', '\n', '\r\n', '\t ', '\u00a0', '\u3000') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
);
const PIECES = fc.array(PIECE, { minLength: 1, maxLength: 20 });
const DISTORT: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFKC'),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKD').toUpperCase(),
  (text) => text.replace(/\s+/g, '  \n'),
];

test('finds a stretch of whole pieces however it is recased, respaced or renormalised, and never later than where it was', () => {
  fc.assert(
    fc.property(PIECES, fc.nat(), fc.nat(), fc.constantFrom(...DISTORT), (pieces, a, b, distort) => {
      const text = pieces.join(' ');
      const [from, to] = [a % pieces.length, b % pieces.length].toSorted((x, y) => x - y) as [number, number];
      const quote = pieces.slice(from, to + 1).join(' ');
      // A leading mark belongs to the blank before it.
      fc.pre(foldText(quote) !== '' && !/^\p{M}/u.test(foldText(quote)));
      const span = locateQuote(text, distort(quote)) ?? expect.fail(`not found: ${JSON.stringify([text, quote])}`);
      expect(foldText(text.slice(span.start, span.end))).toBe(foldText(quote));
      const before = pieces.slice(0, from).join(' ').length + 1 + quote.length;
      expect(span.end).toBeLessThanOrEqual(before);
    }),
    { numRuns: 3000 },
  );
});

test('whatever it finds folds to the quote', () => {
  fc.assert(
    fc.property(PIECES, fc.array(PIECE, { minLength: 1, maxLength: 3 }), (pieces, quoted) => {
      const text = pieces.join('');
      const quote = quoted.join('');
      const span = locateQuote(text, quote);
      if (span !== undefined) expect(foldText(text.slice(span.start, span.end))).toBe(foldText(quote));
    }),
    { numRuns: 3000 },
  );
});
