import type { WordSpan } from './lexicon.ts';
import {
  ASKS_FOR,
  AWAITED,
  AWAITS,
  CONDITION,
  CONDITION_AFTER,
  FUTURE,
  HEDGE,
  NEGATED_AFTER,
  NEGATION,
  REQUEST,
  SUPPOSITION,
} from './modality-cues.ts';
import type { PhraseSet } from './phrases.ts';
import type { Words } from './words.ts';

/** How a sentence presents something that it says. */
export interface Modality {
  /** "no password reset needed", "the wipe was not done" */
  readonly negated: boolean;
  /** Supposed or hedged. */
  readonly conditional: boolean;
  /** "if the laptop was lost", "whether", "would" */
  readonly supposed: boolean;
  /** "may be infected", "possibly" */
  readonly hedged: boolean;
  /** "will reset", "needs to be reset" */
  readonly future: boolean;
  /** "the wipe will be done tomorrow", "is required", "was forgotten": told behind it that it is still to come. */
  readonly awaited: boolean;
  /** "Was the laptop lost?" */
  readonly question: boolean;
  /** "please reset", "wants a reset", "asked the user to confirm" */
  readonly request: boolean;
}

const CLAUSE_WORDS = new Set([
  'but',
  'however',
  'although',
  'though',
  'then',
  'so',
  'because',
  'while',
  'whereas',
  'hence',
  'therefore',
]);

/** How far back a negation reaches, in words. */
const NEGATION_REACH = 4;
const NEGATION_AFTER_REACH = 2;
const CONDITION_REACH = 12;
const FUTURE_REACH = 4;
const REQUEST_REACH = 6;

/** What {@link modalityOf} needs of a sentence. */
export interface ClausedSentence {
  readonly words: Words;
  /** Clause number of each word. */
  readonly clauses: readonly number[];
  readonly isQuestion: boolean;
  spans(set: PhraseSet): readonly WordSpan[];
}

/** How the sentence presents what stands at `span`. */
export function modalityOf(sentence: ClausedSentence, span: WordSpan): Modality {
  return new ModalityOfSpan(sentence, span);
}

/** Looks for the cues of a trait when it is asked for: most askers are content with the first one or two. */
class ModalityOfSpan implements Modality {
  readonly #sentence: ClausedSentence;
  readonly #span: WordSpan;

  constructor(sentence: ClausedSentence, span: WordSpan) {
    this.#sentence = sentence;
    this.#span = span;
  }

  get negated(): boolean {
    return (
      precedes(this.#sentence, NEGATION, this.#span, NEGATION_REACH, true) ||
      follows(this.#sentence, NEGATED_AFTER, this.#span)
    );
  }

  get conditional(): boolean {
    return this.#isUnder(CONDITION);
  }

  get supposed(): boolean {
    return this.#isUnder(SUPPOSITION);
  }

  get hedged(): boolean {
    return precedes(this.#sentence, HEDGE, this.#span, CONDITION_REACH, false);
  }

  #isUnder(conditions: PhraseSet): boolean {
    return (
      opensWithCondition(this.#sentence) ||
      precedes(this.#sentence, conditions, this.#span, CONDITION_REACH, false) ||
      follows(this.#sentence, CONDITION_AFTER, this.#span)
    );
  }

  get future(): boolean {
    return precedes(this.#sentence, FUTURE, this.#span, FUTURE_REACH, true);
  }

  get awaited(): boolean {
    return (
      follows(this.#sentence, AWAITED, this.#span) || precedes(this.#sentence, AWAITS, this.#span, FUTURE_REACH, true)
    );
  }

  get question(): boolean {
    return this.#sentence.isQuestion && this.#sentence.spans(ASKS_FOR).length === 0;
  }

  get request(): boolean {
    return (
      (this.#sentence.isQuestion && !this.question) ||
      precedes(this.#sentence, REQUEST, this.#span, REQUEST_REACH, false)
    );
  }
}

/** Said as a fact: nothing speaks against it. */
export function isStated(modality: Modality): boolean {
  return !(modality.negated || modality.conditional || modality.future || modality.question || modality.request);
}

/** Said as a fact, and neither planned nor asked for behind it: "cleaning done", not "cleaning will follow". */
export function isAccomplished(modality: Modality): boolean {
  return isStated(modality) && !modality.awaited;
}

/** Said, be it by denying it: neither asked nor supposed. "Does not answer since 02:14" tells since when. */
export function isTold(modality: Modality): boolean {
  return !(modality.conditional || modality.question);
}

/** Said as a fact, a wish, a plan or a guess, but neither denied, nor asked, nor supposed. */
export function isBroughtUp(modality: Modality): boolean {
  return !(modality.negated || modality.supposed || modality.question);
}

/** Said as a fact, a wish or a plan, but neither denied, nor asked, nor supposed. */
export function isRaised(modality: Modality): boolean {
  return !(modality.negated || modality.conditional || modality.question);
}

/** Numbers the clauses: punctuation and joining words begin a new one. */
export function clausesOf(text: string, words: Words): number[] {
  let clause = 0;
  return words.folded.map((word, index) => {
    const between = index === 0 ? '' : text.slice(words.ends[index - 1], words.starts[index]);
    if (/[,;:()[\]|>]|\/\/|\s[-–—]+\s|\.\s/.test(between) || CLAUSE_WORDS.has(word)) clause++;
    return clause;
  });
}

const OPENS_CONDITION = new Set(['if', 'unless', 'should']);

/** "If the restart does not help, we reset the password": what follows the condition is supposed as well. */
function opensWithCondition({ words }: ClausedSentence): boolean {
  return OPENS_CONDITION.has(words.folded[0] ?? '');
}

/** A cue stands close before the span, or in a gap inside it. */
function precedes(
  sentence: ClausedSentence,
  cues: PhraseSet,
  span: WordSpan,
  reach: number,
  andEnds: boolean,
): boolean {
  for (const cue of sentence.spans(cues)) {
    const inside = span.gapped && cue.from > span.from && cue.from < span.to;
    if (!inside && (cue.from >= span.from || span.from - cue.to > reach)) continue;
    if (sentence.clauses[cue.from] !== sentence.clauses[span.from]) continue;
    if (!(andEnds && hasAnd(sentence.words, cue.to, span.from))) return true;
  }
  return false;
}

function hasAnd({ folded }: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (folded[at] === 'and' || folded[at] === '&') return true;
  return false;
}

function follows(sentence: ClausedSentence, cues: PhraseSet, span: WordSpan): boolean {
  for (const cue of sentence.spans(cues)) {
    if (sentence.words.folded[cue.from - 1] === 'as') continue;
    const isClose = cue.from >= span.to && cue.from - span.to <= NEGATION_AFTER_REACH;
    if (isClose && sentence.clauses[cue.from] === sentence.clauses[span.to - 1]) return true;
  }
  return false;
}
