import { JOURNAL_FIELDS, type JournalField, readField } from '@tqrs/parser';
import type { Redaction } from '../../../redaction/redact-ticket.ts';
import { isSevere } from '../../../review/two-keys.ts';
import type { Veto } from '../../../rubric/schema.ts';
import { findLevel, losesSomething } from '../../../scoring/points.ts';
import type { Confidence, Evidence, Missing } from '../../../verdict.ts';
import { evidenceProves, locateInTicket } from '../../evidence/locate-in-ticket.ts';
import type { JudgeContext } from '../../judge.ts';
import type { RawAnswer } from '../answer-schema.ts';
import type { CheckItem, Item } from '../items.ts';
import type { PlantedText } from '../planted.ts';
import { vetoOf } from './vetoes.ts';

/** What code makes of one answer. */
export type Reading =
  /** It is proved as far as code can see. `doubted`: code has found what the answer says is not there. */
  | {
      readonly state: 'sound';
      readonly value: string;
      readonly evidence: readonly Evidence[];
      readonly missing: readonly Missing[];
      readonly rationale: string;
      readonly confidence: Confidence;
      readonly doubted: boolean;
    }
  /** The model cannot tell. */
  | { readonly state: 'open'; readonly rationale: string }
  /** Its quote stands nowhere, or says too little. `correction` tells the model so. */
  | { readonly state: 'unfound'; readonly value: string; readonly correction: string }
  /** Its quote stands there and proves nothing. */
  | { readonly state: 'vetoed'; readonly value: string; readonly why: string };

/** What answers to one ticket are read with. */
export interface ReadingContext {
  readonly context: JudgeContext;
  /** Puts true values back in place of placeholders. */
  readonly mask: Pick<Redaction, 'restore'>;
  /** Text that tries to instruct whoever reads it: it proves nothing, and the rest has to prove more. */
  readonly planted: Pick<PlantedText, 'isFlagged' | 'touches'>;
  /** What the offline judge finds for a check, for a second reader's opinion. Undefined: nothing, or it cannot tell. */
  readonly alsoFound: (item: CheckItem) => readonly Evidence[] | undefined;
}

/** The model was told 25. */
const LONGEST_REASON_WORDS = 30;

const WHY: Readonly<Record<string, string>> = {
  negation: 'its quote is denied in the ticket',
  condition: 'its quote is only supposed',
  future: 'its quote tells of what is to come',
  question: 'its quote is a question',
  request: 'its quote is a request',
  others: 'its quote is not the user’s word',
  planted: 'its quote is text that tries to instruct whoever reads it',
};

/** Reads an answer: puts its quote in its place, and looks whether it proves what it should. */
export function readAnswer(item: Item, answer: RawAnswer, reading: ReadingContext): Reading {
  const rationale = restored(shortened(answer.reason), reading.mask);
  if (answer.verdict === 'cannot-assess') return { state: 'open', rationale };
  const { context } = reading;
  const quote = answer.quote?.trim() ?? '';
  const located = quote === '' ? undefined : locate(quote, [answer.field, ...item.fields], reading);
  const unfound = (correction: string): Reading => ({ state: 'unfound', value: answer.verdict, correction });
  if (quote !== '' && located === undefined)
    return unfound(
      `the quote does not stand in ${answer.field}. Copy it letter by letter from the field that you name, or change the verdict.`,
    );
  const evidence = located !== undefined && evidenceProves(located, context.text) ? located : undefined;
  if (evidence === undefined && needsQuote(item, answer.verdict, reading.planted.isFlagged))
    return unfound(
      located === undefined
        ? `the verdict "${answer.verdict}" needs a quote. Give one, or change the verdict.`
        : 'the quote says too little to prove anything: a label without a value, or a single common word. Quote more, or change the verdict.',
    );
  if (evidence !== undefined) {
    const veto = vetoAgainst(item, answer.verdict, evidence, reading);
    if (veto !== undefined) return { state: 'vetoed', value: answer.verdict, why: WHY[veto] ?? veto };
  }
  const missing = evidence === undefined ? absenceOf(item, answer.verdict) : [];
  return {
    state: 'sound',
    value: answer.verdict,
    evidence: evidence === undefined ? [] : [evidence],
    missing,
    rationale,
    confidence: evidence === undefined ? 'medium' : 'high',
    doubted: item.kind === 'check' && missing.length > 0 && reading.alsoFound(item) !== undefined,
  };
}

/** A model that copies rightly sometimes names the wrong one of the fields that it may quote. */
function locate(quote: string, fields: readonly string[], { context, mask }: ReadingContext): Evidence | undefined {
  const { ticket } = context;
  for (const field of fields) {
    const entries = isJournal(field) ? [...(ticket[field] ?? []).keys()] : [undefined];
    for (const entry of entries) {
      const text = readField(ticket, field, entry);
      if (text === undefined) continue;
      const evidence = locateInTicket({ field, entry, quote: mask.restore(quote, text) }, ticket);
      if (evidence !== undefined) return evidence;
    }
  }
  return undefined;
}

function isJournal(field: string): field is JournalField {
  return JOURNAL_FIELDS.includes(field as JournalField);
}

/** A reason as a report may show it: names come back, passwords and keys do not. */
function restored(reason: string, mask: ReadingContext['mask']): string {
  return reason.replaceAll(/\[([A-Z_]+)_\d+\]/g, (placeholder, type) =>
    type === 'SECRET' ? placeholder : mask.restore(placeholder),
  );
}

/** What nobody may be failed on, whatever the question minds. That something was not done is mostly told by a denial. */
const SEVERE_VETOES: readonly Veto[] = ['condition', 'future', 'question', 'request'];

function vetoAgainst(item: Item, verdict: string, evidence: Evidence, reading: ReadingContext): string | undefined {
  const { text, ticket } = reading.context;
  if (item.kind === 'grade' && isSevere(item.question.criterion, verdict))
    return vetoOf(evidence, SEVERE_VETOES, text, ticket);
  if (!isGain(item, verdict)) return undefined;
  if (reading.planted.touches(evidence.field, evidence.entry, evidence)) return 'planted';
  const kinds = item.kind === 'check' ? item.check.vetoes : item.question.grade.vetoes;
  const veto = vetoOf(evidence, kinds, text, ticket);
  if (veto === undefined || item.kind === 'grade') return veto;
  // Where the offline judge finds its proof in the same words, two readers agree on what they say.
  return reading.alsoFound(item)?.some((other) => overlap(other, evidence)) ? undefined : veto;
}

/** Whether a verdict has to be proved by a quote. In a ticket that tries to instruct, every gain has. */
function needsQuote(item: Item, verdict: string, isFlagged: boolean): boolean {
  if (isFlagged && isGain(item, verdict)) return true;
  if (item.kind === 'check') return verdict === 'met' || (verdict === 'not-met' && item.check.notMetBy === 'quote');
  if (verdict === 'not-applicable') return true;
  return findLevel(item.question.criterion, verdict)?.provenBy !== 'absence';
}

/** Whether a verdict is worth more than the worst that the question allows. */
function isGain({ kind, question }: Item, verdict: string): boolean {
  return kind === 'check' ? verdict !== 'not-met' : verdict !== question.levels.at(-1);
}

/** The absence that a loss without a quote rests on. */
function absenceOf(item: Item, verdict: string): Missing[] {
  if (item.kind === 'check')
    return verdict === 'not-met' ? [{ element: item.check.title, searched: [...item.check.fields] }] : [];
  const { criterion } = item.question;
  const level = findLevel(criterion, verdict);
  if (level === undefined || !losesSomething(criterion, level)) return [];
  return [
    { element: criterion.title.charAt(0).toLowerCase() + criterion.title.slice(1), searched: [...criterion.fields] },
  ];
}

function overlap(a: Evidence, b: Evidence): boolean {
  return a.field === b.field && a.entry === b.entry && a.start < b.end && b.start < a.end;
}

function shortened(reason: string): string {
  const words = reason.trim().split(/\s+/);
  return words.length <= LONGEST_REASON_WORDS ? words.join(' ') : `${words.slice(0, LONGEST_REASON_WORDS).join(' ')} …`;
}
