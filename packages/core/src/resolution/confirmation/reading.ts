import type { WordSpan } from '../../text/lexicon.ts';
import type { Modality } from '../../text/modality.ts';
import { type PhraseSet, phraseSet } from '../../text/phrases.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import type { People } from '../people.ts';
import { BY_NOW, CLOSING, NO_TROUBLE, PARTIAL, PERSISTS, RAN, RUNS, TOGETHER, TROUBLE, WORKS } from './states.ts';

/** Words that begin another statement. */
const BREAKS = new Set(['and', 'agreed', 'agrees', 'ok', 'okay', 'said', 'says', 'asked', 'so', 'hence', 'n']);
/** What stands before the base form of a verb. */
const INFINITIVE = new Set(['to', 'will', 'would', 'please', 'should', 'must', 'cannot', 'not']);
/** "u can close it when it works": what is not yet so. */
const NOT_YET = phraseSet([
  '(close|closed|call|mail|let us know|confirm|check|test|try|come back|see) ... (when|once|if|as soon as|unless|until|whether)',
  '(when|once|if) [(it|this|that|all|everything|she|he|they|the)] (works|work|is|are|can|has)',
]);

/** A sentence that is searched for a confirmation. */
export class Reading {
  readonly sentence: Sentence;
  readonly people: People;
  readonly #deed: number;

  /** @param deed The word from which on something has been told to be done: 0 where an earlier sentence tells it. */
  constructor(sentence: Sentence, people: People, deed: number) {
    this.sentence = sentence;
    this.people = people;
    this.#deed = deed;
  }

  get words(): readonly string[] {
    return this.sentence.analysis.words.folded;
  }

  /** It is told of the time after the work. */
  isSettled(at: number): boolean {
    return at >= this.#deed || this.has(BY_NOW) || this.has(TOGETHER);
  }

  /** Something works behind this position, and it is not "ok to close". */
  tellsThatItWorks(from: number, to = Number.POSITIVE_INFINITY): boolean {
    if (this.has(NOT_YET)) return false;
    return this.spans(WORKS).some(
      (span) =>
        span.from >= from &&
        span.to <= to &&
        !this.leadsToClosing(span.to, 4) &&
        !this.overlaps(CLOSING, span) &&
        !this.isPartial(span.from) &&
        isPlain(this.modality(span), true),
    );
  }

  /** Something behind this position is a sign that it works: what it does, how it is, or trouble that is gone. */
  showsThatItWorks(from: number, to = Number.POSITIVE_INFINITY, sets: readonly PhraseSet[] = [RUNS, RAN]): boolean {
    if (this.isTroubled(from) || this.has(NOT_YET)) return false;
    return [NO_TROUBLE, ...sets].some((set) =>
      this.spans(set).some(
        (span) =>
          span.from >= from &&
          (set === NO_TROUBLE || this.isSettled(span.from)) &&
          !INFINITIVE.has(this.words[span.from - 1] ?? '') &&
          span.to <= to &&
          !this.leadsToClosing(span.to, 4) &&
          !this.isPartial(span.from) &&
          isPlain(this.modality(span), set === NO_TROUBLE),
      ),
    );
  }

  /** It works only in part, or for others, or is no fact: "works only in Chrome", "so that he can log in". */
  isPartial(at: number): boolean {
    const { clauses } = this.sentence.analysis;
    return this.spans(PARTIAL).some(({ from }) => clauses[from] === clauses[at]);
  }

  /** Trouble is told behind this position, and not that it is gone. */
  isTroubled(from: number): boolean {
    return (
      this.spans(TROUBLE).some((span) => span.from >= from && !this.overlaps(NO_TROUBLE, span)) ||
      this.follows(PERSISTS, from)
    );
  }

  /** What stands behind this position, up to the next "and" or comma, is about closing. */
  leadsToClosing(from: number, reach: number): boolean {
    const { clauses } = this.sentence.analysis;
    return this.spans(CLOSING).some(
      (span) =>
        span.from >= from &&
        span.from - from < reach &&
        clauses[span.from] === clauses[from - 1] &&
        !this.words.slice(from, span.from).some((word) => BREAKS.has(word)),
    );
  }

  /** "closure confirmed by the user", "confirmation from the user that it can be closed". */
  isOfClosing(span: WordSpan): boolean {
    return this.isBehindClosing(span) || this.leadsToClosing(span.to, 7);
  }

  isBehindClosing(span: WordSpan): boolean {
    return this.spans(CLOSING).some(({ to }) => to === span.from);
  }

  has(set: PhraseSet): boolean {
    return this.spans(set).length > 0;
  }

  follows(set: PhraseSet, from: number): boolean {
    return this.spans(set).some((span) => span.from >= from);
  }

  precedes(set: PhraseSet, span: WordSpan): boolean {
    return this.spans(set).some(({ from }) => from < span.from);
  }

  overlaps(set: PhraseSet, span: WordSpan): boolean {
    return this.spans(set).some(({ from, to }) => from < span.to && span.from < to);
  }

  spans(set: PhraseSet): readonly WordSpan[] {
    return this.sentence.analysis.spans(set);
  }

  modality(span: WordSpan): Modality {
    return this.sentence.analysis.modality(span);
  }
}

/** Neither denied, supposed, asked nor to come. What somebody asked for before does not matter. */
export function isPlain({ negated, conditional, question, future }: Modality, mayBeNegated = false): boolean {
  return !((negated && !mayBeNegated) || conditional || question || future);
}
