import type { ScoreRange } from '@tqrs/core';
import type { Formatter } from '../formatter.ts';

/** The test suite for pipelines. */
export const suite = (f: Formatter) => ({
  skipped: (outcome: string, { min, max }: ScoreRange) =>
    `${outcome}: ${f.percent(min.percent)} to ${f.percent(max.percent)}`,
  failure: (outcome: string, percent: number, passMark: number) =>
    `${outcome}: ${f.percent(percent)}, pass mark ${f.limit(passMark)}`,
  step: (title: string, gain: number, coaching: string) => `${title} (+${f.number(gain)}): ${coaching}`,
  record: (place: number) => `record ${place}`,
  unknownRecord: 'unknown record',
});
