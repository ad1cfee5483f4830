import { availableParallelism } from 'node:os';

/** A smaller export is done before a second thread has warmed up. */
const FEWEST_RECORDS = 2_000;
/** Each takes some 90 MB. */
const MOST_UNASKED = 4;

/**
 * How many threads review an export of so many records, unless somebody says so: half of the processors. The collector and
 * the compiler work in threads of their own, and two processors of a machine are often two halves of a core.
 */
export function threadsFor(records: number, processors: number = availableParallelism()): number {
  if (records < FEWEST_RECORDS) return 1;
  return Math.min(Math.max(1, Math.floor(processors / 2)), MOST_UNASKED);
}
