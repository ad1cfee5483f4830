import { phraseSet } from '../../text/phrases.ts';
import { STAFF_WORDS } from '../action-words.ts';
import type { ActionSentence } from './action-sentence.ts';

/** Looking at something: what is told behind it was found to be so. */
const LOOKED = phraseSet([
  '(see|sees|saw|seen|notice|noticed|observe|noted) [that]',
  '(verified|verify|checked|confirmed|validated|ensured) [that] (that|the|all|it|if|whether)',
  '(upon|on|after|while|as) [(i|we)] (checking|checked|review|analysis|investigation|verification)',
]);
/** How near `already` stands, in words. */
const NEAR = 3;
/** It came about without anybody. */
const ALONE = phraseSet([
  '(by|of) (itself|themselves)',
  'on (its|their) own',
  '(automatically|itself)',
  'without (any|anybody|anyone|manual)',
]);
/** Trouble that followed: what precedes caused it. */
const LED_TO = phraseSet([
  '(hence|therefore|so|due to which|because of which) [(the|this|an|these)] (error|errors|alert|alerts|alarm|issue|failure|refusal|incident|mismatch|discrepancy)',
  '(hence|therefore|so|due to which|because of which) ... (failed|fails|failing|blocked|locked)',
]);

/** "We can see that the invoice was sent", "has already been closed", "cleared by itself": a state, not a deed of the desk. */
export function isFoundSo(s: ActionSentence, at: number): boolean {
  const { analysis } = s.sentence;
  const clause = s.clauses[at];
  if (analysis.spans(ALONE).some(({ from }) => from > at && s.clauses[from] === clause)) return true;
  if (!s.isPassive(at)) return false;
  if (s.words.slice(Math.max(0, at - NEAR), at + 2).includes('already') || s.comesLater(at, LED_TO)) return true;
  return analysis
    .spans(LOOKED)
    .some(({ from, to }) => to <= at && s.clauses[from] === clause && !isBroken(s.words.slice(to, at)));
}

/** Another deed begins between, or the desk tells of itself. */
function isBroken(between: readonly string[]): boolean {
  return between.some((word) => word === 'and' || word === '&' || (STAFF_WORDS.has(word) && word !== 'team'));
}
