import type { CompiledProfile } from '../profile/compile.ts';
import type { CloseMeaning } from '../profile/schema.ts';
import { findActions } from '../resolution/find-actions.ts';
import { evidenceOf, type Found, findPhrase } from '../text/find.ts';
import { isStated, isTold } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Passage, TicketText } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { findClosedEarly } from './closed-early.ts';
import { findClosingByCaller, findDuplicate } from './no-own-resolution.ts';
import { findUnsolved, isToldToWork } from './outcome.ts';

/** Whether the notes bear a code out or speak against it, and by which words. */
export interface CodeFit {
  readonly fits: boolean;
  readonly evidence: Evidence;
  readonly rationale: string;
}

const NOTES = ['closeNotes'];
const TOLD_IN = ['closeNotes', 'workNotes', 'comments'];

const WORKAROUND = phraseSet([
  '(workaround|work around|temporary|temporarily|interim|meanwhile|in the meantime|for now|alternative|alternate|until)',
]);
/** A workaround and nothing more. */
const ONLY_WORKAROUND = phraseSet([
  '(gave|given|provided|offered|shared|applied|suggested|advised) ... (workaround|work around|temporary fix|interim fix|temporary solution)',
  '(workaround|work around) [(was|is|has been)] (given|provided|offered|shared|applied|suggested)',
  '(temporary|interim|temp) (workaround|work around|solution|measure)',
  '(until|pending) ... (fix|patch|permanent|update|release|vendor|repair)',
  '(root cause|permanent fix|bug) ... (not|open|pending|later|follow|vendor|development)',
]);
const PERMANENT = phraseSet(['(permanent|permanently|root cause) ... (fixed|fix|resolved|removed|solved|solution)']);
const NOT_REPRODUCED = phraseSet([
  "(could not|couldn't|cannot|can't|unable to|not able to|not) [be] (reproduce|reproduced|replicate|replicated|recreate|recreated|reproducible)",
]);
const BY_CALLER = phraseSet([
  '(caller|user|requester|customer|she|he|they|i) ... (himself|herself|themselves|myself|own|found|closed|close|resolved|solved|portal|withdrew|canceled|cancelled|meanwhile|meantime)',
  '(closed|resolved|canceled|cancelled|solved) by [(the|end)] (caller|user|customer|requester)',
  'no longer (needed|required|necessary|an issue|happening|occurring|there)',
  '(resolved|fixed|solved|cleared|went away|works) [(by|on|of)] (itself|its own|own)',
]);
const OTHER_TICKET = phraseSet(['(duplicate|duplicated|dup|same as|see|master|parent|original|already)', 'INC*']);

/** What the close notes and the user's last word say about a code of this meaning. Undefined: nothing clear. */
export function judgeCode(meaning: CloseMeaning, text: TicketText, profile: CompiledProfile): CodeFit | undefined {
  if (meaning === 'solved' || meaning === 'workaround') return ofSolution(meaning, text, profile);
  if (meaning === 'not-solved') return ofNoSolution(text);
  const spoken = meaning === 'duplicate' ? OTHER_TICKET : meaning === 'closed-by-caller' ? BY_CALLER : undefined;
  if (spoken === undefined) return undefined;
  const found = findPhrase(text.passages(TOLD_IN), spoken, isStated);
  if (found !== undefined) return borneOut(evidenceOf(found));
  const deed = findDeed(text.passages(NOTES));
  return deed && against(evidenceOf(deed), 'The notes tell what the desk did instead.');
}

function ofSolution(meaning: 'solved' | 'workaround', text: TicketText, profile: CompiledProfile): CodeFit | undefined {
  const unsolved = findUnsolved(text) ?? openOutcome(text);
  if (unsolved !== undefined) return against(unsolved, 'The notes say that it was not solved.');
  const notes = text.passages(NOTES);
  const unseen = findPhrase(notes, NOT_REPRODUCED, isTold);
  if (unseen !== undefined && findDeed(notes) === undefined)
    return against(evidenceOf(unseen), 'The notes say that it could not be reproduced.');
  const duplicate = findDuplicate(text, profile);
  if (duplicate !== undefined) return against(duplicate, 'The notes say that it is a duplicate.');
  const byCaller = findClosingByCaller(text, profile);
  if (byCaller?.field === 'closeNotes') return against(byCaller, 'The notes say that the caller closed it.');
  const around = findPhrase(notes, meaning === 'solved' ? ONLY_WORKAROUND : WORKAROUND, isStated);
  if (meaning === 'workaround') return around && borneOut(evidenceOf(around));
  if (around !== undefined && findPhrase(notes, PERMANENT, isStated) === undefined)
    return against(evidenceOf(around), 'The notes tell of a workaround only.');
  const deed = findDeed(notes);
  return deed && borneOut(evidenceOf(deed));
}

/** "Will check tomorrow" and nothing done is no solution. */
function openOutcome(text: TicketText): Evidence | undefined {
  if (findDeed(text.passages(NOTES)) !== undefined) return undefined;
  const early = findClosedEarly(text);
  return early?.kind === 'promised' || early?.kind === 'for-now' ? early.evidence : undefined;
}

function ofNoSolution(text: TicketText): CodeFit | undefined {
  const unsolved = findUnsolved(text);
  if (unsolved !== undefined) return borneOut(unsolved);
  const notes = text.passages(NOTES);
  const unseen = findPhrase(notes, NOT_REPRODUCED, isTold);
  if (unseen !== undefined) return borneOut(evidenceOf(unseen));
  const deed = findDeed(notes);
  if (deed === undefined || !isToldToWork(text)) return undefined;
  return against(evidenceOf(deed), 'The notes say that it was solved.');
}

function findDeed(passages: readonly Passage[]): Found | undefined {
  return findActions(passages).next().value ?? undefined;
}

function borneOut(evidence: Evidence): CodeFit {
  return { fits: true, evidence, rationale: 'The notes bear the code out.' };
}

function against(evidence: Evidence, rationale: string): CodeFit {
  return { fits: false, evidence, rationale };
}
