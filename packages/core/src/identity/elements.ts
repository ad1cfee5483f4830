import type { Ticket } from '@tqrs/parser';
import { isSysId } from '@tqrs/parser';
import { type Found, findPhrase, findPhrases, quote, spanOf } from '../text/find.ts';
import type { FormLine } from '../text/form-lines.ts';
import { LabelKind } from '../text/label-kind.ts';
import type { WordSpan } from '../text/lexicon.ts';
import { isStated, isTold } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { AnalysedSentence, Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { nameEnd } from './person-name.ts';
import { elementsInRow } from './terse.ts';

/** What identifies a caller. */
export const IDENTITY_ELEMENTS = ['employee id', 'full name', 'location'] as const;
export type IdentityElement = (typeof IDENTITY_ELEMENTS)[number];

const LABELS: Record<IdentityElement, LabelKind> = {
  'employee id': new LabelKind([
    "[(caller|user|callers|users|caller's|user's|guest|validated|verified)] (employee|empl|emp|staff|personnel|worker|associate|colleague|payroll|workday|hr|global|corporate|company|clock|works|partner|member) (id|number|no|nr|nbr|num|code|ref|identification|identity|badge) [(number|no)] [(verified|validated|confirmed|checked|done|given|provided|stated|quoted)]",
    '(eid|empid|wwid|gid|pernr|psid|cdsid|employee|emp|id|id number|employeeid|badge|badge number|badge no|badge id|matricule|matricola|matr|personalnummer|personalnr|personeelsnummer|mitarbeiternummer|numero de empleado|personnel no|payroll|nbr|ee|ee no|emp id no) [(verified|validated|confirmed|given|provided)]',
  ]),
  'full name': new LabelKind([
    "[(caller|user|callers|users|caller's|user's|customer|employee|employee's|colleague|contact|guest|requester|requestor|validated|verified)] (full name|name|legal name|fullname|complete name|first and last name|first last name|first name and last name|first name last name|first name surname|name and surname|nom|nombre|nome) [(of the caller|of caller|of the user|of user)] [(verified|validated|confirmed|checked|done|given|provided|stated)]",
    '(name des anrufers|name der anruferin|nom du demandeur|nombre del usuario|nome do usuario)',
    '[(the)] (caller|user|usr|cx|customer|requester|requestor|employee|colleague|guest|affected user|user name|username|who|from|caller details|callers details|contact person|contact)',
  ]),
  location: new LabelKind([
    "[(caller|user|caller's|user's|work|working|office|base|current|home|primary|employee|validated|verified|site)] (location|loc|office|site|city|branch|campus|work place|workplace|base) [(name|location|city|country|office|site|code)] [(verified|validated|confirmed|checked|done|given|provided|stated)]",
    'city and country',
    'location and country',
    '(where are you|where is the caller|where is the user) [(located|based|working)]',
    'place [(of work|name)]',
    'where',
    'ort',
    'standort',
    'guest (location|office|site)',
    '(location|city) (country|site|office)',
    'office location city',
  ]),
};

/** Not `office`: answered with no, it tells where somebody works. */
const LOCATION_CHECKED = new LabelKind([
  "[(caller|user|caller's|user's)] (location|loc) [(verified|validated|confirmed|checked)]",
]);
const LOCATION_DENIED = phraseSet([
  "(not|didn't|couldn't|never|without) [able to] (verify|verified|verifying|validate|validated|validating|confirm|confirmed|confirming|check|checked|checking) [(the|his|her|their|caller's|user's)] (location|site)",
  "(location|site) (was not|wasn't|not) (verified|validated|confirmed|checked)",
  "(location|site) (did not|does not|didn't|doesn't) match",
]);

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
const MENTIONS = {
  'employee id': phraseSet([
    '(employee|empl|emp|staff|personnel|worker|associate|colleague|payroll|partner|member|contractor) (id|number|no|code|ids|card|badge)',
    '(eid|empid)',
  ]),
  'full name': phraseSet(['(full name|first and last name|first last name|fullname|name|names)']),
  location: phraseSet(['(location|office|site|city|work place|workplace|plant|branch)', '(base|work) location']),
} as const;
const EMPLOYEE_NUMBER = phraseSet([
  '(employee|empl|emp|staff|personnel|worker|associate|badge|payroll) [(id|number|no|nr|nbr|code)] [(is|was|as|of)] #',
  '(eid|empid|emp|id|matricule|matricola|matr|badge|personalnr|personalnummer|personeelsnummer|mitarbeiternummer|wwid|gid|pernr|psid|ee|payroll) [id] [(is|no|nr|number)] #',
  '(global|corporate|associate|clock|works|colleague) (id|number|no) [(is|of)] #',
  '(employed|registered|listed) under [the] number #',
  '(staff|employee|access|company|visitor|contractor|partner|member|supplier|guest) (card|id|badge|number|no|pass) [(number|no|is)] #',
]);
/** Before an id that begins with letters: `partner ID PW-118`. */
const ID_LABEL = phraseSet([
  '(staff|employee|emp|partner|member|contractor|supplier|guest) (id|number|no|card) [(is|number|no)]',
  '(eid|empid)',
]);
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
const MOST_VALUE_WORDS = 3;
/** In words, behind the verb. */
const FURTHEST_OBJECT = 6;
/** Behind an element: `employee id not asked`. */
const LACKING = new Set('not missing unknown skipped pending refused unavailable'.split(' '));
/** Before `name`, these make it one of a thing. */
const NAMES_OF_THINGS = new Set(
  (
    'user file host domain folder computer printer device server profile account login vendor supplier product project ' +
    'team queue report contract policy document template site room'
  ).split(' '),
);
/** Ids of something else than a person. */
const OTHER_ID = new Set([
  'event',
  'error',
  'session',
  'call',
  'ticket',
  'incident',
  'message',
  'process',
  'device',
  'asset',
  'transaction',
  'job',
  'printer',
  'vendor',
  'product',
  'batch',
  'order',
  'app',
  'application',
  'tenant',
  'apple',
  'kb',
  'request',
  'order',
  'booking',
  'host',
  'domain',
  'user',
  'key',
  'recovery',
  'meeting',
  'conference',
  'zoom',
  'teams',
  'teamviewer',
  'anydesk',
  'correlation',
  'client',
  'supplier',
  'case',
  'reference',
  'serial',
  'policy',
  'claim',
  'contract',
  'document',
  'invoice',
  'record',
  'tracking',
  'shipment',
  'material',
  'article',
  'item',
  'part',
  'patient',
]);

/** Elements stated by a line of the form. `denied` holds the lines answered with no. */
export function elementsInForms(passage: Passage): { given: Map<IdentityElement, Evidence>; denied: Evidence[] } {
  const given = new Map<IdentityElement, Evidence>();
  const denied: Evidence[] = [];
  const speakers = speakersOf(passage);
  for (const line of passage.formLines) {
    for (const element of IDENTITY_ELEMENTS) {
      if (!LABELS[element].matches(line.label)) continue;
      if (element === 'full name' && speakers.has(line.label)) continue;
      if (line.answer === 'no') denied.push(quote(passage, { start: line.start, end: line.end }));
      else if (line.answer === 'yes' || (line.answer === 'given' && VALID[element](line)))
        given.set(element, quote(passage, { start: line.start, end: line.end }));
    }
  }
  return { given, denied };
}

/** A location that was asked for and not confirmed. Where somebody works may be told all the same, and does not confirm it. */
export function deniesLocation(passage: Passage): boolean {
  return (
    passage.formLines.some(({ label, answer }) => answer === 'no' && LOCATION_CHECKED.matches(label)) ||
    findPhrase([passage], LOCATION_DENIED, isTold) !== undefined
  );
}

/** Labels that come again and again: `User: It flickers.` tells who speaks. */
function speakersOf({ formLines }: Passage): ReadonlySet<string> {
  if (formLines.length < 2) return NOBODY;
  const seen = new Set<string>();
  return new Set(formLines.filter(({ label }) => seen.size === seen.add(label).size).map(({ label }) => label));
}

const NOBODY: ReadonlySet<string> = new Set();

const VALID: Record<IdentityElement, (line: FormLine) => boolean> = {
  'employee id': ({ value }) => /\d[\d\s-]{2}/.test(value) && value.length <= 40,
  'full name': ({ value }) => hasTwoNames(value),
  location: ({ value }) => /\p{L}{2}/u.test(value) && value.length <= 80,
};

/** Words that a speaker says, and no name has: `User: And how do I do that?` */
const NO_NAME_WORDS = new Set(
  'i you he she it we they my your the this that is are was were do does did have has had not no yes how what when where why can cannot could will would please thanks hello hi and but so if to with from for'.split(
    ' ',
  ),
);

/** Two or more words of letters and no more than six: `Ada Example`, `Example, Ada`. */
function hasTwoNames(value: string): boolean {
  const words = value.split(/[\s,]+/).filter((word) => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word));
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    !/[?!]/.test(value) &&
    !words.some((word) => NO_NAME_WORDS.has(word.toLowerCase()))
  );
}

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

/** A mention with what follows it in its clause, as far as a value goes: `full name Ada Example`. */
function withValue({ analysis: { clauses } }: Sentence, { from, to }: WordSpan): Pick<WordSpan, 'from' | 'to'> {
  let end = to;
  while (end < clauses.length && end - to < MOST_VALUE_WORDS && clauses[end] === clauses[to - 1]) end++;
  return { from, to: end };
}

/** Sentences that identify somebody: something was verified, or an employee number is told. */
function identifyingSentences(passage: Passage, numbers: readonly Found[]): Iterable<Sentence> {
  const verifying = findPhrases([passage], VERIFYING, isStated).filter(
    ({ sentence, words }) => !isInPath(sentence.analysis, words.from),
  );
  return new Set([...verifying, ...numbers].map(({ sentence }) => sentence));
}

function employeeNumbers(passage: Passage): Found[] {
  const plain = findPhrases([passage], EMPLOYEE_NUMBER, isStated).filter(
    ({ sentence, words }) => !OTHER_ID.has(sentence.analysis.words.folded[words.from - 1] ?? ''),
  );
  const lettered = findPhrases([passage], ID_LABEL, isStated)
    .filter(({ sentence, words }) => isLetteredNumber(sentence, words.to))
    .map((found) => ({ ...found, words: { ...found.words, to: found.words.to + 2 } }));
  return [...plain, ...lettered];
}

/** `PW-118`, `QX-20931`: a few letters joined to a number. */
function isLetteredNumber({ analysis: { text, words } }: Sentence, at: number): boolean {
  return /^\p{L}{1,4}[-/ ]\d{2,}/u.test(text.slice(words.starts[at], words.ends[at + 1]));
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

/** Not denied, and not the "user name" of an account or the "vendor name". */
function isMention({ analysis }: Sentence, span: WordSpan): boolean {
  if (LACKING.has(analysis.words.folded[span.to] ?? '')) return false;
  return !analysis.modality(span).negated && !NAMES_OF_THINGS.has(analysis.words.folded[span.from - 1] ?? '');
}

/** The caller's own name, as the record has it: in lower case, to be looked for. */
export function callerNames({ caller, openedFor }: Ticket): string[] {
  return [caller, openedFor].flatMap((name) =>
    name === undefined || isSysId(name) || !hasTwoNames(name) ? [] : [name.toLowerCase()],
  );
}

function nameIn(passage: Passage, names: readonly string[]): Evidence | undefined {
  if (names.length === 0) return undefined;
  const text = passage.text.toLowerCase();
  for (const name of names) {
    const start = text.indexOf(name);
    if (start >= 0) return quote(passage, { start, end: start + name.length });
  }
  return undefined;
}
