import { type Found, findPhrases, quote, spanOf } from '../../text/find.ts';
import type { WordSpan } from '../../text/lexicon.ts';
import { isStated } from '../../text/modality.ts';
import { phraseSet } from '../../text/phrases.ts';
import type { AnalysedSentence, Sentence } from '../../text/text-analyser.ts';
import type { Passage } from '../../text/ticket-text.ts';
import type { Evidence } from '../../verdict.ts';
import { nameEnd } from '../person-name.ts';
import { elementsInRow } from '../terse.ts';
import { employeeNumbers } from './employee-numbers.ts';
import { IDENTITY_ELEMENTS, type IdentityElement } from './kinds.ts';
import { isMention, MENTIONS, NAMES_OF_THINGS, withValue } from './mentions.ts';
import { nameIn } from './own-name.ts';
import { speakersOf } from './speakers.ts';

const VERIFYING = phraseSet(['(verified|validated|authenticated)']);
/** These verify only what is their object, or what was done to it: `gave his name and site`, `name and site noted`. */
const TAKING = phraseSet([
  '(confirmed|checked|matched|provided|gave|given|shared|supplied|obtained|collected|took|taken|noted)',
]);
/** These make a sentence identify somebody only where it names two elements, one of them the id, or all three. */
const ANSWERING = phraseSet([
  '(validation|verification|identification|identity)',
  '(check|checks|point|answered|correct|correctly|matches|match|matching|agreed|agree|identified|cleared|passed|right|ok|okay|y|yes|fine|told|stated|named)',
]);
const PLACE_TOLD = phraseSet([
  '(branch|base|country|depot|terminal)',
  'where (he|she|they) (work|works|sit|sits|is|are) [based]',
]);

/** An id, where name and place are named beside it. */
const PLAIN_ID = phraseSet(['(id|ids|card|badge|number|eid)']);

/** `Ada Example rang`: behind a name that begins the sentence. */
const COMES_UP = phraseSet([
  '(called|calls|rang|rings|came|comes|says|said|reports|reported|states|stated|wrote|writes|phoned|contacted|walked|visited|asked|asks|needs|wants|cannot|is|has|was)',
]);
const INTRODUCES_NAME = phraseSet([
  '(caller|user|usr|cx|cust|employee|customer|colleague|guest|named|called|mr|ms|mrs|miss|dr|herr|frau|requester|requestor|name|anrufer|anruferin|utente|usuario)',
  '(left|reported|raised|logged|requested|submitted|placed) by',
  '(spoken to|talked to|talked with|chat with|chatted with|call with|phoned by|rung by|contacted by)',
  '(name is|i am|this is|spoke with|spoke to|call from|called by|name was|goes by|called back by|on behalf of|walk in)',
]);

const ANSWERED = {
  'employee id': phraseSet([
    '(employee id|emp id|staff id|employee number|id|eid|empid|badge) (y|yes|verified|validated|checked|matched|ok)',
  ]),
  'full name': phraseSet(['(full name|name|first and last name) (y|yes|verified|validated|checked|matched|ok)']),
  location: phraseSet(['(location|office|site|city|loc) (y|yes|verified|validated|checked|matched|ok)']),
} as const;

/** In UTF-16 units. */
const LONGEST_PATH = 200;

/** In words, behind the verb. */
const FURTHEST_OBJECT = 6;

/** Elements stated in sentences. */
export function elementsInProse(passage: Passage, callerNames: readonly string[]): Map<IdentityElement, Evidence> {
  const elements = new Map<IdentityElement, Evidence>();
  const add = (element: IdentityElement, evidence: Evidence) => {
    if (!elements.has(element)) elements.set(element, evidence);
  };
  const own = nameIn(passage, callerNames);
  if (own !== undefined) add('full name', own);
  const numbers = employeeNumbers(passage);
  for (const found of numbers) add('employee id', quoteWords(found, found.words));
  for (const element of IDENTITY_ELEMENTS) {
    const answered = findPhrases([passage], ANSWERED[element], isStated).find(({ sentence, words }) =>
      isMention(sentence, words),
    );
    if (answered !== undefined) add(element, quoteWords(answered, answered.words));
  }
  const speakers = speakersOf(passage);
  const turns = new Set(passage.formLines.filter(({ label }) => speakers.has(label)).map(({ start }) => start));
  for (const found of findPhrases([passage], INTRODUCES_NAME, isStated)) {
    if (turns.has(spanOf(found).start)) continue;
    const { from, to } = found.words;
    if (NAMES_OF_THINGS.has(found.sentence.analysis.words.folded[from - 1] ?? '')) continue;
    const end = nameEnd(found.sentence.analysis, to);
    if (end !== undefined) add('full name', quoteWords(found, { from, to: end }));
  }
  for (const found of findPhrases([passage], COMES_UP, isStated)) {
    if (found.words.from > 1 && nameEnd(found.sentence.analysis, 0) === found.words.from)
      add('full name', quoteWords(found, { from: 0, to: found.words.to }));
  }
  for (const sentence of identifyingSentences(passage, numbers)) {
    const found = { passage, sentence };
    const name = personIn(sentence);
    if (name !== undefined) add('full name', quoteWords(found, { from: name, to: name + 2 }));
    for (const element of IDENTITY_ELEMENTS) {
      const mention = sentence.analysis.spans(MENTIONS[element]).find((span) => isMention(sentence, span));
      if (mention !== undefined) add(element, quoteWords(found, withValue(sentence, mention)));
    }
    const number = sentence.analysis.words.folded.findIndex((word) => /^\d{5,10}$/.test(word));
    if (number >= 0) add('employee id', quoteWords(found, { from: Math.max(0, number - 1), to: number + 1 }));
  }
  for (const found of findPhrases([passage], TAKING, isStated)) {
    for (const element of IDENTITY_ELEMENTS) {
      const mention = found.sentence.analysis.spans(MENTIONS[element]).find((span) => isTaken(found, span));
      if (mention !== undefined) add(element, quoteWords(found, withValue(found.sentence, mention)));
    }
  }
  for (const { sentence } of [VERIFYING, TAKING, ANSWERING].flatMap((set) => findPhrases([passage], set, isStated))) {
    for (const [element, words] of elementsListed(sentence)) add(element, quoteWords({ passage, sentence }, words));
  }
  for (const [element, evidence] of elementsInRow(passage)) add(element, evidence);
  return elements;
}

/** `Name, ID and site match`: two elements named in one sentence, one of them the employee id, or all three. */
function elementsListed(sentence: Sentence): Map<IdentityElement, Pick<WordSpan, 'from' | 'to'>> {
  const listed = new Map<IdentityElement, Pick<WordSpan, 'from' | 'to'>>();
  for (const element of IDENTITY_ELEMENTS) {
    const mention = sentence.analysis.spans(MENTIONS[element]).find((span) => isMention(sentence, span));
    const place = element === 'location' ? sentence.analysis.spans(PLACE_TOLD)[0] : undefined;
    const found = mention ?? place;
    if (found !== undefined) listed.set(element, withValue(sentence, found));
  }
  const strong = listed.has('employee id') && listed.size >= 2;
  const id = sentence.analysis.spans(PLAIN_ID).find((span) => isMention(sentence, span));
  if (!listed.has('employee id') && id !== undefined && listed.size === 2) return listed.set('employee id', id);
  return strong ? listed : new Map();
}

/** Evidence for some words of a sentence; a single one says too little, so that the whole sentence is quoted. */
function quoteWords(
  { passage, sentence }: Pick<Found, 'passage' | 'sentence'>,
  { from, to }: Pick<WordSpan, 'from' | 'to'>,
): Evidence {
  if (to - from < 2) return quote(passage, sentence);
  const { start, end } = sentence.analysis.textSpan({ from, to, gapped: false });
  return quote(passage, { start: sentence.start + start, end: sentence.start + end });
}

/** Sentences that identify somebody: something was verified, or an employee number is told. */
function identifyingSentences(passage: Passage, numbers: readonly Found[]): Iterable<Sentence> {
  const verifying = findPhrases([passage], VERIFYING, isStated).filter(
    ({ sentence, words }) => !isInPath(sentence.analysis, words.from),
  );
  return new Set([...verifying, ...numbers].map(({ sentence }) => sentence));
}

/** Where a name begins that is no part of a path. */
function personIn({ analysis }: Sentence): number | undefined {
  const at = analysis.words.folded.findIndex(
    (_, index) => nameEnd(analysis, index) !== undefined && !isInPath(analysis, index),
  );
  return at < 0 ? undefined : at;
}

/** Part of a path or an address: `/sites/tariffs/Shared Documents`, `C:\Users`. One slash makes none. */
function isInPath({ text, words }: AnalysedSentence, at: number): boolean {
  const start = words.starts[at] ?? 0;
  const token =
    text
      .slice(Math.max(0, start - LONGEST_PATH), start)
      .split(/\s/)
      .at(-1) ?? '';
  return /^["'(]?[\\/]|:[\\/]|[\\/].*[\\/]/.test(token);
}

/** What was taken or given: behind the verb, or before one that ends its clause (`name and site noted`). */
function isTaken({ sentence, words }: Found, span: WordSpan): boolean {
  const { clauses } = sentence.analysis;
  if (clauses[span.from] !== clauses[words.from] || !isMention(sentence, span)) return false;
  return span.from >= words.to ? span.from - words.to < FURTHEST_OBJECT : clauses[words.to] !== clauses[words.from];
}
