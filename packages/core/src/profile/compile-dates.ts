import type { DateStyle } from '../timeline/clock.ts';
import { foldMonth } from '../timeline/read-time.ts';
import type { Profile } from './schema.ts';

/** How exports write dates, to be looked up. */
export function compileDates({ dates }: Profile): DateStyle {
  const months = Object.entries(dates?.months ?? {}).flatMap(([month, names]) =>
    names.map((name) => [foldMonth(name), Number(month)] as const),
  );
  return { order: dates?.order, months: new Map(months) };
}
