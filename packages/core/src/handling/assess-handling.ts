import { notExported } from '../export-facts/exported.ts';
import type { JudgeContext } from '../judge/judge.ts';
import { quote } from '../text/find.ts';
import type { Confidence, Evidence, UnscoredReason } from '../verdict.ts';
import { findAutomation } from './automated.ts';
import { findClosedEarly } from './closed-early.ts';
import { findMisrouting } from './misrouting.ts';
import { findClosingByCaller, findDuplicate } from './no-own-resolution.ts';
import { isConfirmed } from './outcome.ts';
import { ownerOf } from './outside-group.ts';
import { findRoutingNote } from './routing-told.ts';
import { findSimpleRequest } from './simple-request.ts';
import { type Standing, standingOf, stateEvidence } from './standing.ts';

interface Shown {
  readonly evidence: readonly Evidence[];
  readonly rationale: string;
  readonly confidence: Confidence;
}

/** How a ticket was resolved or routed. */
export type Handling =
  | (Shown & { readonly result: 'wrong' })
  /** `presence`: that it was resolved is all that can be seen. */
  | (Shown & { readonly result: 'right'; readonly basis?: 'presence' })
  /** It is being worked on where it is, was canceled, or a tool resolved it: nobody has handled it to the end. */
  | (Shown & { readonly result: 'unfinished' | 'canceled' | 'automated' })
  | { readonly result: 'unknown'; readonly rationale: string; readonly reason: UnscoredReason };

const CLOSE_NOTES = ['closeNotes'];
const WORK_NOTES = ['workNotes'];
const PROSE = ['closeNotes', 'workNotes', 'comments'];

/**
 * Was the ticket resolved, or routed, as it should be? It was, unless it shows otherwise: closed before it was done, sent
 * the wrong way, or routed without a step of one's own.
 */
export function assessHandling(context: JudgeContext): Handling {
  const { ticket, text, profile } = context;
  const standing = standingOf(ticket);
  if (standing === undefined)
    return unknown('Nothing tells whether the ticket was resolved.', notExported(ticket, ['state']));
  if (standing === 'canceled') {
    const reason = firstWords(context);
    return reason === undefined
      ? unknown('The ticket was canceled, and does not tell why.', notExported(ticket, PROSE))
      : {
          result: 'canceled',
          evidence: [...stateEvidence(ticket), reason],
          rationale: 'The ticket was canceled.',
          confidence: 'low',
        };
  }
  const duplicate = findDuplicate(text, profile);
  if (duplicate !== undefined) return right([duplicate], 'A duplicate, closed as one.', 'medium');
  const automation = standing === 'resolved' ? findAutomation(text, profile) : undefined;
  if (automation !== undefined)
    return {
      result: 'automated',
      evidence: [automation],
      rationale: 'An automated tool resolved the ticket.',
      confidence: 'medium',
    };
  const fault = faultOf(standing, context);
  if (fault !== undefined) return { result: 'wrong', ...fault };
  return standing === 'open' ? whileOpen(context) : whenResolved(context);
}

function faultOf(standing: Standing, context: JudgeContext): Shown | undefined {
  const { text, profile } = context;
  const misrouted = findMisrouting(text);
  if (misrouted !== undefined) return { ...misrouted, evidence: [misrouted.evidence] };
  if (standing === 'open') return missedResolution(context);
  if (findClosingByCaller(text, profile) !== undefined) return undefined;
  const early = findClosedEarly(text);
  return early && { evidence: [early.evidence], rationale: early.rationale, confidence: 'medium' };
}

/** Routed, though the work notes tell of no step of the desk's own, or for what the desk does itself. */
function missedResolution({ text, profile, ticket }: JudgeContext): Shown | undefined {
  const channel = profile.channelOf(ticket.contactType);
  if (channel === 'monitoring' || channel === 'system' || notExported(ticket, ['workNotes', 'comments']).length > 0)
    return undefined;
  const note = findRoutingNote(text, profile);
  if (note === undefined) return undefined;
  const shown = { evidence: [note.evidence], confidence: 'low' } as const;
  const simple = findSimpleRequest(text);
  if (simple !== undefined && simple.kind !== 'access')
    return { ...shown, rationale: 'A password reset or an unlock was routed instead of done.' };
  if (!note.isAll || (ticket.comments ?? []).some(({ author }) => author !== ticket.caller)) return undefined;
  return { ...shown, rationale: 'The ticket was routed, and its notes tell of nothing that was tried first.' };
}

function whileOpen({ ticket, text, profile }: JudgeContext): Handling {
  const owner = ownerOf(ticket, profile);
  const note = findRoutingNote(text, profile);
  const routed = note?.evidence ?? (owner.owner === 'outside' ? owner.evidence : undefined);
  if (routed !== undefined) return right([routed], 'Routed, and nothing speaks against it.', 'low');
  const evidence = stateEvidence(ticket);
  return { result: 'unfinished', evidence, rationale: 'The ticket is still being worked on.', confidence: 'medium' };
}

function whenResolved(context: JudgeContext): Handling {
  const { ticket, text, profile } = context;
  const byCaller = findClosingByCaller(text, profile);
  if (byCaller !== undefined)
    return {
      ...right([byCaller], 'The caller closed the ticket, and nothing speaks against it.', 'low'),
      basis: 'presence',
    };
  const told = firstWords(context);
  if (told !== undefined && isConfirmed(text)) return right([told], 'Resolved, and the user confirmed it.', 'medium');
  const evidence = told === undefined ? stateEvidence(ticket) : [told];
  const unseen = told === undefined ? notExported(ticket, PROSE) : [];
  if (unseen.length > 0 || evidence.length === 0)
    return unknown('The exported fields do not tell how the ticket was resolved.', unseen);
  return {
    ...right(evidence, 'Resolved, and nothing in the ticket speaks clearly for or against how.', 'low'),
    basis: 'presence',
  };
}

/** The first sentence of the close notes, else of the newest work note. */
function firstWords({ text }: JudgeContext): Evidence | undefined {
  const passage = text.passages(CLOSE_NOTES)[0] ?? text.passages(WORK_NOTES)[0];
  const sentence = passage?.sentences[0];
  return passage && sentence && quote(passage, sentence);
}

function right(evidence: readonly Evidence[], rationale: string, confidence: Confidence) {
  return { result: 'right', evidence, rationale, confidence } as const;
}

/** `unseen`: fields that might tell, and were not exported. */
function unknown(rationale: string, unseen: readonly string[]): Handling {
  return { result: 'unknown', rationale, reason: unseen.length > 0 ? 'field-not-exported' : 'undecided' };
}
