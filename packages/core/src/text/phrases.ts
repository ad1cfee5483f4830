import { wordsOf } from './words.ts';

/** How many words `...` spans at most. */
export const GAP = 4;
/** How many plain sequences one phrase may stand for. */
const MOST_SEQUENCES = 256;

/** One place in a phrase: a word that is one of these, or begins with one of these stems. */
export interface WordSlot {
  readonly kind: 'word';
  readonly exact: readonly string[];
  readonly stems: readonly string[];
  readonly digit: boolean;
}
type Slot = WordSlot | { readonly kind: 'gap' };

/** A phrase with every choice taken: slots to match one after the other. */
export type PhraseSequence = readonly Slot[];

/** A set of phrases that stand for one meaning. */
export interface PhraseSet {
  /** Tells sets apart. Numbers are quicker to look up by than objects. */
  readonly id: number;
  readonly phrases: readonly string[];
  /** What the phrases stand for. Read when first asked for; throws {@link PhraseSyntaxError} then. */
  readonly sequences: readonly PhraseSequence[];
  /** Asked for of few sentences: these are searched then, and no other sentence is matched against its phrases. */
  readonly isSeldom: boolean;
}

/** A phrase that cannot be read. The message says which one and why. */
export class PhraseSyntaxError extends Error {
  override readonly name = 'PhraseSyntaxError';
}

let sets = 0;

/**
 * A set of phrases. See docs/phrases.md for the language. They are read when a text is first searched for them, and throw
 * {@link PhraseSyntaxError} then: {@link checkPhrase} tells at once.
 */
export function phraseSet(phrases: readonly string[]): PhraseSet {
  return new LazyPhraseSet(phrases, false);
}

/** The same for phrases that are asked for so seldom that matching every sentence against them would be a waste. */
export function seldomPhraseSet(phrases: readonly string[]): PhraseSet {
  return new LazyPhraseSet(phrases, true);
}

/** Throws {@link PhraseSyntaxError} for a phrase that does not follow the language. */
export function checkPhrase(phrase: string): void {
  compilePhrase(phrase);
}

/** Most runs use few of all sets. */
class LazyPhraseSet implements PhraseSet {
  readonly id = sets++;
  readonly phrases: readonly string[];
  readonly isSeldom: boolean;
  #sequences: readonly PhraseSequence[] | undefined;

  constructor(phrases: readonly string[], isSeldom: boolean) {
    this.phrases = phrases;
    this.isSeldom = isSeldom;
  }

  get sequences(): readonly PhraseSequence[] {
    this.#sequences ??= this.phrases.flatMap(compilePhrase);
    return this.#sequences;
  }
}

/**
 * Matches a sequence against words from position `at`. Returns the position behind the match, or -1.
 * Bounded work: a sequence has few gaps, and each spans at most {@link GAP} words.
 */
export function matchSequence(sequence: PhraseSequence, words: readonly string[], at: number, slot = 0): number {
  let position = at;
  for (let index = slot; index < sequence.length; index++) {
    const part = sequence[index];
    if (part === undefined) return -1;
    if (part.kind === 'gap') {
      for (let skip = 0; skip <= GAP && position + skip < words.length; skip++) {
        const end = matchSequence(sequence, words, position + skip, index + 1);
        if (end >= 0) return end;
      }
      return -1;
    }
    const word = words[position];
    if (word === undefined || !slotMatches(part, word)) return -1;
    position++;
  }
  return position;
}

/** Equal for slots that match the same words. */
export function slotKey(slot: WordSlot): string {
  const [word] = slot.exact;
  if (word !== undefined && slot.exact.length === 1 && slot.stems.length === 0 && !slot.digit) return word;
  return [
    ...[...slot.exact].sort(),
    ...[...slot.stems].sort().map((stem) => `${stem}*`),
    ...(slot.digit ? ['#'] : []),
  ].join('|');
}

/** Whether a word stands in a slot. */
export function slotMatches(slot: WordSlot, word: string): boolean {
  if (slot.exact.includes(word)) return true;
  for (const stem of slot.stems) if (word.startsWith(stem)) return true;
  return slot.digit && /\d/.test(word);
}

type Part =
  | { readonly kind: 'gap' }
  | { readonly kind: 'choice'; readonly alternatives: readonly (readonly string[])[]; readonly optional: boolean };

function compilePhrase(phrase: string): PhraseSequence[] {
  let sequences: Slot[][] = [[]];
  for (const part of readParts(phrase)) {
    const continuations = part.kind === 'gap' ? [[part]] : choose(part.alternatives, part.optional);
    sequences = sequences.flatMap((sequence) => continuations.map((more) => sequence.concat(more)));
    if (sequences.length > MOST_SEQUENCES) throw new PhraseSyntaxError(`"${phrase}" has too many choices: split it`);
  }
  for (const sequence of sequences) {
    if (sequence.length === 0) throw new PhraseSyntaxError(`"${phrase}" has no word`);
    if (sequence[0]?.kind === 'gap') throw new PhraseSyntaxError(`"${phrase}" begins with a gap: begin with a word`);
    if (sequence.at(-1)?.kind === 'gap') throw new PhraseSyntaxError(`"${phrase}" ends with a gap: end with a word`);
  }
  return sequences;
}

/** The ways to go on after a group: all its one-word alternatives share a slot, each longer one is a way of its own. */
function choose(alternatives: readonly (readonly string[])[], optional: boolean): Slot[][] {
  const single = alternatives.filter((words) => words.length === 1).flat();
  const longer = alternatives.filter((words) => words.length > 1);
  const ways: Slot[][] = longer.map((words) => words.map((word) => toSlot([word])));
  if (single.length > 0) ways.unshift([toSlot(single)]);
  if (optional) ways.push([]);
  return ways;
}

function toSlot(words: readonly string[]): WordSlot {
  const stems = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const exact = [...new Set(words.filter((word) => !word.endsWith('*') && word !== '#'))];
  return { kind: 'word', exact, stems, digit: words.includes('#') };
}

function readParts(phrase: string): Part[] {
  const parts: Part[] = [];
  const tokens = phrase.match(/\.\.\.|\([^()]*\)|\[[^[\]]*\]|[()[\]]|[^\s()[\]]+/g) ?? [];
  for (const token of tokens) {
    if (token === '...') parts.push({ kind: 'gap' });
    else if (/^[()[\]]$/.test(token)) throw new PhraseSyntaxError(`"${phrase}" has an unmatched or nested ${token}`);
    else if (token.startsWith('('))
      parts.push({ kind: 'choice', alternatives: readAlternatives(token, phrase), optional: false });
    else if (token.startsWith('['))
      parts.push({ kind: 'choice', alternatives: readAlternatives(token, phrase), optional: true });
    else
      for (const word of readWords(token, phrase))
        parts.push({ kind: 'choice', alternatives: [[word]], optional: false });
  }
  return parts;
}

function readAlternatives(group: string, phrase: string): string[][] {
  const inside = group.slice(1, -1).replace(/^\(|\)$/g, '');
  return inside.split('|').map((alternative) => readWords(alternative, phrase));
}

/** Words of a phrase, cut as the words of a ticket are; a trailing `*` stays with its word, `#` is a word. */
function readWords(text: string, phrase: string): string[] {
  const words = text.split(/\s+/).flatMap((piece) => {
    if (piece === '') return [];
    if (piece === '#') return ['#'];
    const { folded, ends } = wordsOf(piece);
    const last = folded.at(-1);
    if (last === undefined) throw new PhraseSyntaxError(`"${phrase}" has "${piece}", which is not a word`);
    return piece.slice(ends.at(-1)) === '*' ? [...folded.slice(0, -1), `${last}*`] : folded;
  });
  if (words.length === 0) throw new PhraseSyntaxError(`"${phrase}" has an empty choice`);
  return words;
}
