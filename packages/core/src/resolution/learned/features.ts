import type { AnalysedSentence } from '../../text/text-analyser.ts';
import { ROLE_WORDS } from '../action-words.ts';
import { mayBeOfUsersSide } from '../user-side.ts';
import { kindOfWord } from './word-kinds.ts';

/** Words of the neighbouring sentences that are looked at. */
const WORDS_BEFORE = 3;
const WORDS_BEHIND = 2;

const USER_NOUNS = new Set(
  'user users usr caller customer cust client cx requester requestor employee enduser eu colleague patient student teacher nurse doctor'.split(
    ' ',
  ),
);
const PRONOUNS = new Set('he she they him her them his hers their'.split(' '));
const PEOPLE = new Set(['USER', 'THEY', 'Name']);

/** How a sentence is put, told by its words. */
const MANNERS: readonly (readonly [string, RegExp])[] = [
  [
    'negated',
    /\b(?:no|not|never|cannot|can't|cant|didn't|doesn't|don't|isn't|wasn't|hasn't|haven't|unable|without|nobody|none|won't|couldn't|failed)\b/i,
  ],
  [
    'conditional',
    /\b(?:if|once|when|whether|unless|until|till|pending|awaiting|waiting|as soon as|in case|would|might|could)\b/i,
  ],
  ['future', /\b(?:will|shall|going to|to be|tomorrow|needs? to|must|should)\b/i],
  ['request', /\b(?:please|pls|kindly|asked|requested|let me know|advise)\b/i],
  ['colon', /[:=]/],
  ['quoted', /["“”']/],
];

/** A sentence with its neighbours. */
export interface Surrounded {
  readonly sentence: AnalysedSentence;
  readonly before: AnalysedSentence | undefined;
  readonly behind: AnalysedSentence | undefined;
  /** Words at the head of the sentence that are the label of a form line. */
  readonly labelWords: number;
}

/**
 * What a sentence looks like, as a list of named features: its words in ones, twos and threes, with people, names and
 * numbers told by their kind; the order of its verbs and of other words that shape it; how it is put; and what stands
 * beside it, a form label among it.
 */
export function featuresOf({ sentence, before, behind, labelWords }: Surrounded): string[] {
  const kinds = kindsOf(sentence).slice(labelWords);
  const words = ['<', ...kinds, '>'];
  const features = new Set(['any']);
  for (const word of sentence.words.folded.slice(0, labelWords)) features.add(`label ${word}`);
  for (const [at, word] of words.entries()) {
    const [next, second] = words.slice(at + 1, at + 3);
    features.add(`1 ${word}`);
    if (next !== undefined) features.add(`2 ${word} ${next}`);
    if (second === undefined) continue;
    features.add(`3 ${word} ${next} ${second}`);
    features.add(`3 ${word} _ ${second}`);
  }
  const shape = ['<', ...sentence.words.folded.slice(labelWords).flatMap((word) => kindOfWord(word) ?? []), '>'];
  for (const [at, kind] of shape.entries()) {
    const [next, second] = shape.slice(at + 1, at + 3);
    features.add(`shape ${kind}`);
    if (next !== undefined) features.add(`shape ${kind} ${next}`);
    if (second !== undefined) features.add(`shape ${kind} ${next} ${second}`);
  }
  const person = kinds.some((kind) => PEOPLE.has(kind) || ROLE_WORDS.has(kind) || mayBeOfUsersSide(kind))
    ? 'somebody'
    : 'nobody';
  for (const kind of kinds) features.add(`${person} ${kind}`);
  for (const [manner, pattern] of MANNERS) if (pattern.test(sentence.text)) features.add(manner);
  if (sentence.isQuestion) features.add('question');
  for (const word of before?.words.folded.slice(-WORDS_BEFORE) ?? []) features.add(`before ${word}`);
  for (const word of behind?.words.folded.slice(0, WORDS_BEHIND) ?? []) features.add(`behind ${word}`);
  if (before === undefined) features.add('first');
  if (behind === undefined) features.add('last');
  features.add(`length ${Math.min(6, kinds.length >> 1)}`);
  return [...features];
}

/** Each word, or its kind where the word itself says little: a number, the user, a name inside the sentence. */
function kindsOf(sentence: AnalysedSentence): string[] {
  return sentence.words.folded.map((word, at) => {
    if (/\d/.test(word)) return '#';
    if (USER_NOUNS.has(word)) return 'USER';
    if (PRONOUNS.has(word)) return 'THEY';
    return at > 0 && !sentence.isInTitleCase && /^\p{Lu}\p{Ll}+$/u.test(sentence.wordAt(at)) ? 'Name' : word;
  });
}
