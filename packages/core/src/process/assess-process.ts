import { stateOf } from '@tqrs/parser';
import { notExported } from '../export-facts/exported.ts';
import { assessIdentity } from '../identity/assess-identity.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import type { CompiledProcess, CompiledRequirement } from '../profile/compile-processes.ts';
import { evidenceOf, findPhrase, findPhrases, quoteField } from '../text/find.ts';
import { isAccomplished, isStated, type Modality } from '../text/modality.ts';
import { nameFields } from '../text/name-fields.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { Evidence, Missing, UnscoredReason } from '../verdict.ts';
import { isUndenied } from './certainty.ts';
import { findInvolvement, type Involvement } from './find-involvement.ts';
import { findViolation, type Violation } from './find-violation.ts';
import { hasValue } from './has-value.ts';
import { quoteClause } from './quote-clause.ts';

/** Where a process may be told to have been followed. */
const FIELDS = ['description', 'workNotes', 'comments', 'closeNotes'] as const;
/** Where more may tell of it: a ticket that lies with Security Operations was brought to them. */
const WIDER_FIELDS = [...FIELDS, 'shortDescription', 'assignmentGroup'] as const;

interface Involved {
  readonly process: CompiledProcess;
  /** What shows that the ticket involves the process. */
  readonly involved: readonly Evidence[];
  /** Shown by something solid. */
  readonly certain: boolean;
}

/** How a ticket stands to a process that it involves. */
export type ProcessOutcome = Involved &
  (
    | {
        readonly result: 'followed';
        /** The requirement that the ticket meets. */
        readonly requirement: CompiledRequirement;
        readonly evidence: readonly Evidence[];
        readonly advice: string | undefined;
      }
    /** Nothing tells of it, and only what tells against it would be a violation. */
    | { readonly result: 'untold'; readonly advice: string }
    | { readonly result: 'violated'; readonly evidence: readonly Evidence[]; readonly missing: Missing[] }
    | {
        readonly result: 'open';
        readonly reason: UnscoredReason;
        readonly detail: string;
        readonly evidence: readonly Evidence[];
      }
  );

/** Undefined where the ticket does not involve the process. */
export function assessProcess(
  process: CompiledProcess,
  text: TicketText,
  profile: CompiledProfile,
): ProcessOutcome | undefined {
  const involvement = findInvolvement(process, text);
  if (involvement === undefined) return undefined;
  const involved: Involved = { process, involved: involvement.evidence, certain: involvement.certain };
  const met = process.followedWhen.map((requirement) => meets(requirement, text, profile));
  const followed = met.find((each) => each.holds === 'yes');
  if (followed?.holds === 'yes') {
    const { requirement, evidence, advice } = followed;
    return { ...involved, result: 'followed', requirement, evidence, advice };
  }
  const unseen = [...new Set(met.flatMap((each) => (each.holds === 'unseen' ? each.fields : [])))];
  if (unseen.length > 0) {
    const detail = `whether it was followed cannot be seen: the export does not carry ${nameFields(unseen)}.`;
    return { ...involved, result: 'open', reason: 'field-not-exported', detail, evidence: [] };
  }
  const violation = findViolation(process, text);
  if (process.violatedWhen !== undefined && violation === undefined && !isUnfinished(text)) {
    if (!involvement.present || wasRefused(process, text, profile)) return undefined;
    return { ...involved, result: 'untold', advice: process.violatedWhen.untold };
  }
  const open = secondKeyLacking(involved, involvement, violation, text, profile);
  if (open !== undefined) return { ...involved, result: 'open', reason: 'needs-second-key', ...open };
  return {
    ...involved,
    result: 'violated',
    evidence:
      violation === undefined ? met.flatMap((each) => (each.holds === 'no' ? each.against : [])) : [violation.evidence],
    missing: missingOf(process),
  };
}

/** Why nobody can say yet that the process was owed and not followed. Undefined: both are shown. */
function secondKeyLacking(
  { process }: Involved,
  { certain, wished }: Involvement,
  violation: Violation | undefined,
  text: TicketText,
  profile: CompiledProfile,
): { readonly detail: string; readonly evidence: readonly Evidence[] } | undefined {
  if (!certain) return { detail: 'the ticket may involve it, but does not say so for sure.', evidence: [] };
  if (violation?.certain === false)
    return { detail: 'these words may tell that it was not followed.', evidence: [violation.evidence] };
  if (
    violation === undefined &&
    wished &&
    process.begunWhen !== undefined &&
    findPhrase(text.passages(FIELDS), process.begunWhen, isStated) === undefined
  )
    return { detail: 'the ticket asks for it or names it, but does not tell that it was done.', evidence: [] };
  if (isUnfinished(text))
    return { detail: 'the ticket is still open, so the process may yet be followed.', evidence: [] };
  if (wasRefused(process, text, profile)) {
    const detail = 'the caller failed validation and service was refused, so the process may never have begun.';
    return { detail, evidence: [] };
  }
  const perhaps = findPhrases(text.passages(WIDER_FIELDS), process.perhapsFollowed, isDone).find(isUndenied);
  if (perhaps === undefined) return undefined;
  return { detail: 'these words may tell that it was followed.', evidence: [quoteClause(perhaps)] };
}

type Met =
  | {
      readonly holds: 'yes';
      readonly requirement: CompiledRequirement;
      readonly evidence: readonly Evidence[];
      readonly advice: string | undefined;
    }
  | { readonly holds: 'no'; readonly against: readonly Evidence[] }
  | { readonly holds: 'unseen'; readonly fields: readonly string[] };

function meets(requirement: CompiledRequirement, text: TicketText, profile: CompiledProfile): Met {
  const evidence: Evidence[] = [];
  const unseen: string[] = [];
  const fields = Object.entries(requirement.data.fields).map(([field, accepted]) => ({
    field,
    accepted,
    value: text.ticket[field as 'priority'],
  }));
  const quoted = fields.flatMap(({ field, value }) =>
    value === undefined || value === '' ? [] : [quoteField(field, value)],
  );
  if (fields.some(({ value, accepted }) => value !== undefined && !hasValue(value, accepted)))
    return { holds: 'no', against: quoted };
  evidence.push(...quoted);
  unseen.push(...fields.filter(({ value }) => value === undefined).map(({ field }) => field));
  if (requirement.data.phrases.length > 0) {
    const found = findPhrase(text.passages(FIELDS), requirement.phrases, isAccomplished);
    const hidden = notExported(text.ticket, FIELDS);
    if (found !== undefined) evidence.push(evidenceOf(found));
    else if (hidden.length > 0) unseen.push(...hidden);
    else return { holds: 'no', against: quoted };
  }
  if (requirement.data.callerValidated) {
    const identity = assessIdentity(text, profile);
    if (identity.documented !== undefined) evidence.push(...identity.documented);
    else if (text.ticket.workNotes === undefined || text.ticket.description === undefined) unseen.push('workNotes');
    else return { holds: 'no', against: quoted };
  }
  if (unseen.length > 0) return { holds: 'unseen', fields: unseen };
  return { holds: 'yes', requirement, evidence, advice: adviceOf(requirement, text) };
}

function adviceOf({ data, adviseUnless }: CompiledRequirement, text: TicketText): string | undefined {
  if (data.advise === undefined || adviseUnless === undefined) return undefined;
  return findPhrase(text.passages(FIELDS), adviseUnless, isTold) === undefined ? data.advise.coaching : undefined;
}

const isTold = (modality: Modality) => !(modality.negated || modality.question);
/** Neither denied nor still to come, though perhaps asked of somebody: `Told him to report it to security`. */
const isDone = (modality: Modality) =>
  !(modality.negated || modality.question || modality.conditional || modality.future);

/** Whether nothing was done since the caller failed validation. What only fields show is owed all the same. */
function wasRefused({ followedWhen }: CompiledProcess, text: TicketText, profile: CompiledProfile): boolean {
  if (followedWhen.every(({ data }) => data.phrases.length === 0)) return false;
  const { failed, refused, served } = assessIdentity(text, profile);
  return failed !== undefined && refused !== undefined && served === undefined;
}

function isUnfinished(text: TicketText): boolean {
  const state = stateOf(text.ticket);
  return state === 'new' || state === 'in-progress' || state === 'on-hold';
}

/** What a violated process lacks, told once for each field list searched. */
function missingOf(process: CompiledProcess): Missing[] {
  const byText = process.followedWhen.some(({ data }) => data.phrases.length > 0 || data.callerValidated);
  const fields = [...new Set(process.followedWhen.flatMap(({ data }) => Object.keys(data.fields)))];
  return [
    ...(byText
      ? [{ element: `what shows that the process was followed (${process.data.title})`, searched: [...FIELDS] }]
      : []),
    ...(fields.length > 0
      ? [{ element: `the values that the process asks for (${process.data.title})`, searched: fields }]
      : []),
  ];
}
