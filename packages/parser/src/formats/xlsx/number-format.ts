/** Built-in formats for dates and times, by their number. */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
/** What does not count in a format: quoted text, conditions, colours and locales, escaped and filling characters. */
const LITERALS = /"[^"]*"|\[[^\]]*\]|[\\_*]./g;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;

/** Whether a number format shows a number as a date or a time of day. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  if (ELAPSED.test(code)) return false;
  const [positive = ''] = code.replace(LITERALS, '').split(';');
  return /[ymdhs]/i.test(positive) && !/general/i.test(positive);
}
