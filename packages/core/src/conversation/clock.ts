import type { Moment } from './turn.ts';

const DATE =
  '(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}(?:[-/.]\\d{2,4})?|\\d{1,2}[ -]\\p{L}{3,9}\\.?(?:[ -]\\d{4})?|\\p{L}{3,9}\\.? \\d{1,2}(?:,? \\d{4})?|(?:to|yester)day|[Tt]oday|[Yy]esterday)';
const CLOCK =
  '\\d{1,2}h\\d{2}\\b|\\d{1,2}(?::\\d{2}){1,2}(?:[.,]\\d{1,3})?(?:[ \\u00a0\\u202f]?[AaPp]\\.?[Mm]\\b\\.?)?|\\d{1,2}[.]\\d{2}[ \\u202f]?[AaPp][Mm]\\b|\\d{1,2}[.]\\d{2}(?= ?[:\\])>]| \\p{Lu})';
const ELAPSED = '\\d{1,3} ?h(?: ?\\d{1,2} ?m)?(?: ?\\d{1,2} ?s)?|\\d{1,3} ?m(?: ?\\d{1,2} ?s)?|\\d{1,4} ?s';

/** The source of an expression for a time of day, with or without its date: `10:02`, `01/03/2024, 10:02:33 AM`. */
export const STAMP = `(?:${DATE}(?:,|T| at| -)? ?)?(?:[Tt]?\\+ ?)?(?:${CLOCK})(?: ?(?:UTC|GMT|CEST?|BST|IST|[ECMP][SD]T|Z|h|hrs|Uhr)\\b)?(?:,? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})?`;
/** The same for what stands in brackets, where the time since the beginning is common too: `( 1m 3s )`. */
export const BRACKETED_STAMP = `(?:${STAMP}|${ELAPSED})`;

const OF_DAY = /(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?:[.,]\d{1,3})?[\s]?([ap])?/i;
const PARTS = /(\d{1,4}) ?([hms])/g;
const SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** Reads a time that one of these expressions has found. */
export function momentOf(text: string): Moment {
  if (/^[\d ]+[hms]/.test(text)) {
    let seconds = 0;
    for (const [, amount, unit] of text.matchAll(PARTS)) seconds += Number(amount) * (SECONDS[unit ?? ''] ?? 0);
    return { text, seconds };
  }
  const [, hours, minutes, seconds, half] = OF_DAY.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return { text };
  const isAfternoon = half?.toLowerCase() === 'p';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  return { text, seconds: hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0) };
}
