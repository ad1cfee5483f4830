import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LabelFile, parseLabels } from './labels.ts';

/** Labelled tickets of one rubric. */
export interface LabelledSet {
  readonly rubric: string;
  /** `building`: read while the judge was built. `held-out`: only ever scored. */
  readonly part: 'building' | 'held-out';
  /** The label file, from the samples' folder on. */
  readonly file: string;
}

const set = (rubric: string, part: LabelledSet['part'], file: string): LabelledSet => ({ rubric, part, file });

/** Notes as a desk writes them day by day; the other held-out notes are dense with traps. */
export const ORDINARY_NOTES = set(
  'incident-handling',
  'held-out',
  'labelled/incident-handling/held-out-ordinary-notes-labels.json',
);

/** Tickets about the two gates alone, half of them traps. */
export const GATES = set('incident-logging', 'held-out', 'labelled/incident-logging/held-out-gates-labels.json');

/** Every labelled set, rubric by rubric. */
export const LABELLED_SETS: readonly LabelledSet[] = [
  set('incident-logging', 'building', 'labels.json'),
  set('incident-logging', 'building', 'varied/first-labels.json'),
  set('incident-logging', 'building', 'varied/second-labels.json'),
  set('incident-logging', 'building', 'varied/third-labels.json'),
  set('incident-logging', 'held-out', 'labelled/incident-logging/held-out-labels.json'),
  GATES,
  set('incident-logging', 'held-out', 'labelled/incident-logging/held-out-desks-labels.json'),
  set('incident-handling', 'building', 'labelled/incident-handling/building-labels.json'),
  set('incident-handling', 'building', 'labelled/incident-handling/notes-labels.json'),
  set('incident-handling', 'held-out', 'labelled/incident-handling/held-out-labels.json'),
  set('incident-handling', 'held-out', 'labelled/incident-handling/held-out-notes-labels.json'),
  ORDINARY_NOTES,
  set('customer-service', 'building', 'labelled/customer-service/building-labels.json'),
  set('customer-service', 'building', 'labelled/customer-service/more-labels.json'),
  set('customer-service', 'held-out', 'labelled/customer-service/held-out-labels.json'),
  set('onsite-support', 'building', 'labelled/onsite-support/building-labels.json'),
  set('onsite-support', 'held-out', 'labelled/onsite-support/held-out-labels.json'),
];

/** Where a label file stands on this disk. */
export function pathOf({ file }: LabelledSet): string {
  return fileURLToPath(new URL(`../../samples/${file}`, import.meta.url));
}

/** Reads the labels of a set. */
export function readLabels(labelled: LabelledSet): LabelFile {
  return parseLabels(readFileSync(pathOf(labelled), 'utf8'), labelled.file);
}
