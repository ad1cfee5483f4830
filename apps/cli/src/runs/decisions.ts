import { copyFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DECISIONS_FILE, type DecisionsByTicket, readDecisions } from '@tqrs/core/runs';

/**
 * What people decided about the run in a folder. A run that builds on an earlier one takes its decisions over; those on a verdict that is
 * another one now do not hold.
 * @param earlier The record of the run that it builds on.
 * @throws {RunError} where the log cannot be read.
 */
export function decisionsFor(folder: string, earlier: string | undefined): DecisionsByTicket | undefined {
  const path = join(folder, DECISIONS_FILE);
  const before = earlier === undefined ? undefined : join(dirname(earlier), DECISIONS_FILE);
  if (before !== undefined && existsSync(before)) copyFileSync(before, path);
  const decisions = readDecisions(path);
  return decisions.size === 0 ? undefined : decisions;
}
