/**
 * A length of working time in words: `25 minutes`, `3 hours`, `2 working days`. Rounded down to what a reader needs.
 *
 * @param minutes Working time, in minutes.
 * @param dayMinutes Minutes of one working day.
 */
export function tellDuration(minutes: number, dayMinutes: number): string {
  if (dayMinutes > 0 && minutes >= dayMinutes) return plural(Math.floor(minutes / dayMinutes), 'working day');
  if (minutes >= 60) return plural(Math.floor(minutes / 60), 'working hour');
  return plural(Math.floor(minutes), 'working minute');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
