import { stateOf } from '@tqrs/parser';
import type { CompiledProcess } from '../profile/compile-processes.ts';
import { foldLabel } from '../profile/fold-label.ts';
import { type Found, findPhrase, findPhrases, quote, quoteField, spanOf } from '../text/find.ts';
import { isBroughtUp, isStated } from '../text/modality.ts';
import { NEGATION, REQUEST } from '../text/modality-cues.ts';
import type { PhraseSet } from '../text/phrases.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { fillsClause, isCertain } from './certainty.ts';
import { quoteClause } from './quote-clause.ts';

const FIELDS = ['shortDescription', 'description', 'workNotes', 'comments', 'closeNotes'] as const;

/** A ticket says it within so many mentions. Each is read in its whole sentence, which hostile text makes endless. */
const MOST_FINDS = 200;
const CERTAIN = { certain: true, present: true } as const;

/** What shows that a ticket involves a process. */
export interface Involvement {
  readonly evidence: readonly Evidence[];
  /** Shown by something solid. If not, a person has to say whether the ticket involves it. */
  readonly certain: boolean;
  /** About the present case: no guess, and nothing long past or taught. */
  readonly present: boolean;
  /** The ticket names it, asks for it or plans it, without saying that it was done. */
  readonly wished: boolean;
}

/**
 * What shows that a ticket involves a process. Solid are a structured field, a form line answered with yes, and a sentence
 * that says so for the present case. A guess, a story of last year, words from elsewhere, and a word that stands for the
 * process as often as for something else are not. Undefined: nothing shows it.
 */
export function findInvolvement(process: CompiledProcess, text: TicketText): Involvement | undefined {
  if (stateOf(text.ticket) === 'canceled') return undefined;
  const marked = markedEvidence(process, text);
  if (marked !== undefined) return { evidence: [marked], ...CERTAIN, wished: false };
  const told = involvementTold(process, text);
  if (told === undefined || (!told.certain && isUnmarked(process, text))) return undefined;
  return isSomethingElse(process, text) ? undefined : told;
}

/** The record knows the flag and says no, which outweighs a mere mention. */
function isUnmarked(process: CompiledProcess, { ticket }: TicketText): boolean {
  return Object.entries(ticket.flags).some(([flag, value]) => !value && process.flags.has(flag.toLowerCase()));
}

/** The subcategory, or a sentence. */
function involvementTold(process: CompiledProcess, text: TicketText): Involvement | undefined {
  const plain = findsOf(process.phrases);
  const { subcategory } = text.ticket;
  if (subcategory !== undefined && process.subcategories.has(foldLabel(subcategory)))
    return { evidence: [quoteField('subcategory', subcategory)], ...CERTAIN, wished: !plain.some(isDeed) };
  const inClause = findsOf(process.clausePhrases);
  const loose = findsOf(process.loosePhrases);
  const whole = inClause.filter((found) => fillsClause(found) && isCertain(found));
  const all = [...plain, ...inClause, ...loose];
  const certain = plain.filter(isCertain);
  const solid = certain[0] ?? whole.find((found) => !isTitle(found) || loose.some((other) => !isTitle(other)));
  const found = solid ?? all.find(isCertain) ?? all[0];
  if (found === undefined || isDenied(process, text)) return undefined;
  const wished = certain.length > 0 && !plain.some(isDeed);
  return { evidence: [quoteClause(found)], certain: solid !== undefined, present: isCertain(found), wished };

  function findsOf(phrases: PhraseSet): Found[] {
    const all = findPhrases(text.passages(FIELDS), phrases, isBroughtUp).slice(0, MOST_FINDS);
    return all.filter((each) => speaksOf(process, each));
  }
}

/** Told as done: `requests a password reset` is a wish. */
function isDeed({ sentence, words, modality }: Found): boolean {
  return (
    isStated(modality) && !sentence.analysis.spans(REQUEST).some(({ from }) => from >= words.from && from < words.to)
  );
}

/** A title names a topic: alone it tells too little. */
function isTitle({ passage }: Found): boolean {
  return passage.field === 'shortDescription';
}

function speaksOf(process: CompiledProcess, found: Found): boolean {
  return (
    found.sentence.analysis.spans(process.unlessPhrases).length === 0 &&
    !endsDenied(found) &&
    !isPartOfName(found) &&
    !(process.data.foundBy.exceptLineOfBusiness && namesLineOfBusiness(found))
  );
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

/** Part of the name of a file, a folder or a code: `board_minutes`, `CEO_Reports`, `report_virus.xlsx`, `CTO-1002`. */
function isPartOfName(found: Found): boolean {
  const { start, end } = spanOf(found);
  const { text } = found.passage;
  return (
    /_/.test(text.slice(start, end)) ||
    /[_\\@]$/.test(text.slice(0, start)) ||
    /^(?:[_\\@]|-\d|\.\w)/.test(text.slice(end, end + 2))
  );
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
