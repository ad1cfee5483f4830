import type { Span } from '../../text/spans.ts';
import type { Words } from '../../text/words.ts';
import { isAloneAName } from './alone.ts';
import { isPartOfToken } from './in-token.ts';
import { type Person, plainWord, toPerson } from './person.ts';
import { ORDINARY, PARTICLES, PLACES } from './words.ts';

/** A name where it stands in a text. */
export interface NameSpan extends Span {
  readonly person: number;
}

/** So many people of one name are told apart; more are found under the first. */
const MOST_NAMESAKES = 8;
/** In words. */
const LONGEST_RUN = 8;
const JOINED = /^(?:[ \t\u00a0]{1,2}|[.,]|,[ \t\u00a0]{1,2}|['’‐_-])$/;
/** Behind an initial, and in `St. Clair`, a full stop ends no sentence. */
const JOINED_TO_INITIAL = /^\.[ \t\u00a0]{1,2}$/;
const SHORTEST_ALONE = 3;

/** Finds the names of the people it knows: in full, in any order, with initials, or one name alone. */
export class NameIndex {
  readonly #byWord = new Map<string, Person[]>();
  readonly #guarded: ReadonlySet<string>;
  readonly #base: NameIndex | undefined;
  /** Own people, in the order of their ids, which follow those of the base. */
  readonly #names: string[] = [];

  /**
   * @param guarded Words of places, groups and products, which alone are hardly names.
   * @param base Others whose names are known as well.
   */
  constructor(guarded: ReadonlySet<string>, base?: NameIndex) {
    this.#guarded = guarded;
    this.#base = base;
  }

  /** How many people it knows. Their ids are the numbers below that. */
  get size(): number {
    return (this.#base?.size ?? 0) + this.#names.length;
  }

  /** The name that a person was first added by; empty where nobody has this id. */
  nameOf(person: number): string {
    const inherited = this.#base?.size ?? 0;
    return person < inherited ? (this.#base?.nameOf(person) ?? '') : (this.#names[person - inherited] ?? '');
  }

  /** Adds a person, unless one who is known bears this name. */
  add(name: string): void {
    this.#add(toPerson(this.size, name), name);
  }

  /** Adds somebody whom only a text names, unless it may as well be a place, a group or a product. */
  addTold(name: string): void {
    const person = toPerson(this.size, name);
    const isGuarded =
      person !== undefined && [...person.words].every((word) => this.#guarded.has(word) || PLACES.has(word));
    if (!isGuarded) this.#add(person, name);
  }

  #add(person: Person | undefined, name: string): void {
    if (person === undefined || this.#isKnown(person)) return;
    this.#names.push(name);
    for (const word of person.words) {
      const namesakes = this.#byWord.get(word);
      if (namesakes === undefined) this.#byWord.set(word, [person]);
      else if (namesakes.length < MOST_NAMESAKES) namesakes.push(person);
    }
  }

  /** Where the people stand in a text, cut into its words. */
  find(text: string, words: Words): NameSpan[] {
    if (this.#byWord.size === 0 && this.#base === undefined) return [];
    const found: NameSpan[] = [];
    for (let at = 0; at < words.folded.length; at++) {
      const run = this.#longestRun(text, words, at);
      if (run === undefined) continue;
      const span = { start: words.starts[at] ?? 0, end: run.end };
      if (!this.#isName(text, words, at, run, span)) continue;
      found.push({ ...span, person: run.person.id });
      at = run.to - 1;
    }
    return found;
  }

  #namesakes(word: string): readonly Person[] {
    const own = this.#byWord.get(word) ?? [];
    return this.#base === undefined ? own : [...own, ...(this.#base.#byWord.get(word) ?? [])];
  }

  #isKnown(person: Person): boolean {
    const [first] = person.words;
    const others = first === undefined ? [] : this.#namesakes(first);
    return others.some((other) => [...person.words].every((word) => other.words.has(word)));
  }

  #longestRun(text: string, words: Words, from: number): Run | undefined {
    const first = nameWordAt(words, from);
    const leads = first.word.length === 1 || PARTICLES.has(first.word);
    const people = this.#namesakes(leads ? nameWordAt(words, from + 1).word : first.word);
    let longest: Run | undefined;
    for (const person of people) {
      if (leads && !isInitial(person, text, words, from) && !person.particles.has(first.word)) continue;
      const run = runOf(person, text, words, from);
      if (run !== undefined && (longest === undefined || run.names > longest.names)) longest = run;
    }
    return longest;
  }

  #isName(text: string, words: Words, at: number, { to, person }: Run, span: Span): boolean {
    if (isPartOfToken(text, span)) return false;
    const written = words.folded.slice(at, to).map((word) => nameOf(word).word);
    const names = written.filter((word) => person.words.has(word));
    const [name = ''] = names;
    if (names.length > 1)
      return !names.every((word) => ORDINARY.has(word)) || /\p{Lu}/u.test(text.slice(span.start, span.end));
    if (name.length < SHORTEST_ALONE) return false;
    return (
      to - at > 1 ||
      isAloneAName(text, span, { name, isGiven: person.given.has(name), isGuarded: this.#guarded.has(name) })
    );
  }
}

/** Words in a row that name one person. */
interface Run {
  readonly person: Person;
  /** Position behind the last word. */
  readonly to: number;
  /** Where the last word ends, without a possessive. */
  readonly end: number;
  /** How many of the words are names rather than initials or particles. */
  readonly names: number;
}

function runOf(person: Person, text: string, words: Words, from: number): Run | undefined {
  let run: Run | undefined;
  let names = 0;
  for (let at = from; at < words.folded.length && at - from < LONGEST_RUN; at++) {
    if (at > from && !areJoined(text, words, at)) break;
    const { word, possessive } = nameWordAt(words, at);
    const isName = person.words.has(word);
    if (isName) names++;
    else if (!isInitial(person, text, words, at) && !person.particles.has(word)) break;
    const isLast = isName || word.length === 1;
    if (names > 0 && isLast) run = { person, to: at + 1, end: (words.ends[at] ?? 0) - possessive, names };
    if (possessive > 0) break;
  }
  return run;
}

/** Written large, and no unit of a number: `it took 2 s. Ada confirmed`. */
function isInitial(person: Person, text: string, { folded, starts }: Words, at: number): boolean {
  const start = starts[at] ?? 0;
  const letter = folded[at] ?? '';
  if (letter.length !== 1 || !person.initials.has(letter) || !/\p{Lu}/u.test(text.charAt(start))) return false;
  return !/\d ?$/.test(text.slice(Math.max(0, start - 2), start));
}

function areJoined(text: string, { folded, starts, ends }: Words, at: number): boolean {
  const gap = text.slice(ends[at - 1], starts[at]);
  const previous = folded[at - 1] ?? '';
  return JOINED.test(gap) || ((previous.length === 1 || PARTICLES.has(previous)) && JOINED_TO_INITIAL.test(gap));
}

function nameWordAt({ folded }: Words, at: number): { readonly word: string; readonly possessive: number } {
  return nameOf(folded[at] ?? '');
}

/** A word without its possessive, whose length in UTF-16 units is told. */
function nameOf(folded: string): { readonly word: string; readonly possessive: number } {
  const possessive = folded.length > 3 && folded.endsWith("'s") ? 2 : 0;
  return { word: plainWord(possessive === 0 ? folded : folded.slice(0, -possessive)), possessive };
}
