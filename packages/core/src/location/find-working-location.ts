import { isSysId, type Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import { placesInTitle } from '../short-description/places-in-title.ts';
import { evidenceOf, type Found, findPhrases, quote, spanOf } from '../text/find.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { LabelKind } from '../text/label-kind.ts';
import { isRaised, isTold } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';

const LABEL = new LabelKind([
  "[(caller|user|caller's|user's|work|working|office|base|current|primary|employee|user|site|physical)] (location|office|site|city|branch|campus|workplace|base|loc) [(name|location|city|country|office|site|address|remote|or remote|wfh)]",
  '(city|location) (and|or) (country|site|office)',
  'working (from|location office or remote)',
  '(where are you|where is the caller|where is the user) [(located|based|working|now)]',
  'place [(of work|name)]',
  'location office remote',
  'office address',
  'located (at|in)',
]);
/** In UTF-16 units: dots and the word behind them. */
const LONGEST_LEADER = 80;
const PLACE = phraseSet([
  '(based|located|working|works|work|sitting|sits|situated|stationed|calling|called|calls) (in|at|from|out of|remotely from|on site at|onsite at) [(the|our|his|her|their)]',
  "(i'm|he's|she's|i am|he is|she is) (in|at|from) [(the|our)]",
  '(user|caller|employee|he|she|colleague) (is|was) (in|at|from) [(the|our)]',
  '(user|caller|employee|colleague) from [(the|our)]',
  '(standort|sede|filiale|niederlassung|ufficio di|bureau de|oficina de|escritorio de)',
]);
/** Behind a place: `from HYD calling`. */
const CALLS = new Set('calling called calls rang rings phoned phones reports reported'.split(' '));
const NEAR_OFFICE = phraseSet(['(from|in|at) [(the|our|his|her|their)]']);
const OFFICE_WORD = phraseSet(['(office|ofc|branch|campus|hq|headquarters|plant|depot|warehouse) [office]']);
const PLACE_WORD = phraseSet(['(site|loc|location|city|plant|branch|depot|terminal|campus|factory|warehouse)']);
const MODE = phraseSet([
  '(from|at|in) (a|the|his|her|their) (hotel|client|customer|client site|customer site|client office|coworking space)',
  '(working|works|work) (remotely|remote|from home)',
  '(wfh|wfo|office|home|remote|remotely|onsite) [(today|now|based|worker|office|this week)]',
]);
const OFFICE = new Set([
  'office',
  'site',
  'branch',
  'campus',
  'hub',
  'plant',
  'warehouse',
  'store',
  'building',
  'headquarters',
  'hq',
  'clinic',
  'depot',
  'factory',
]);
const NO_PLACE = new Set([
  'home',
  'microsoft',
  'office',
  'outlook',
  'windows',
  'teams',
  'vpn',
  'reinstalled',
  'installed',
  'reinstall',
  'open',
  'libre',
  'back',
  'post',
  'head',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'ms',
  'remote',
  'remotely',
]);

/** Office or remote, and no place. */
const MODE_ONLY =
  /^(?:(?:in|at|from|the|currently|working|works?|is|user)\s+)*(?:office|home|remote(?:ly)?|wfh|wfo|on-?site|hybrid|home office)\s?(?:today|now)?[.,]?$/i;

/** What a short description without a location often has in its place. */
const APPLICATIONS = new Set(
  (
    'outlook teams excel word powerpoint onenote onedrive sharepoint windows office okta sap vpn wifi citrix zoom ' +
    'chrome edge workday servicenow laptop desktop printer phone mobile keyboard mouse monitor headset network intune ' +
    'defender vip owg email mail password account login calendar docking station hardware software access'
  ).split(' '),
);

/** Words that tell where the caller works, a city, a site or an office by name. */
export function findWorkingLocation(
  passages: readonly Passage[],
  ticket: Ticket,
  profile: CompiledProfile,
): Evidence | undefined {
  return firstOf(passages, onFormLine) ?? findLocationInProse(passages, ticket, profile);
}

/** The same, told in sentences. */
export function findLocationInProse(
  passages: readonly Passage[],
  ticket: Ticket,
  profile: CompiledProfile,
): Evidence | undefined {
  const told = firstOf(passages, (passage) => inProse(passage, profile));
  if (told !== undefined || passages.length === 0) return told;
  const places = placesOf(ticket, profile);
  return firstOf(passages, (passage) => knownPlace(passage, places));
}

function firstOf(passages: readonly Passage[], find: (passage: Passage) => Evidence | undefined): Evidence | undefined {
  for (const passage of passages) {
    const found = find(passage);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Places by name: the profile's, the record's, and the one in the short description. */
function placesOf(ticket: Ticket, profile: CompiledProfile): string[] {
  const { location } = ticket;
  const own = location === undefined || isSysId(location) ? [] : [location];
  return [...profile.data.locations, ...placesInTitle(ticket, profile).filter(isNoApplication), ...own].filter(
    (place) => place.length > 2,
  );
}

function isNoApplication(place: string): boolean {
  return !APPLICATIONS.has(place.toLowerCase());
}

function onFormLine(passage: Passage): Evidence | undefined {
  const line = passage.formLines.find(
    ({ label, answer, value }) =>
      LABEL.matches(label) && answer === 'given' && /\p{L}{2}/u.test(value) && !MODE_ONLY.test(value),
  );
  return line && quote(passage, { start: line.start, end: line.end });
}

function inProse(passage: Passage, profile: CompiledProfile): Evidence | undefined {
  for (const found of findPhrases([passage], PLACE, isRaised)) {
    const { sentence, words } = found;
    if (isPlaceName(sentence, words.to, profile)) return wordsAs(found, words.from, endOfName(sentence, words.to));
    const led = behindLeader(found);
    if (led !== undefined) return led;
  }
  for (const found of findPhrases([passage], NEAR_OFFICE, isRaised)) {
    const { sentence, words } = found;
    const { folded } = sentence.analysis.words;
    if (CALLS.has(folded[words.to + 1] ?? '') && isPlaceName(sentence, words.to, profile))
      return wordsAs(found, words.from, words.to + 1);
    const office = [1, 2, 3].find((ahead) => OFFICE.has(folded[words.to + ahead] ?? ''));
    if (office !== undefined && isPlaceName(sentence, words.to, profile))
      return wordsAs(found, words.from, words.to + office + 1);
  }
  return besideMode(passage) ?? namedOffice(passage);
}

/** `Pune office`, `SITE CADIZ`: a name before the one word, or behind the other. */
function namedOffice(passage: Passage): Evidence | undefined {
  for (const found of findPhrases([passage], OFFICE_WORD, isTold)) {
    const { sentence, words } = found;
    if (words.from > 0 && isCapitalised(sentence, words.from - 1)) return wordsAs(found, words.from - 1, words.to);
  }
  for (const found of findPhrases([passage], PLACE_WORD, isTold)) {
    const { sentence, words } = found;
    if (isName(sentence, words.to)) return wordsAs(found, words.from, words.to + 1);
  }
  return undefined;
}

/** `Based at .... Oslo`: what ends its sentence goes on behind a row of dots. */
function behindLeader(found: Found): Evidence | undefined {
  const { start, end } = spanOf(found);
  const { text } = found.passage;
  const led = /^ ?[.…]{2,40} ?(\p{Lu}\p{L}{2,})/u.exec(text.slice(end, end + LONGEST_LEADER));
  return led === null ? undefined : quote(found.passage, { start, end: end + led[0].length });
}

/** Evidence for a find that goes from one word to before another. */
function wordsAs(found: Found, from: number, to: number): Evidence {
  return evidenceOf({ ...found, words: { from, to, gapped: false } });
}

/** Behind the last word of the name that begins at a word: `New York`, `Lisbon office`. */
function endOfName({ analysis }: Sentence, at: number): number {
  const { folded } = analysis.words;
  let end = at + 1;
  while (
    end < folded.length &&
    analysis.clauses[end] === analysis.clauses[at] &&
    (OFFICE.has(folded[end] ?? '') || /^\p{Lu}\p{Ll}+$/u.test(analysis.wordAt(end)))
  )
    end++;
  return end;
}

function isCapitalised(sentence: Sentence, at: number): boolean {
  const word = sentence.analysis.words.folded[at];
  return (
    word !== undefined &&
    !NO_PLACE.has(word) &&
    !isFunctionWord(word) &&
    /^\p{Lu}\p{L}{2,}$/u.test(sentence.analysis.wordAt(at))
  );
}

/** A name right beside the word for office or remote: `Hull, home`, `WFH (Cork)`, `Remote worker, Lima`, `at home in Bonn`. */
function besideMode(passage: Passage): Evidence | undefined {
  for (const found of findPhrases([passage], MODE, isTold)) {
    const { sentence, words } = found;
    const { folded } = sentence.analysis.words;
    const led = ['in', 'at', 'near', 'around', 'from'].includes(folded[words.to] ?? '');
    const after = words.to + (led ? 1 : 0);
    if (isNoApplication(folded[after] ?? '') && (led ? isCapitalised : isName)(sentence, after))
      return wordsAs(found, words.from, after + 1);
    if (words.from > 0 && isName(sentence, words.from - 1)) return wordsAs(found, words.from - 1, words.to);
  }
  return undefined;
}

/** A capitalised word that makes up its whole clause, but for a word like "in" before it. */
function isName(sentence: Sentence, at: number): boolean {
  return isCapitalised(sentence, at) && sentence.analysis.clauses[at + 1] !== sentence.analysis.clauses[at];
}

/** A place that the profile, the record or the short description names, be it in a mail's signature. */
function knownPlace(passage: Passage, places: readonly string[]): Evidence | undefined {
  const text = passage.text.toLowerCase();
  for (const name of places) {
    const start = text.indexOf(name.toLowerCase());
    if (start < 0 || isInsideWord(text, start, name.length)) continue;
    return quote(passage, { start, end: start + name.length });
  }
  return undefined;
}

function isInsideWord(text: string, start: number, length: number): boolean {
  return /[\p{L}\p{N}_.@\\-]/u.test(text.charAt(start - 1)) || /[\p{L}\p{N}_@\\-]/u.test(text.charAt(start + length));
}

function isPlaceName(sentence: Sentence, at: number, profile: CompiledProfile): boolean {
  const word = sentence.analysis.words.folded[at];
  if (word === undefined || NO_PLACE.has(word)) return false;
  return profile.isLocation(word) || /^\p{Lu}\p{L}+/u.test(sentence.analysis.wordAt(at));
}
