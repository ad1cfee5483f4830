import type { Span } from '../../text/spans.ts';
import { wordsOf } from '../../text/words.ts';
import { BEING, DOES, ORDINARY, PLACES, TITLES, TO_SOMEBODY, VERBS } from './words.ts';

/** A word that somebody is called by. */
export interface CalledBy {
  /** Folded. */
  readonly name: string;
  /** A given name rather than a family name. */
  readonly isGiven: boolean;
  /** A place, group or thing of the ticket is called so, too. */
  readonly isGuarded: boolean;
}

/** What stands around a name. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** The words next to it, folded; empty where a sentence ends between. `'s` stands for a possessive. */
  readonly previous: string;
  readonly next: string;
}

/** In UTF-16 units, to either side. */
const REACH = 40;
const SENTENCE_START = /(?:^|[.!?:;\n•>*|]|\s[-–—])[\s"'“‘(\-–—]*$/;
const WRITTEN_AS_NAME = /^\p{Lu}[\p{Ll}\p{M}'’‐-]/u;
const words = (text: string) => new Set(text.split(' '));
const TIMES = words(
  'jan march april may june july august sept autumn summer spring winter sunday monday tuesday wednesday thursday friday saturday',
);
const BEFORE_TIME =
  /(?:\b(?:in|by|until|till|since|next|last|this|of|from|to|mid|early|late|before|after|every|on)|\d(?:st|nd|rd|th)?)\s$/i;
/** No verb stands in front of these. */
const CAN = words('can cannot could');
/** `Pat and Sue` */
const WITH_ANOTHER = /^\s(?:and|&)\s\p{Lu}\p{Ll}/u;
/** `Penny to follow up`, and not `Invoice to be paid`. */
const TO_DO = /^\sto\s(?!be\b)\p{Ll}/u;
/** Nobody is called `the kettle`. */
const DETERMINERS = words('the a an this that these those my your his her its our their new old');
/** `Pro Max`: a part of a longer name, and not of a person's. */
const BEHIND_NAME = /[\p{L}\d,] \p{Lu}\p{Ll}+ $/u;
const BEFORE_PLACE = words('in at from near to of around within based for the then via');
const BEHIND_PLACE = words(
  'office site branch city campus depot lane street road plant warehouse store wing building floor region county airport time users team group queue server network bank app application ' +
    'client portal printer next last this today tomorrow north south east west',
);
/** `Ruby checked the logs`, and not `Bell replaced.`, `Case closed by the vendor`. */
const DID =
  /^\s{1,2}(?!need|feed|speed|proceed|exceed|embed)\p{Ll}{2,}ed\s{1,2}(?!(?:by|on|for|in|at|and|with|from|to|as|of|today|yesterday|successfully|due|per|via|now)\b)\p{L}/u;

/**
 * Whether a name that stands alone is one: most are, however they are written. A name that is an ordinary word as well must
 * be written as a name, where no sentence begins or where something follows that people do. One that is a place as well must
 * not stand as places do.
 */
export function isAloneAName(text: string, span: Span, called: CalledBy): boolean {
  const isPlace = called.isGuarded || PLACES.has(called.name);
  const around = surroundings(text, span);
  const written = text.slice(span.start, span.end);
  if (!isPlace && !ORDINARY.has(called.name)) return !(DETERMINERS.has(around.previous) && /^\p{Ll}/u.test(written));
  if (TITLES.has(around.previous)) return true;
  if (!WRITTEN_AS_NAME.test(written)) return false;
  return isPlace ? standsForPerson(around, called) : isNoWord(around, called);
}

function surroundings(text: string, { start, end }: Span): Surroundings {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const previous = /[\p{L}\d]\.?\s{1,2}$/u.test(before) ? (wordsOf(before).folded.at(-1) ?? '') : '';
  const next = /^['’]s\b/.test(after)
    ? "'s"
    : (/^\s{1,2}(\p{L}+(?:['’]\p{L}+)?)/u.exec(after)?.[1]?.toLowerCase().replace('’', "'") ?? '');
  return { before, after, previous, next };
}

function standsForPerson({ before, after, previous, next }: Surroundings, { isGuarded }: CalledBy): boolean {
  if (BEFORE_PLACE.has(previous) || BEHIND_PLACE.has(next)) return false;
  if (TO_SOMEBODY.has(previous) || DID.test(after) || DOES.has(next)) return true;
  return !isGuarded && !/[-–—:/|,(]\s*$/.test(before) && !/^\s?[-–—/|,)]/.test(after);
}

function isNoWord({ before, after, previous, next }: Surroundings, { name, isGiven }: CalledBy): boolean {
  if (TIMES.has(name) && (BEFORE_TIME.test(before) || /^,? \d/.test(after))) return false;
  // `3 - Low`
  if (/\d\s?[-–]\s?$/.test(before)) return false;
  if (BEHIND_NAME.test(before) && !TO_SOMEBODY.has(previous)) return false;
  if (!SENTENCE_START.test(before) || /^\s?:/.test(after) || /^[ \t.,!]*(?:\n|$)/.test(after)) return true;
  if (next === "'s" || DOES.has(next) || WITH_ANOTHER.test(after)) return true;
  if (!isGiven) return DID.test(after);
  if (CAN.has(next) || next.endsWith("n't")) return true;
  if (VERBS.has(name)) return DID.test(after);
  return BEING.has(next) || next.endsWith('ed') || TO_DO.test(after);
}
