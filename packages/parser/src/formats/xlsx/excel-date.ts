const DAY_SECONDS = 86_400;
/** The last day that Excel knows: 31 December 9999. */
const LAST_SERIAL = 2_958_466;
/** Excel takes 1900 for a leap year: its days are one too many from March 1900 on. */
const FALSE_LEAP_DAY = 60;
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * A date of Excel as ServiceNow writes it: `2026-03-02 08:15:00`, `2026-03-02` where it has no time of day, `08:15:00` where it
 * has no day. It stands in whatever zone it was exported in. Undefined where the number is no date.
 */
export function excelDate(serial: number, uses1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < LAST_SERIAL)) return undefined;
  const seconds = Math.round(serial * DAY_SECONDS);
  const days = Math.floor(seconds / DAY_SECONDS);
  const time = new Date((seconds % DAY_SECONDS) * 1_000).toISOString().slice(11, 19);
  if (days === 0 && seconds > 0) return time;
  const day = dayOf(days, uses1904);
  return seconds % DAY_SECONDS === 0 ? day : `${day} ${time}`;
}

function dayOf(days: number, uses1904: boolean): string {
  const shifted = !uses1904 && days >= FALSE_LEAP_DAY ? days - 1 : days;
  return new Date((uses1904 ? EPOCH_1904 : EPOCH_1900) + shifted * DAY_SECONDS * 1_000).toISOString().slice(0, 10);
}
