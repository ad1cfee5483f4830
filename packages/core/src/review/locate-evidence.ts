import { JOURNAL_FIELDS, readField } from '@tqrs/parser';
import { locateQuote } from '../judge/evidence/locate-quote.ts';
import { quoteProves } from '../judge/evidence/quote-proves.ts';
import type { Judge, JudgeContext, QuotedEvidence } from '../judge/judge.ts';
import type { Evidence } from '../verdict.ts';

const JOURNALS: ReadonlySet<string> = new Set(JOURNAL_FIELDS);

/** Finds a judge's quotes in the ticket. Those that stand nowhere are left out. */
export type EvidenceLocator = (quotes: readonly QuotedEvidence[], fields: readonly string[]) => Evidence[];

/**
 * A locator for one ticket. A model must quote from the fields that it was asked about, and enough to prove something;
 * the offline judge's signals are code, tested for both, and may prove by a single word.
 */
export function evidenceLocator(method: Judge['method'], context: JudgeContext): EvidenceLocator {
  return (quotes, fields) => {
    const found: Evidence[] = [];
    for (const quoted of quotes) {
      if (method === 'model' && !fields.includes(quoted.field)) continue;
      const evidence = locate(quoted, context);
      if (evidence !== undefined && (method === 'offline' || proves(evidence, context))) found.push(evidence);
    }
    return found;
  };
}

function locate(quoted: QuotedEvidence, context: JudgeContext): Evidence | undefined {
  if (quoted.entry !== undefined || !JOURNALS.has(quoted.field)) return locateIn(quoted, quoted.entry, context);
  const entries = context.ticket[quoted.field as (typeof JOURNAL_FIELDS)[number]] ?? [];
  for (const entry of entries.keys()) {
    const evidence = locateIn(quoted, entry, context);
    if (evidence !== undefined) return evidence;
  }
  return undefined;
}

function locateIn(
  { field, quote, start }: QuotedEvidence,
  entry: number | undefined,
  { ticket }: JudgeContext,
): Evidence | undefined {
  const text = readField(ticket, field, entry);
  if (text === undefined || quote === '') return undefined;
  const place =
    start !== undefined && text.startsWith(quote, start)
      ? { start, end: start + quote.length }
      : locateQuote(text, quote);
  if (place === undefined) return undefined;
  const at = entry === undefined ? { field } : { field, entry };
  return { ...at, start: place.start, end: place.end, quote: text.slice(place.start, place.end) };
}

function proves(evidence: Evidence, { text }: JudgeContext): boolean {
  const passage = text.passages([evidence.field]).find(({ entry }) => entry === evidence.entry);
  return passage !== undefined && quoteProves(passage.text, evidence, passage.formLines);
}
