import type { Ticket } from '@tqrs/parser';
import { NO_TROUBLE } from '../../../resolution/confirmation/states.ts';
import { People } from '../../../resolution/people.ts';
import type { Veto } from '../../../rubric/schema.ts';
import type { WordSpan } from '../../../text/lexicon.ts';
import { CONDITION, FUTURE, NEGATED_AFTER, NEGATION, REQUEST } from '../../../text/modality-cues.ts';
import { overlapping } from '../../../text/spans.ts';
import type { Sentence } from '../../../text/text-analyser.ts';
import type { Passage, TicketText } from '../../../text/ticket-text.ts';
import type { Evidence } from '../../../verdict.ts';
import { isSomebodyElses } from './whose-word.ts';

/** Words that hang a clause on the one before: what was asked, wished or supposed there is so here too. */
const HANGS_ON = new Set(['so', 'then', 'because', 'while', 'hence', 'therefore', 'whereas']);
/** "as requested", "per the user's request": told as a reason, not as a wish. */
const AS_ASKED = new Set(['as', 'per', 'upon', 'on', 'by', 'after', 'was', 'were']);

/**
 * What keeps located words from proving something, of the kinds that the question names. Undefined: nothing. Words are read
 * clause by clause, and one clause that states a fact is enough.
 */
export function vetoOf(evidence: Evidence, kinds: readonly Veto[], text: TicketText, ticket: Ticket): Veto | undefined {
  const passage = text.passages([evidence.field]).find(({ entry }) => entry === evidence.entry);
  if (passage === undefined || kinds.length === 0) return undefined;
  if (kinds.includes('negation') && isAnsweredWithNo(passage, evidence)) return 'negation';
  const people = new People(ticket);
  const quoted = passage.sentences.filter(({ start, end }) => start < evidence.end && evidence.start < end);
  const vetoes = quoted.flatMap((sentence) => {
    const clauses = clausesOf(sentence, evidence).map((clause) => ({
      ...clause,
      veto: vetoOfClause(sentence, clause, kinds, people),
    }));
    clauses.forEach((clause, index) => {
      const before = clauses[index - 1];
      if (clause.veto === undefined && HANGS_ON.has(clause.first)) clause.veto = before?.veto;
    });
    return clauses.filter(({ span }) => isQuoted(sentence, span, evidence)).map(({ veto }) => veto);
  });
  return vetoes.every((veto) => veto !== undefined) ? vetoes[0] : undefined;
}

/** "User confirmed: N", or a line that was left blank. */
function isAnsweredWithNo({ formLines }: Passage, evidence: Evidence): boolean {
  const line = overlapping(formLines, evidence);
  return line !== undefined && line.start <= evidence.start && (line.answer === 'no' || line.answer === 'blank');
}

interface Clause {
  readonly number: number;
  readonly span: WordSpan;
  /** The word behind the quote, where that ends in the clause: what follows says something else. */
  readonly quotedTo: number;
  readonly first: string;
}

function clausesOf({ analysis, start }: Sentence, { end }: Evidence): Clause[] {
  const { clauses, words } = analysis;
  const behind = words.starts.findIndex((at) => start + at >= end);
  const found: Clause[] = [];
  clauses.forEach((number, from) => {
    if (number === clauses[from - 1]) return;
    const next = clauses.findIndex((other, at) => at > from && other !== number);
    const span = { from, to: next < 0 ? clauses.length : next, gapped: false };
    const quotedTo = behind < 0 ? span.to : Math.min(span.to, behind);
    found.push({ number, span, quotedTo, first: words.folded[from] ?? '' });
  });
  return found;
}

function isQuoted(sentence: Sentence, span: WordSpan, evidence: Evidence): boolean {
  const place = sentence.analysis.textSpan(span);
  return sentence.start + place.start < evidence.end && evidence.start < sentence.start + place.end;
}

function vetoOfClause(sentence: Sentence, clause: Clause, kinds: readonly Veto[], people: People): Veto | undefined {
  return kinds.find((kind) => VETOES[kind](sentence, clause, people));
}

const VETOES: Readonly<Record<Veto, (sentence: Sentence, clause: Clause, people: People) => boolean>> = {
  negation: ({ analysis }, clause) =>
    cuesIn(analysis.spans(NEGATION), clause).some(
      (cue) => !analysis.spans(NO_TROUBLE).some((gone) => meet(gone, cue)),
    ) ||
    // "Removed the failed update" denies nothing; "the update failed" does.
    analysis.spans(NEGATED_AFTER).some(({ from, to }) => from >= clause.span.from && to === clause.span.to),
  condition: ({ analysis }, clause) =>
    /^(?:if|unless|should)$/.test(analysis.words.folded[0] ?? '') ||
    cuesIn(analysis.spans(CONDITION), clause).length > 0,
  future: ({ analysis }, clause) => cuesIn(analysis.spans(FUTURE), clause).length > 0,
  question: ({ analysis }) => analysis.isQuestion,
  request: ({ analysis }, clause) =>
    cuesIn(analysis.spans(REQUEST), clause).some(
      ({ from, to }) =>
        to < clause.span.to &&
        !analysis.words.folded.slice(Math.max(clause.span.from, from - 3), from).some((word) => AS_ASKED.has(word)),
    ),
  others: (sentence, { span }, people) => isSomebodyElses(sentence, span, people),
};

function cuesIn(cues: readonly WordSpan[], { span, quotedTo }: Clause): WordSpan[] {
  return cues.filter(({ from }) => from >= span.from && from < quotedTo);
}

function meet(a: WordSpan, b: WordSpan): boolean {
  return a.from < b.to && b.from < a.to;
}
