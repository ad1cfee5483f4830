import type { Passage } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import { type People, roleByRecord } from './people.ts';

const GREETS = new Set(['hi', 'hello', 'hey', 'dear', 'morning', 'afternoon', 'evening', 'thanks', 'thank', 'hallo']);
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'good', 'you', 'again', 'there']);
/** In words. */
const OPENING = 5;
const NAME = 2;

/** Who speaks, by whom the first words address or the last line signs: "Hello Ada" is not said by Ada. */
export function roleByAddress(passage: Passage, people: People): 'agent' | 'user' | undefined {
  const { folded } = wordsOf(passage.text.slice(0, 80));
  const greets = folded.slice(0, OPENING).findIndex((word) => GREETS.has(word));
  if (greets >= 0) {
    const rest = folded.slice(greets + 1).filter((word, at) => at >= 3 || !TITLES.has(word));
    const addressed = roleOfName(rest.slice(0, NAME), people);
    if (addressed !== undefined) return addressed === 'user' ? 'agent' : 'user';
  }
  const signed = wordsOf(passage.text.trimEnd().split('\n').at(-1)?.slice(-60) ?? '').folded;
  return signed.length <= NAME + 1 ? roleOfName(signed, people) : undefined;
}

/** A greeting with the user's name begins it. */
export function greetsUser({ text }: Passage, people: People): boolean {
  const { folded } = wordsOf(text.slice(0, 80));
  const greets = folded.slice(0, OPENING).findIndex((word) => GREETS.has(word));
  if (greets < 0) return false;
  const rest = folded.slice(greets + 1).filter((word) => !TITLES.has(word));
  return roleOfName(rest.slice(0, NAME), people) === 'user';
}

function roleOfName(words: readonly string[], people: People): 'agent' | 'user' | undefined {
  return roleByRecord(words, people) ?? roleByRecord(words.slice(0, 1), people);
}
