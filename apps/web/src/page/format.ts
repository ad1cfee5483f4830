const GROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const ONE_DECIMAL = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const MONEY = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
const SMALL_MONEY = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** `12,345`. */
export const amount = (value: number): string => GROUPED.format(value);

/** `1.2M`. */
export const shortAmount = (value: number): string => SHORT.format(value);

/** `3 tickets`, `1 ticket`. */
export const plural = (count: number, one: string): string => `${amount(count)} ${one}${count === 1 ? '' : 's'}`;

/** `2.5 points`, `1 point`; without the unit `2.5`. */
export const points = (count: number, withUnit = true): string =>
  withUnit ? `${NUMBER.format(count)} point${count === 1 ? '' : 's'}` : NUMBER.format(count);

/** `87.5%`, as in the report. */
export const percent = (value: number): string => `${ONE_DECIMAL.format(value)}%`;

/** `57.1–71.4%`. */
export const percentRange = (min: number, max: number): string => `${ONE_DECIMAL.format(min)}–${percent(max)}`;

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** `en-GB` as `British English`. */
export const languageName = (tag: string): string => LANGUAGES.of(tag) ?? tag;

/** US dollars; cents are split where there is less than one dollar. */
export const money = (usd: number): string => (usd < 1 ? SMALL_MONEY : MONEY).format(usd);

/** A time of the server in the browser's time zone. */
export const moment = (iso: string): string => MOMENT.format(new Date(iso));

/** Two days as `2 – 6 Mar 2026`. */
export const days = (first: string, last: string): string => DAY.formatRange(dayOf(first), dayOf(last));

const dayOf = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** A day as `1 Mar 2026`. */
export const day = (iso: string): string => DAY.format(dayOf(iso));

/** `1.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return plural(bytes, 'byte');
  if (bytes < 1e6) return `${GROUPED.format(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${ONE_DECIMAL.format(bytes / 1e6)} MB` : `${ONE_DECIMAL.format(bytes / 1e9)} GB`;
}

/** `40 s`, `12 min`, `3 h 5 min`: as precise as a guess can be. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `not-documented` as `Not documented`. */
export function levelName(id: string): string {
  const spaced = id.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** `closeNotes` as `Close notes`. */
export function fieldName(id: string): string {
  if (id.startsWith('flags.')) return `Flag ${id.slice('flags.'.length)}`;
  const spaced = id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
