import type { PhraseSet } from '../../text/phrases.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  EMPTY_WORDS,
  HANDLING_WORDS,
  ROLE_WORDS,
  STAFF_WORDS,
  USER_WORDS,
} from '../action-words.ts';
import { isOfUsersSide } from '../user-side.ts';
import { verbForm } from '../verbs.ts';
import { REACH } from './cues.ts';

const ARTICLES_OF_NOUNS = new Set([
  'a',
  'an',
  'about',
  'for',
  'of',
  'regarding',
  'on',
  'reg',
  'no',
  'in',
  'with',
  'my',
  'your',
]);

/** A sentence that is searched for what was done, with the look around a word that this takes. */
export class ActionSentence {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly words: readonly string[];
  readonly clauses: readonly number[];

  constructor(passage: Passage, sentence: Sentence) {
    this.passage = passage;
    this.sentence = sentence;
    this.words = sentence.analysis.words.folded;
    this.clauses = sentence.analysis.clauses;
  }

  isPassive(at: number): boolean {
    return AUXILIARIES.has(this.word(this.before(at)));
  }

  isPerfect(at: number): boolean {
    return this.words.slice(Math.max(0, at - 3), at).some((word) => /^(?:been|has|have|had|being)$/.test(word));
  }

  /** Whether the subject behind this position, past auxiliaries, is the user. */
  isUsers(before: number): boolean {
    return USER_WORDS.has(this.word(this.subject(before)));
  }

  subject(before: number): number {
    let at = before;
    while (at >= 0 && AUXILIARIES.has(this.word(at))) at = this.before(at);
    return at;
  }

  /** The word is one for the user, or for somebody by trade. */
  namesUser(at: number): boolean {
    const word = this.word(at);
    return USER_WORDS.has(word) || ROLE_WORDS.has(word) || isOfUsersSide(this.words, at);
  }

  /** The word behind, past articles. */
  after(at: number): number {
    return DETERMINERS.has(this.word(at + 1)) ? at + 2 : at + 1;
  }

  /** "a password reset", "about the reset". */
  isNoun(at: number): boolean {
    for (let last = at - 1; last >= 0 && last >= at - 4 && this.clauses[last] === this.clauses[at]; last--) {
      if (ARTICLES_OF_NOUNS.has(this.word(last))) return true;
    }
    return false;
  }

  isLast(at: number): boolean {
    return this.clauses[at + 1] !== this.clauses[at];
  }

  comesLater(at: number, set: PhraseSet): boolean {
    return this.sentence.analysis.spans(set).some(({ from }) => from > at);
  }

  /** The word before, in the same clause and past adverbs; -1 at the head of the clause. */
  before(at: number): number {
    let index = at - 1;
    while (
      index >= 0 &&
      this.clauses[index] === this.clauses[at] &&
      (ADVERBS.has(this.word(index)) || /^\d+$/.test(this.word(index)))
    )
      index--;
    return index >= 0 && this.clauses[index] === this.clauses[at] ? index : -1;
  }

  word(at: number): string {
    return this.words[at] ?? '';
  }

  staffBetween(from: number, to: number): boolean {
    return this.words.slice(from, to).some((word) => STAFF_WORDS.has(word));
  }

  /** Whether something that means anything stands near by: behind, or for a participle before. */
  hasContent(at: number, before = true): boolean {
    const clause = this.clauses[at];
    const isContent = (index: number) =>
      this.clauses[index] === clause && !EMPTY_WORDS.has(this.word(index)) && !ADVERBS.has(this.word(index));
    for (let next = at + 1; next <= at + REACH; next++) if (isContent(next)) return true;
    const isObject = before && (this.isPassive(at) || !/^(?:|and|i|we)$/.test(this.word(this.before(at))));
    for (let last = at - 1; isObject && last >= 0 && last >= at - REACH; last--) if (isContent(last)) return true;
    return false;
  }

  /** A thing is named in the clause, and not only the ticket, the talk about it or the people. */
  hasThing(at: number): boolean {
    const clause = this.clauses[at];
    for (let place = Math.max(0, at - REACH); place <= at + REACH; place++) {
      const word = this.word(place);
      if (place === at || word === '' || this.clauses[place] !== clause) continue;
      const form = verbForm(word);
      if (
        (form !== undefined && form !== 'base' && word !== 'reset') ||
        (form === 'base' && this.word(place - 1) === 'to')
      )
        continue;
      if (/^\d+$/.test(word) || EMPTY_WORDS.has(word) || ADVERBS.has(word) || HANDLING_WORDS.has(word)) continue;
      if (!STAFF_WORDS.has(word) && !USER_WORDS.has(word) && !DETERMINERS.has(word)) return true;
    }
    return false;
  }
}
