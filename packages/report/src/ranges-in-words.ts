import type { RunSummary } from '@tqrs/core';
import { plural } from './html/view/numbers.ts';

/** What is certain about the tickets that have a range instead of a score; empty where no ticket has one. */
export function rangesInWords({ passing, failing, open }: RunSummary['ranges']): string {
  const total = passing + failing + open;
  if (total === 0) return '';
  const certain = `${plural(passing, 'passes', 'pass')} and ${plural(failing, 'does not', 'do not')}`;
  return `${plural(total, 'ticket')} with a range instead of a score: ${certain}, whatever the rest comes to; ${plural(open, 'is', 'are')} open.`;
}
