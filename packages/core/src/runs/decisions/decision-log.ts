import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type Decision, decisionSchema } from '../../human-review/decision.ts';
import { RunError } from '../run-error.ts';

/** The name of the log of decisions in a run's folder. */
export const DECISIONS_FILE = 'decisions.ndjson';

const LINE_END = 0x0a;

/** The decisions of people about a run, by the numbers of tickets, each in the order of the log. */
export type DecisionsByTicket = ReadonlyMap<string, readonly Decision[]>;

/**
 * Reads a log of decisions, a line of JSON each, oldest first. A file that is not there holds none, and a last line that was torn off
 * while it was written is none.
 * @throws {RunError} where another line is no decision: nobody's decision is left out in silence.
 */
export function readDecisionLog(path: string): Decision[] {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  // What stands behind the last line end was not written to its end.
  return lines.slice(0, -1).flatMap((line, index) => (line === '' ? [] : [parse(line, path, index + 1)]));
}

/**
 * Reads a log of decisions by tickets: see {@link readDecisionLog}.
 * @throws {RunError} where a line is no decision.
 */
export function readDecisions(path: string): DecisionsByTicket {
  return Map.groupBy(readDecisionLog(path), ({ ticket }) => ticket);
}

/** Adds a decision to a log. It is on disk when this returns. A last line that was torn off goes: nobody was told that it is there. */
export function appendDecision(path: string, decision: Decision): void {
  const file = openSync(path, 'a+', 0o600);
  try {
    const before = readFileSync(file);
    const whole = before.lastIndexOf(LINE_END) + 1;
    if (whole < before.length) ftruncateSync(file, whole);
    writeSync(file, `${JSON.stringify(decision)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function parse(line: string, path: string, number: number): Decision {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {}
  const parsed = decisionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new RunError(`${path}, line ${number}, is no decision.`, {
    code: 'decisions-damaged',
    hint: 'Mend the line, or take it out. The other decisions are in the file as they were.',
  });
}
