import { stateOf } from '@tqrs/parser';
import type { CompiledProcess } from '../profile/compile-processes.ts';
import { foldLabel } from '../profile/fold-label.ts';
import { type Found, findPhrase, findPhrases, quote, quoteField, spanOf } from '../text/find.ts';
import { isRaised, isStated, NEGATION } from '../text/modality.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { quoteClause } from './quote-clause.ts';

const FIELDS = ['shortDescription', 'description', 'workNotes', 'comments', 'closeNotes'] as const;

/**
 * What shows, solidly, that a ticket involves a process: a structured field, a form line answered with yes, or a
 * sentence that says so and neither denies, asks nor supposes it. Undefined: it does not.
 */
export function findInvolvement(process: CompiledProcess, text: TicketText): readonly Evidence[] | undefined {
  if (stateOf(text.ticket) === 'canceled') return undefined;
  const marked = markedEvidence(process, text);
  if (marked !== undefined) return [marked];
  const raised = raisedEvidence(process, text);
  return raised === undefined || isSomethingElse(process, text) ? undefined : [raised];
}

/** The subcategory, or a sentence. */
function raisedEvidence(process: CompiledProcess, text: TicketText): Evidence | undefined {
  const { subcategory } = text.ticket;
  if (subcategory !== undefined && process.subcategories.size > 0 && process.subcategories.has(foldLabel(subcategory)))
    return quoteField('subcategory', subcategory);
  const found = findPhrases(text.passages(FIELDS), process.phrases, isRaised).find(
    (each) =>
      each.sentence.analysis.spans(process.unlessPhrases).length === 0 &&
      !endsDenied(each) &&
      !isPartOfName(each) &&
      !(process.data.foundBy.exceptLineOfBusiness && namesLineOfBusiness(each)),
  );
  return found === undefined || isDenied(process, text) ? undefined : quoteClause(found);
}

/** `a phishing mail, has not clicked`: the phrase begins in one clause, and what it ends with is denied in another. */
function endsDenied({ sentence: { analysis }, words }: Found): boolean {
  const last = analysis.clauses[words.to - 1];
  return (
    words.gapped &&
    analysis
      .spans(NEGATION)
      .some(({ from, to }) => from > words.from && to < words.to && analysis.clauses[from] === last)
  );
}

/** Part of the name of a file, a folder or a code: `board_minutes`, `report_virus.xlsx`, `CTO-1002`. */
function isPartOfName(found: Found): boolean {
  const { start, end } = spanOf(found);
  const { text } = found.passage;
  return /[_\\@]$/.test(text.slice(0, start)) || /^(?:[_\\@]|-\d|\.\w)/.test(text.slice(end, end + 2));
}

/** A record flag, or a line of the form answered with yes. */
function markedEvidence(process: CompiledProcess, text: TicketText): Evidence | undefined {
  const { ticket } = text;
  for (const [flag, value] of Object.entries(ticket.flags)) {
    if (value && process.flags.has(flag.toLowerCase())) return quoteField(`flags.${flag}`, 'true');
  }
  if (process.formLabels.size === 0) return undefined;
  for (const passage of text.passages(FIELDS)) {
    const line = passage.formLines.find(({ label, answer }) => answer === 'yes' && process.formLabels.has(label));
    if (line !== undefined) return quote(passage, { start: line.start, end: line.end });
  }
  return undefined;
}

/** A form line that answers the process with no outweighs loose mentions of it. */
function isDenied(process: CompiledProcess, text: TicketText): boolean {
  return text
    .passages(FIELDS)
    .some(({ formLines }) => formLines.some(({ label, answer }) => answer === 'no' && process.formLabels.has(label)));
}

function isSomethingElse({ notWhen }: CompiledProcess, text: TicketText): boolean {
  if (notWhen === undefined) return false;
  const passages = text.passages(FIELDS);
  return (
    findPhrase(passages, notWhen.done, isStated) !== undefined &&
    findPhrase(passages, notWhen.unlessDone, isStated) === undefined
  );
}

/** The first part of a short description names the line of business: `OWG - Oslo - Outlook - will not start`. */
function namesLineOfBusiness(found: Found): boolean {
  const { text, field } = found.passage;
  if (field !== 'shortDescription') return false;
  const { start, end } = spanOf(found);
  const separator = text.search(/[-–—]/);
  return separator >= end && text.slice(0, start).trim() === '';
}
