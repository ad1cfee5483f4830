import { evidenceProves, locateInTicket } from '../judge/evidence/locate-in-ticket.ts';
import type { Judge, JudgeContext, QuotedEvidence } from '../judge/judge.ts';
import type { Evidence } from '../verdict.ts';

/** Finds a judge's quotes in the ticket. Those that stand nowhere are left out. */
export type EvidenceLocator = (quotes: readonly QuotedEvidence[], fields: readonly string[]) => Evidence[];

/**
 * A locator for one ticket. A model must quote from the fields that it was asked about, and enough to prove something;
 * the offline judge's signals are code, tested for both, and may prove by a single word.
 */
export function evidenceLocator(method: Judge['method'], { ticket, text }: JudgeContext): EvidenceLocator {
  return (quotes, fields) => {
    const found: Evidence[] = [];
    for (const quoted of quotes) {
      if (method === 'model' && !fields.includes(quoted.field)) continue;
      const evidence = locateInTicket(quoted, ticket);
      if (evidence !== undefined && (method === 'offline' || evidenceProves(evidence, text))) found.push(evidence);
    }
    return found;
  };
}
