/** A length of time as people say it. */
export interface TimeSpan {
  /** 0 where days were said: "in two days" is not "in 48 hours". */
  readonly minutes: number;
  /** 0 where hours or minutes were said. */
  readonly days: number;
  /** Working days were said. */
  readonly working: boolean;
}

const HALF = 0.5;
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, at] as const),
  ['a', 1],
  ['an', 1],
  ['couple', 2],
  ['few', 3],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['half', HALF],
]);
/** In minutes, or in days. */
const UNITS = new Map<string, { readonly minutes: number; readonly days: number }>([
  ...['m', 'min', 'mins', 'minute', 'minutes'].map((word) => [word, { minutes: 1, days: 0 }] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map((word) => [word, { minutes: 60, days: 0 }] as const),
  ...['day', 'days'].map((word) => [word, { minutes: 0, days: 1 }] as const),
  ...['week', 'weeks'].map((word) => [word, { minutes: 0, days: 7 }] as const),
]);
const FILLERS = new Set('the next of about around business working'.split(' '));
/** In words. */
const LONGEST = 6;

/** Whether a word is a unit of time: `minutes`, `hrs`, `days`. */
export function isTimeUnit(word: string): boolean {
  return UNITS.has(word);
}

/**
 * The length of time that words begin with: `2 hours`, `half an hour`, `a couple of days`, `24 hrs`, `30min`. Undefined where
 * they begin with none.
 *
 * @param folded The folded words of a sentence.
 * @param from Which word to begin at.
 */
export function readSpan(folded: readonly string[], from: number): TimeSpan | undefined {
  let amount: number | undefined;
  let working = false;
  for (let at = from; at < Math.min(from + LONGEST, folded.length); at++) {
    const word = folded[at] ?? '';
    const [, glued, unitWord = word] = /^(\d{1,3})([a-z]+)$/.exec(word) ?? [];
    const unit = UNITS.get(unitWord);
    if (unit !== undefined) {
      const times = glued === undefined ? (amount ?? 1) : Number(glued);
      return { minutes: times * unit.minutes, days: Math.ceil(times * unit.days), working };
    }
    const number = /^\d{1,3}$/.test(word) ? Number(word) : NUMBERS.get(word);
    if (number === undefined && !FILLERS.has(word)) return undefined;
    if (word === 'business' || word === 'working') working = true;
    // Of "a couple" and "half an", the one that is not the article counts.
    if (number !== undefined && (amount === undefined || amount === 1)) amount = number;
  }
  return undefined;
}
