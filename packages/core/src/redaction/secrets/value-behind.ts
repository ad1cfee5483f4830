import { matchesOf } from '../../text/matches-of.ts';
import type { Span } from '../../text/spans.ts';
import type { Cue } from './values.ts';

/** How far behind its word a secret may stand: in UTF-16 units, and in words. */
const REACH = 200;
const MOST_WORDS = 9;
const LONGEST_LINE = 80;

/** `password: …`, `Password (temporary) = …`, `pwd -> …`, `pin - …` */
const LABEL = /^["'”’)\]]{0,2}\s{0,3}(?:\([^()\n]{0,40}\)\s{0,3})?(?:[:=]{1,3}|[-=]{1,2}>|[-–—])/;
/** Between the word and its value: `password is …`, `password was set to …`, `Passwort lautet …`. */
const STATES = new Set('is was are were be now reads lautet ist war est es é è er är jest je'.split(' '));
const SETS = new Set('set reset changed change updated update put back'.split(' '));
/** `Reset the password to …`: it may be said before, too. */
const SET_BEFORE = /\b(?:set|reset|changed?|updated?|put)\b[^.\n]{0,40}$/i;
const LOOK_BACK = 60;
const WORD = /\S+/g;
const OPENING = /^["'“”‘’«‹(<[{]{1,2}/;
const CLOSING = /["'“”‘’»›)>\]}.,;:]{1,4}$/;
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '”': '”',
  '‘': '’',
  '’': '’',
  '«': '»',
  '‹': '›',
};

type Accepts = (value: string, cue: Cue) => boolean;

/** The value that is told behind a word such as "password", if it is one that the caller accepts. */
export function valueBehind(text: string, end: number, accepts: Accepts): Span | undefined {
  const rest = text.slice(end, end + REACH);
  const isSet = SET_BEFORE.test(text.slice(Math.max(0, end - LOOK_BACK), end));
  const label = LABEL.exec(rest)?.[0].length ?? 0;
  if (label > 0) {
    const mark = rest.charAt(label - 1);
    if (mark === '=' && /\S/.test(rest.charAt(label))) return offset(settingValue(rest, label, accepts), end);
    return offset(labelledValue(rest, label, /[-–—]/.test(mark) ? 'statement' : 'label', isSet, accepts), end);
  }
  return offset(statedValue(rest, isSet, accepts), end);
}

function offset(span: Span | undefined, by: number): Span | undefined {
  return span === undefined ? undefined : { start: span.start + by, end: span.end + by };
}

/** `Server=x;Password=y;Encrypt=true`, `password="y z"`, `?password=y&next=1` */
function settingValue(rest: string, from: number, accepts: Accepts): Span | undefined {
  const quote = rest.charAt(from);
  const quoted = /["']/.test(quote) ? rest.indexOf(quote, from + 1) : -1;
  const bare = /^[^\s;"'<>]{1,128}/.exec(rest.slice(from))?.[0] ?? '';
  const parameter = bare.search(/&\w+=/);
  const span =
    quoted > 0
      ? { start: from + 1, end: quoted }
      : { start: from, end: from + (parameter < 0 ? bare.length : parameter) };
  return accepts(rest.slice(span.start, span.end), 'label') ? span : undefined;
}

/** The first word behind a label, or a part of it: `pnair / Summer…`. On the next line, where it stands there alone. */
function labelledValue(rest: string, from: number, cue: Cue, isSet: boolean, accepts: Accepts): Span | undefined {
  const line = /^[^\S\n]*/.exec(rest.slice(from))?.[0].length ?? 0;
  if (rest.charAt(from + line) === '\n') {
    const next = /^\s{1,4}(\S[^\n]{3,})(?:\n|$)/.exec(rest.slice(from, from + LONGEST_LINE));
    if (next?.[1] === undefined || /\s/.test(next[1].trim())) return undefined;
    return valueAt(rest, from + next[0].indexOf(next[1]), cue, accepts);
  }
  const words = wordsIn(rest, from);
  const first = words[0];
  if (first === undefined) return undefined;
  const value = valueAt(rest, first.start, cue, accepts);
  if (value !== undefined) return value;
  const parted = rest.slice(first.start, first.end).lastIndexOf('/');
  if (parted > 0) return valueAt(rest, first.start + parted + 1, 'neighbour', accepts);
  const second = words[1];
  if (second !== undefined && /^(?:[/|,]|and|or)$/.test(rest.slice(second.start, second.end)))
    return words[2] === undefined ? undefined : valueAt(rest, words[2].start, 'neighbour', accepts);
  return statedIn(rest, words, isSet, accepts);
}

/** `password is …`, `password for the account has been set to …`, `password …` */
function statedValue(rest: string, isSet: boolean, accepts: Accepts): Span | undefined {
  const words = wordsIn(rest, /^["'”’)\]]/.test(rest) ? 1 : 0);
  const first = words[0];
  if (first === undefined) return undefined;
  return valueAt(rest, first.start, 'neighbour', accepts) ?? statedIn(rest, words, isSet, accepts);
}

function statedIn(rest: string, words: readonly Span[], isSetBefore: boolean, accepts: Accepts): Span | undefined {
  let isSet = isSetBefore;
  let wasSet = isSetBefore;
  for (const [index, { start, end }] of words.entries()) {
    const next = words[index + 1];
    if (next === undefined) return undefined;
    const word = rest.slice(start, end).toLowerCase();
    const cue = cueOf(word, isSet, wasSet);
    const value = cue === undefined ? undefined : valueAt(rest, next.start, cue, accepts);
    if (value !== undefined) return value;
    isSet = SETS.has(word);
    wasSet ||= isSet;
  }
  return undefined;
}

/** How plainly a word says that a secret follows: `is …`, `set to …`, `for the VPN: …`. Most say nothing. */
function cueOf(word: string, isSet: boolean, wasSet: boolean): Cue | undefined {
  if (STATES.has(word.replace(/[:=]$/, ''))) return 'statement';
  if (word === 'to' || word === 'as') return isSet ? 'statement' : wasSet ? 'distant' : undefined;
  return /^[^:=]{0,30}[:=]$/.test(word) || /^[-–—]$/.test(word) ? 'neighbour' : undefined;
}

/** The words of the same sentence and line. */
function wordsIn(rest: string, from: number): Span[] {
  const words: Span[] = [];
  const line = rest.indexOf('\n', from);
  for (const { 0: word, index } of matchesOf(WORD, rest.slice(from, line < 0 ? undefined : line))) {
    words.push({ start: from + index, end: from + index + word.length });
    if (words.length >= MOST_WORDS || /[.!?;]$/.test(word)) break;
  }
  return words;
}

/** The word that begins here without its quotation marks and the punctuation behind it. */
function valueAt(rest: string, start: number, cue: Cue, accepts: Accepts): Span | undefined {
  const opening = OPENING.exec(rest.slice(start, start + 2))?.[0] ?? '';
  const from = start + opening.length;
  const closer = CLOSERS[opening.charAt(0)];
  const closed = closer === undefined ? -1 : rest.slice(from, from + LONGEST_LINE).indexOf(closer);
  const end = from + (closed > 0 ? closed : (/^\S*/.exec(rest.slice(from))?.[0].length ?? 0));
  const value = rest.slice(from, end);
  const length = closed > 0 ? value.length : value.replace(CLOSING, '').length;
  if (/\n/.test(value)) return undefined;
  return accepts(value.slice(0, length), cue) ? { start: from, end: from + length } : undefined;
}
