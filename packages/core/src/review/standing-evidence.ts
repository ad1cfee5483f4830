import { readField, type Ticket } from '@tqrs/parser';
import type { CheckResult, Evidence } from '../verdict.ts';

/** Whether a quote is not empty and stands exactly where the evidence says. */
export function stands(ticket: Ticket, { field, entry, start, end, quote }: Evidence): boolean {
  if (quote === '' || end - start !== quote.length) return false;
  return readField(ticket, field, entry)?.startsWith(quote, start) === true;
}

/** The evidence that stands. The same array where all of it does. */
export function standing(ticket: Ticket, evidence: Evidence[]): Evidence[] {
  return evidence.every((one) => stands(ticket, one)) ? evidence : evidence.filter((one) => stands(ticket, one));
}

/** The evidence of several checks, each stretch once. */
export function evidenceOfChecks(checks: readonly CheckResult[]): Evidence[] {
  const all = new Map<string, Evidence>();
  for (const one of checks.flatMap(({ evidence }) => evidence)) {
    all.set(`${one.field}/${one.entry ?? ''}/${one.start}/${one.end}`, one);
  }
  return [...all.values()];
}
