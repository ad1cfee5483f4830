import { stateOf } from '@tqrs/parser';
import type { CompiledProcess } from '../profile/compile-processes.ts';
import { foldLabel } from '../profile/fold-label.ts';
import { evidenceOf, type Found, findPhrase, findPhrases, quote, quoteField } from '../text/find.ts';
import { isRaised, isStated } from '../text/modality.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';

const FIELDS = ['shortDescription', 'description', 'workNotes', 'comments', 'closeNotes'] as const;

/**
 * What shows, solidly, that a ticket involves a process: a structured field, a form line answered with yes, or a
 * sentence that says so and neither denies, asks nor supposes it. Undefined: it does not.
 */
export function findInvolvement(process: CompiledProcess, text: TicketText): readonly Evidence[] | undefined {
  if (stateOf(text.ticket) === 'canceled') return undefined;
  const marked = markedEvidence(process, text);
  if (marked !== undefined) return [marked];
  if (isSomethingElse(process, text)) return undefined;
  const { subcategory } = text.ticket;
  if (subcategory !== undefined && process.subcategories.has(foldLabel(subcategory)))
    return [quoteField('subcategory', subcategory)];
  if (isDenied(process, text)) return undefined;
  for (const found of findPhrases(text.passages(FIELDS), process.phrases, isRaised)) {
    if (found.sentence.analysis.spans(process.unlessPhrases).length > 0) continue;
    if (process.data.foundBy.exceptLineOfBusiness && namesLineOfBusiness(found)) continue;
    return [evidenceOf(found)];
  }
  return undefined;
}

/** A record flag, or a line of the form answered with yes. */
function markedEvidence(process: CompiledProcess, text: TicketText): Evidence | undefined {
  const { ticket } = text;
  for (const [flag, value] of Object.entries(ticket.flags)) {
    if (value && process.flags.has(flag.toLowerCase())) return quoteField(`flags.${flag}`, 'true');
  }
  for (const passage of text.passages(FIELDS)) {
    const line = passage.formLines.find(
      ({ label, answer }) => answer === 'yes' && process.formLabels.has(foldLabel(label)),
    );
    if (line !== undefined) return quote(passage, { start: line.start, end: line.end });
  }
  return undefined;
}

/** A form line that answers the process with no outweighs loose mentions of it. */
function isDenied(process: CompiledProcess, text: TicketText): boolean {
  return text
    .passages(FIELDS)
    .some(({ formLines }) =>
      formLines.some(({ label, answer }) => answer === 'no' && process.formLabels.has(foldLabel(label))),
    );
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
function namesLineOfBusiness({ passage, sentence, hit }: Found): boolean {
  if (passage.field !== 'shortDescription') return false;
  const end = sentence.start + hit.end;
  const first = passage.text.search(/\s[-–—]\s|[-–—]/);
  return first >= 0 && end <= first && passage.text.slice(0, sentence.start + hit.start).trim() === '';
}
