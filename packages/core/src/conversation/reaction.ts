import { quote } from '../text/find.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Evidence } from '../verdict.ts';
import { FAILS, THANKS, WORKS } from './outcome.ts';
import { notDenied, quoteTurn, said } from './said.ts';
import type { Talk } from './talk.ts';
import type { Turn } from './turn.ts';

/** How a user takes what the agent said or did. */
export type Mood = 'content' | 'discontent' | 'neutral';

/** What shows a mood, with the words of it. */
export interface Reaction {
  readonly mood: Mood;
  readonly turn: Turn;
  readonly evidence: Evidence;
}

const OUTRAGE = phraseSet([
  '(speechless|unbelievable|unacceptable|outrageous|disgrace*|shocking|appalling|ridiculous|pathetic|useless|insult*|rude|pardon|disappointed|disappointing|embarrassing)',
  '(very|how|so) (funny|rude|charming|helpful|dare)',
  'how dare you',
  '(speak|talk) to (your|a|the) (manager|supervisor|boss|lead)',
  '(your|a|the) (manager|supervisor|superior)',
  '(complain*|complaint|works council|human resources|escalate this|report this|report you)',
  'are you (even|serious|kidding|joking|mocking|laughing|making fun)',
  '(no|not) thanks to you',
  'thanks for nothing',
  '(not|never) (acceptable|funny)',
  '(somebody|someone|anybody) else',
  '(losing|lost|lose|run out of) [(my|our|all)] patience',
  'waste of time',
]);
const PRAISE = phraseSet([
  '(angel|genius|star|hero|legend|lifesaver|magic|magician|wizard|treasure|sweetheart|gem|champion)',
  '(saved|made) (my|the|our|us) ... (day|morning|afternoon|evening|week|shift|life|presentation|meeting|weekend)',
  '(saved|made) (my|our) (day|morning|afternoon|evening|week|shift|life)',
  '(very|so|too) (kind|nice|helpful|quick|fast|good)',
  '(impressed|delighted|relieved|relief|phew|hooray|hurray|hurrah|yay|yippee|wow|woohoo|bravo)',
  '(so|that|how) (simple|easy|cool|clever)',
]);
const DISCONTENT = phraseSet([
  '(no|nothing|not|still|nobody|never|none|neither)',
  "(can't|cant|cannot|doesn't|doesnt|didn't|didnt|won't|wont|isn't|isnt|wasn't|haven't|hasn't|couldn't|don't)",
  '(but|same|worse|unfortunately|sadly|again|hm|hmm)',
  '(error|crash*|broken|fails|failed|stuck|frozen|dead|waiting|late|deadline)',
]);
const DECLINES =
  /^\W{0,3}(?:no|nope|nah|not really|nothing)\b[^.!?\n]{0,60}(?:all|it|thank|thanks|else|more|good|fine|bye|kind|best|great|that's|worries|problem|stress)\b/i;
const SAYS_NO = /^\W{0,3}(?:no|nope|nah|nothing|not)\b/i;
const OFFERS_MORE = /\b(?:else|more|other|further|anything|questions?)\b/i;
const SMILES = /[:;]-?[)D]|[\u{1F600}-\u{1F60F}\u{1F642}\u{1F44D}\u{1F389}\u{1F64F}\u{2764}\u{1F973}]/u;

/** The mood of each turn of the user behind the agent's first one. */
export function reactionsOf({ user, agent, turns, conversation }: Talk): Reaction[] {
  const from = agent[0]?.index ?? -1;
  const issue = conversation.kinds.includes('transcript') ? user[0] : undefined;
  return user.filter((turn) => turn.index > from && turn !== issue).map((turn) => reactionOf(turn, turns));
}

/** The mood of one turn of the user. */
export function reactionOf(turn: Turn, turns: readonly Turn[]): Reaction {
  const { text, sentences } = turn.passage;
  const reaction = (mood: Mood, evidence: Evidence = quoteTurn(turn)): Reaction => ({ mood, turn, evidence });
  const outraged = said([turn], OUTRAGE)[0];
  if (outraged !== undefined) return reaction('discontent', outraged.evidence);
  if (DECLINES.test(text) || (SAYS_NO.test(text) && OFFERS_MORE.test(turns[turn.index - 1]?.passage.text ?? '')))
    return reaction('content');
  const works = said(
    [turn],
    WORKS,
    (modality) => notDenied(modality) && !modality.question && !modality.conditional,
  ).at(-1);
  const failed = said([turn], FAILS, ({ conditional }) => !conditional).at(-1);
  if (failed !== undefined && (works === undefined || failed.sentence.start > works.sentence.start))
    return reaction('discontent', failed.evidence);
  const asks = sentences.findLast(({ analysis }) => analysis.isQuestion);
  const last = sentences.at(-1);
  const isAsking = asks !== undefined && asks === last;
  if (works !== undefined && !isAsking) return reaction('content', works.evidence);
  const pleased = said([turn], PRAISE, notDenied)[0] ?? said([turn], THANKS, notDenied)[0];
  if (pleased !== undefined && !isAsking) return reaction('content', pleased.evidence);
  if (isAsking) return reaction('discontent', quote(turn.passage, asks));
  const doubtful = said([turn], DISCONTENT)[0];
  if (doubtful !== undefined) return reaction('discontent', doubtful.evidence);
  return /!\s*$/.test(text) || SMILES.test(text) ? reaction('content') : reaction('neutral');
}

/** Words of outrage of the user, about the agent's manners. */
export function outrageOf({ user }: Talk): Evidence | undefined {
  return said(user, OUTRAGE)[0]?.evidence;
}
