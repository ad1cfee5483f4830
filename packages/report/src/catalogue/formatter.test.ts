import { describe, expect, test } from 'vitest';
import { createFormatter } from './formatter.ts';

const english = createFormatter('en', 'en');
const german = createFormatter('de', 'en');

/** Locales part numbers from signs by spaces that do not break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('numbers', () => {
  test.each([
    [english.number(1234.5), '1,234.5'],
    [english.number(0.126), '0.13'],
    [english.percent(38.1), '38.1%'],
    [english.percent(100), '100.0%'],
    [english.limit(90), '90%'],
    [english.limit(92.25), '92.25%'],
    [english.limits(48, 74.6), '48–74.6%'],
    [english.limits(0, 5), '0–5%'],
    [german.number(1234.5), '1.234,5'],
    [german.percent(38.1), '38,1 %'],
    [german.limit(90), '90 %'],
    [german.limits(48, 74.6), '48–74,6 %'],
    [german.limits(48, 48), '48 %'],
    [createFormatter('tr', 'en').percent(38.1), '%38,1'],
  ])('%s', (written, expected) => {
    expect(plain(written)).toBe(expected);
  });

  test.each([
    [1234.5678, '$1,234.57', '1.234,57 $'],
    [0.1234, '$0.1234', '0,1234 $'],
    [0.000_042, '$0.000042', '0,000042 $'],
    [0, '$0.00', '0,00 $'],
  ])('%d dollars', (usd, inEnglish, inGerman) => {
    expect([english.money(usd), german.money(usd)].map(plain)).toEqual([inEnglish, inGerman]);
  });

  test('the same one is written the same, however often', () => {
    const values = Array.from({ length: 5_000 }, (_, place) => place / 7);
    expect(values.map(english.number)).toEqual(values.map(createFormatter('en', 'en').number));
    expect(english.number(4_999 / 7)).toBe('714.14');
  });
});

describe('times', () => {
  test('look like ISO by default, and as the locale has them otherwise, always in UTC', () => {
    const iso = '2026-03-02T22:15:00.000Z';
    expect(english.moment(iso)).toBe('2026-03-02 22:15 UTC');
    expect(plain(german.moment(iso))).toBe('02.03.2026, 22:15 UTC');
    expect(plain(createFormatter('en-GB', 'en').moment(iso))).toBe('2 Mar 2026, 22:15 UTC');
    expect([english.day('2026-03-02'), german.day('2026-03-02')]).toEqual(['2026-03-02', '02.03.2026']);
  });

  test('what is no time stays what it is', () => {
    expect(german.moment('2026-99-99T10:15:00Z')).toBe('2026-99-99 10:15 UTC');
    expect(german.day('2026-99-99')).toBe('2026-99-99');
  });
});

describe('plurals', () => {
  test.each([
    [1, '1 point'],
    [2, '2 points'],
    [0, '0 points'],
    [0.5, '0.5 points'],
    [1_200, '1,200 points'],
  ])('%d', (count, expected) => {
    expect(english.plural(count, { one: 'point', other: 'points' })).toBe(expected);
  });

  test('go by the language of the words, and numbers by the locale', () => {
    const points = { one: 'point', other: 'points' };
    expect(createFormatter('fr', 'en').plural(0, points)).toBe('0 points');
    expect(createFormatter('ja', 'en').plural(1, points)).toBe('1 point');
    expect(createFormatter('pl', 'pl').plural(3, { one: 'punkt', few: 'punkty', other: 'punktów' })).toBe('3 punkty');
    expect(createFormatter('pl', 'pl').plural(1.5, { one: 'punkt', few: 'punkty', other: 'punktu' })).toBe(
      '1,5 punktu',
    );
  });
});
