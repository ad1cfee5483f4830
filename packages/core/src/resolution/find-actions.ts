import type { Found } from '../text/find.ts';
import { overlapping } from '../text/spans.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import { DEEDS, MENDING_VERBS, TELLING_VERBS, VAGUE_VERBS, WEAK_VERBS } from './action-words.ts';
import { ActionSentence } from './actions/action-sentence.ts';
import { isFoundSo } from './actions/found-so.ts';
import { isKeepingTrack } from './actions/keeping-track.ts';
import { mendsSomething } from './actions/mending.ts';
import { isCured, isDoneDeed, isMeans, isNoteOfDeed, isUnknownDeed } from './actions/other-deeds.ts';
import { isPastDeed } from './actions/past-deed.ts';
import { asksToCure, handsOver, helpsToCure, helpsToDo, letsDo, tells } from './actions/telling.ts';
import { isVetoed } from './actions/vetoes.ts';
import { userSpeechIn } from './user-speech.ts';
import { verbForm } from './verbs.ts';
import { isWrittenByUser } from './writer.ts';

/** Verbs of help, which tell what was done only by what follows. */
const HELPING = new Set(['helped', 'assisted', 'supported']);
/** How a question begins. */
const ASKS = /^(?:can|could|would|will|please|pls|kindly|do|does|did|is|are|have|has|may|let)$/;
const HANDING_OVER = new Set('emailed mailed sent shared provided gave given'.split(' '));
const LETTING = new Set(['had', 'let', 'having']);

/** Words that tell of something that was done, in reading order. What the user says is passed over. */
export function* findActions(passages: readonly Passage[]): Generator<Found> {
  for (const passage of passages) {
    const speech = userSpeechIn(passage);
    for (const sentence of passage.sentences) {
      if (speech.holds(sentence) || overlapping(passage.signatures, sentence) !== undefined) continue;
      yield* actionsIn(new ActionSentence(passage, sentence));
    }
  }
}

/** Whether a sentence tells of a deed that mends nothing: keeping track, or what was found to be so. */
export function tellsIdleDeed(passage: Passage, sentence: Sentence): boolean {
  const s = new ActionSentence(passage, sentence);
  return s.words.some((_, at) => (isKeepingTrack(s, at) || isFoundSo(s, at)) && tellsDeed(s, at));
}

/** Whether a sentence tells a deed and what came of it in one: "works again after a restart". */
export function tellsCure(passage: Passage, sentence: Sentence): boolean {
  const s = new ActionSentence(passage, sentence);
  return [...actionsIn(s)].some(({ words }) => isCured(s, words.from));
}

function* actionsIn(s: ActionSentence): Generator<Found> {
  const { passage, sentence } = s;
  const isUsers = isWrittenByUser(passage);
  const end = sentence.analysis.isQuestion ? questionIn(s) : s.words.length;
  for (let at = 0; at < end; at++) {
    const words = { from: at, to: at + 1, gapped: false };
    if (!tellsDeed(s, at) || isVetoed(s, words) || (isUsers && isOwnDeed(s, at))) continue;
    yield { passage, sentence, words, modality: sentence.analysis.modality(words) };
  }
}

/** Where the question begins: "I added you just now, can you try again?" 0: at the beginning. */
function questionIn({ words, clauses }: ActionSentence): number {
  const start = words.findLastIndex((word, at) => at > 0 && clauses[at] !== clauses[at - 1] && ASKS.test(word));
  return Math.max(0, start);
}

/** "I reinstalled it": of whoever writes. */
function isOwnDeed(s: ActionSentence, at: number): boolean {
  return /^(?:i|we|my|i've|we've)$/.test(s.word(s.subject(s.before(at))));
}

function tellsDeed(s: ActionSentence, at: number): boolean {
  const word = s.word(at);
  if (HELPING.has(word) && !helpsToDo(s, at)) return false;
  if (at === 0 && /^(?:assist|guide|help)$/.test(word)) return s.isUsers(s.after(at)) && helpsToCure(s, at);
  if (LETTING.has(word)) return letsDo(s, at);
  if (word === 'made' && letsDo(s, at)) return true;
  if (MENDING_VERBS.has(word) && mendsSomething(s, at)) return true;
  if (TELLING_VERBS.has(word)) return tells(s, at);
  if (word === 'asked' || word === 'requested' || (word === 'ask' && at === 0)) return asksToCure(s, at);
  if (HANDING_OVER.has(word) && handsOver(s, at)) return true;
  if (DEEDS.has(word) && isDoneDeed(s, at)) return true;
  if (/^services?$/.test(word) && /^(?:done|performed)$/.test(s.word(at + 1))) return true;
  if (word === 'using') return /^(?:after|by)$/.test(s.word(s.before(at))) && s.hasContent(at);
  if (VAGUE_VERBS.has(word) && !s.hasThing(at)) return false;
  const form = verbForm(word);
  if (form === 'past' || WEAK_VERBS.has(word)) return isPastDeed(s, at);
  if (form === 'gerund') return isMeans(s, at);
  if (form === 'base') return word !== 'issue' && !/^(?:in|on|ins|ons)$/.test(s.word(at + 1)) && isNoteOfDeed(s, at);
  return isUnknownDeed(s, at);
}
