import { phraseSet } from '../text/phrases.ts';
import type { Evidence } from '../verdict.ts';
import { refusalOf, rudenessOf } from './courtesy.ts';
import { contentOf, doneByAgent, handedOver, outcomeOf } from './outcome.ts';
import { type Reaction, reactionsOf } from './reaction.ts';
import { said } from './said.ts';
import { after, type Talk } from './talk.ts';

/** How a conversation leaves the issue. `self-solved`: the user found it without the agent. */
export interface Ending {
  readonly state: 'solved' | 'self-solved' | 'unsolved' | 'handed-over' | 'unknown';
  readonly evidence: Evidence | undefined;
}

const FOUND = phraseSet([
  "(i|i've|ive|we|we've|me) [(have|had|just)] [just] (found|solved|fixed|sorted|repaired|figured|worked) (it|that|this|out) [(myself|ourselves|out)]",
  '(found|solved|fixed|sorted|did|done) it (myself|ourselves|on my own|alone)',
]);

/** The last turns of the user in which a mood shows decide; then what the agent says that was done. */
export function endingOf(talk: Talk): Ending {
  const found = said(talk.user, FOUND, ({ negated, question }) => !negated && !question).at(-1);
  if (found !== undefined) return { state: 'self-solved', evidence: found.evidence };
  const last = lastMood(talk);
  const next = handedOver(talk);
  const refused = refusalOf(talk) ?? rudenessOf(talk).at(-1);
  if (last?.mood === 'discontent') {
    const isTakenOn = next !== undefined && next.turn.index > last.turn.index && refused === undefined;
    if (isTakenOn) return { state: 'handed-over', evidence: next.evidence };
    const done = doneByAgent(talk);
    if (done !== undefined && done.turn.index > last.turn.index && refused === undefined)
      return { state: 'solved', evidence: done.evidence };
    return { state: 'unsolved', evidence: last.evidence };
  }
  const { solved, unsolved } = outcomeOf(talk);
  if (solved !== undefined) return { state: 'solved', evidence: solved.evidence };
  const isCurrent = last === undefined || (unsolved !== undefined && last.turn.index <= unsolved.turn.index);
  if (unsolved !== undefined && next === undefined && isCurrent)
    return { state: 'unsolved', evidence: unsolved.evidence };
  if (refused !== undefined && last?.mood !== 'content') return { state: 'unsolved', evidence: refused.evidence };
  if (next !== undefined && after(talk.user, next.turn).every((turn) => turn !== last?.turn))
    return { state: 'handed-over', evidence: next.evidence };
  const shown = last?.evidence ?? doneByAgent(talk)?.evidence ?? contentOf(talk)?.evidence;
  if (shown !== undefined) return { state: 'solved', evidence: shown };
  return next === undefined
    ? { state: 'unknown', evidence: undefined }
    : { state: 'handed-over', evidence: next.evidence };
}

/** The last turn of the user that shows a mood; a neutral one does not change it. */
function lastMood(talk: Talk): Reaction | undefined {
  return reactionsOf(talk).findLast(({ mood }) => mood !== 'neutral');
}
