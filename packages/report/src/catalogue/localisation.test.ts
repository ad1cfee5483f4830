import { describe, expect, test } from 'vitest';
import { canonicalLocale, LocaleError } from './locale.ts';
import { localisationOf } from './localisation.ts';

describe('a locale', () => {
  test.each([
    ['de-at', 'de-AT'],
    ['EN-gb', 'en-GB'],
    ['ar-EG-u-nu-latn', 'ar-EG-u-nu-latn'],
    ['en', 'en'],
  ])('%s is %s', (tag, canonical) => {
    expect(canonicalLocale(tag)).toBe(canonical);
  });

  test.each(['', 'de_DE', 'german', 'xx', 'en-', 'C', 'en_US.UTF-8', '../en'])('%j is none', (tag) => {
    expect(() => canonicalLocale(tag)).toThrow(LocaleError);
    expect(() => localisationOf(tag)).toThrow(`The report's locale ${JSON.stringify(tag)} is not known.`);
  });
});

describe('a localisation', () => {
  test('is English where nothing is said, whatever the machine speaks', () => {
    expect(localisationOf()).toMatchObject({ locale: 'en', language: 'en' });
    expect(localisationOf()).toBe(localisationOf('en'));
  });

  test('has English words where there are no others, with the numbers of its locale', () => {
    const local = localisationOf('de');
    expect(local).toMatchObject({ locale: 'de', language: 'en' });
    expect(local.t.ticketPage.passMark(90)).toBe('Pass mark 90\u00a0%');
  });
});
