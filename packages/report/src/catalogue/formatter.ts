import { DEFAULT_LOCALE } from './locale.ts';

/** More than there are percentages with one decimal. */
const MOST_REMEMBERED = 2_000;

/** What stands where there is no number. */
export const NO_NUMBER = '—';

/** The forms of a word by the plural categories of its language. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>;

/** Numbers, money and times as a locale writes them, and the plurals of a language. */
export interface Formatter {
  /** Points or a count: up to two decimals, thousands grouped. */
  number(value: number): string;
  /** Percent with one decimal, as the scorecard rounds it. */
  percent(value: number): string;
  /** A limit in percent, with the decimals that it has: `90%`. */
  limit(value: number): string;
  /** Two limits in percent: `48–74.6%`. */
  limits(from: number, to: number): string;
  /** US dollars: less than one with up to four decimals, less than a cent with two digits. */
  money(usd: number): string;
  /** An ISO time in UTC: `2026-03-02 10:15 UTC`. */
  moment(iso: string): string;
  /** A day as `2026-03-02`, in the words of the locale. */
  day(iso: string): string;
  /** The form of a word that fits a count. */
  choose(count: number, forms: PluralForms): string;
  /** A count with its word: `3 points`, `1 point`. */
  plural(count: number, forms: PluralForms): string;
}

/** `2026-03-02 10:15 UTC` of an ISO time, in whatever locale: it sorts as text. */
export const plainMoment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

/** Whether a text is an ISO time in UTC. */
export const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text);

/** Builds a formatter. Numbers and times go by the locale, and plurals by the language that the words are in. */
export function createFormatter(locale: string, language: string): Formatter {
  const grouped = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  // As a unit it takes percent as they are: nothing is divided and rounded again.
  const share = { style: 'unit', unit: 'percent' } as const;
  const oneDecimal = new Intl.NumberFormat(locale, {
    ...share,
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const asItIs = new Intl.NumberFormat(locale, { ...share, maximumFractionDigits: 2 });
  const dollars = { style: 'currency', currency: 'USD' } as const;
  const wholeDollars = new Intl.NumberFormat(locale, dollars);
  const cents = new Intl.NumberFormat(locale, { ...dollars, maximumFractionDigits: 4 });
  const fractions = new Intl.NumberFormat(locale, { ...dollars, maximumSignificantDigits: 2 });
  const rules = new Intl.PluralRules(language);

  const number = remembering((value) => grouped.format(value));
  const percent = remembering((value) => oneDecimal.format(value));
  const limit = remembering((value) => asItIs.format(value));
  const category = remembering((count) => rules.select(count));
  const choose = (count: number, forms: PluralForms) => forms[category(count)] ?? forms.other;
  const times = locale === DEFAULT_LOCALE ? PLAIN_TIMES : localTimes(locale);
  return {
    number,
    percent,
    limit,
    limits(from, to) {
      if (locale === DEFAULT_LOCALE) return `${number(from)}–${limit(to)}`;
      return from === to ? limit(from) : asItIs.formatRange(from, to);
    },
    money(usd) {
      if (usd >= 1) return wholeDollars.format(usd);
      return (usd > 0 && usd < 0.01 ? fractions : cents).format(usd);
    },
    ...times,
    choose,
    plural: (count, forms) => `${number(count)} ${choose(count, forms)}`,
  };
}

/** Points, counts and percentages are few and come again and again: to look one up is far faster than to write it anew. */
function remembering<Result>(write: (value: number) => Result): (value: number) => Result {
  const known = new Map<number, Result>();
  return (value) => {
    const written = known.get(value);
    if (written !== undefined) return written;
    const result = write(value);
    if (known.size < MOST_REMEMBERED) known.set(value, result);
    return result;
  };
}

type Times = Pick<Formatter, 'moment' | 'day'>;

const PLAIN_TIMES: Times = { moment: plainMoment, day: (iso) => iso };

function localTimes(locale: string): Times {
  const moments = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
  // What looks like a time and is none stays as it is.
  const timeOf = (iso: string) => (Number.isNaN(Date.parse(iso)) ? undefined : new Date(iso));
  return {
    moment(iso) {
      const time = timeOf(iso);
      return time === undefined ? plainMoment(iso) : `${moments.format(time)} UTC`;
    },
    day(iso) {
      const time = timeOf(iso);
      return time === undefined ? iso : days.format(time);
    },
  };
}
