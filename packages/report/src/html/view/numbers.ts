import type { Score, ScoreRange } from '@tqrs/core';

const GROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const ONE_DECIMAL = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const MONEY = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });

/** What stands where there is no number. */
export const NO_NUMBER = '—';

/** Points or a count: up to two decimals, thousands grouped. */
export const number = (value: number): string => GROUPED.format(value);

/** Percent with one decimal, as the scorecard rounds it. */
export const percent = (value: number): string => `${ONE_DECIMAL.format(value)}%`;

/** `3 points`, `1 point`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** `55 of 70 points`. */
export const scorePoints = (score: Score): string => `${number(score.earned)} of ${plural(score.possible, 'point')}`;

/** `57.1% to 92.9%`. */
export const rangePercent = (range: ScoreRange): string =>
  `${percent(range.min.percent)} to ${percent(range.max.percent)}`;

/** `40 to 65 points`. */
export const rangePoints = (range: ScoreRange): string =>
  `${number(range.min.earned)} to ${plural(range.max.earned, 'point')}`;

/** Cost in US dollars. */
export const money = (value: number): string => MONEY.format(value);

/** `2026-03-02 10:15 UTC` of an ISO time. */
export const moment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

/** A time as a person reads it: an ISO time in UTC as {@link moment}, any other text as it is. */
export const when = (text: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text) ? moment(text) : text;

/** `contact number` as `Contact number`. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `not-documented` as `Not documented`. */
export function humanise(id: string): string {
  return capitalise(id.replaceAll('-', ' '));
}
