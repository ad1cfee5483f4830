import { type Found, findPhrases, quote, spanOf } from '../../../text/find.ts';
import type { FormLine } from '../../../text/form-lines.ts';
import { LabelKind } from '../../../text/label-kind.ts';
import { isTold } from '../../../text/modality.ts';
import { phraseSet } from '../../../text/phrases.ts';
import type { Passage } from '../../../text/ticket-text.ts';
import type { Evidence } from '../../../verdict.ts';

const YES_NO_LABEL = new LabelKind([
  '[(currently|is|user|caller)] (wfh|wfo|remote|working from home|work from home|working remotely|working from office|work from office|in office|in the office|onsite|on site|home based)',
  '(wfh|office|home|remote|onsite) [or] (wfo|wfh|remote|office|home|onsite)',
  'working from',
  '(work|working) (mode|setup|arrangement|type)',
  '(office|remote|home) [(or|and)] (remote|home|office) [(worker|working|user)]',
]);
/** Lines that may as well hold an address: only a yes or no to them counts. */
const PLACE_OR_MODE = new Set(['office', 'home']);
const PLACE_LABEL = /(?:^| )(?:location|office|working|site|wfh|remote|from|mode|workplace|work)(?: |$)/;
const VALUE = /\b(?:wfh|wfo|remote(?:ly)?|home|office|on-?site|hybrid|hq|headquarters|branch|campus|building|floor)\b/i;
/** Where people work that have no office. */
const WORKPLACE = '(plant|warehouse|factory|depot|clinic|store|shop|shop floor)';
const STATED = phraseSet([
  '(wfh|wfo|homeoffice)',
  'remote (this|today|now|until|since|at the moment|for now|currently|on)',
  '(work|works|worked|working) (from|at) [(a|an|the|his|her|their)] (home|office|site|client site|hotel)',
  'home (office|worker|working|based)',
  '(works|working|worker|user|employee|based|connected|connecting) (remote|remotely|offsite|off site)',
  'remote (worker|user|working|employee|location)',
  '(is|was|currently|user|caller) remote',
  '(is|was|currently|user|caller|employee|sitting|sits|calling|called|works|working|located|logged in) [(is|currently)] (at|from|in) (home|office|the office|his office|her office|their office|our office|the main office|head office|site)',
  '(from|in|at) [(the|our|his|her|their)] (office|home|headquarters|head office|branch office|home office)',
  '(on site|onsite|in office|in ofc|home office|remotely from)',
  '(store|shop|plant|site|head|main|branch|depot|factory|regional|sales|field) office',
  '(office|home) based',
  `(is|was|am|i'm|he's|she's|works|working|sits|sitting|based|calling) [(currently|today)] (in|at|from) [(the|our|his|her|their)] ${WORKPLACE}`,
  '(floor|wing|part|side) of the office',
]);
/** `from the Oslo office`: a name stands before it. */
const OFFICE = phraseSet(['(office|branch|campus|headquarters|hq|plant|warehouse|factory|depot|clinic|store|shop)']);
/** A word that says it when it makes up its clause: `Hull, home, 555-0140`, `Lima. Remote.` */
const ALONE = phraseSet([
  '(home|office|remote|remotely|onsite|hybrid) [(today|now|this week|currently|based|worker|at the moment)]',
  `(in|at) [(the|our)] ${WORKPLACE} [(today|now|this week|currently)]`,
]);
/** An answer without a mark: `WFH no, office yes`. */
const ANSWERED = phraseSet(['(wfh|wfo|office|home office|home|remote|remotely|onsite|on site) (no|n|nope|yes|y|yep)']);
const NOR = phraseSet([
  '(nor|not) [(working|works|sitting|is)] (in|at|from) [the] (office|ofc|home)',
  '(nor|not) [(working|works)] (onsite|on site|remote|remotely|wfh|wfo)',
  'nor (office|home)',
]);
const OTHER_OFFICE = phraseSet([
  '(microsoft|ms) office',
  'office 365',
  'office apps',
  'out of office',
  'office (application*|suite|licen*|product*|365|2016|2019|2021|app|install*|update*|activation|version)',
  'on site support',
  'onsite (support|team|engineer|technician|visit)',
  '(reinstall*|install*|repair*|updat*|open*|activat*) ... office',
  'back office',
  'home (drive|page|directory|folder|screen)',
  'remote (desktop|session|access|support|control|server|app|tool)',
]);

const NO_PLACE = new Set([
  'the',
  'microsoft',
  'ms',
  'my',
  'our',
  'his',
  'her',
  'open',
  'libre',
  'back',
  'post',
  'reinstalled',
  'in',
  'from',
  'at',
  'installed',
  'app',
  'apple',
  'google',
  'play',
  'windows',
  'company',
  'an',
  'no',
  'which',
  'this',
]);

/** Where somebody works. */
export type WorkMode = 'office' | 'remote';
const MODES: ReadonlyMap<string, WorkMode> = new Map([
  ...['wfh', 'home', 'homeoffice', 'remote', 'remotely', 'offsite'].map((word) => [word, 'remote'] as const),
  ...['wfo', 'office', 'ofc', 'onsite', 'site', 'hq', 'headquarters'].map((word) => [word, 'office'] as const),
]);

/** What a passage says about one of the two, or about either. */
export interface WorkModeClaim {
  readonly mode: WorkMode | undefined;
  readonly isDenied: boolean;
  readonly evidence: Evidence;
}

/** Reads the form lines of a passage, its terse answers (`WFH no`) and its sentences. */
export function* workModeClaims(passage: Passage): Generator<WorkModeClaim> {
  for (const line of passage.formLines) {
    const claim = claimOfLine(line);
    if (claim !== undefined) yield { ...claim, evidence: quote(passage, { start: line.start, end: line.end }) };
  }
  for (const found of findPhrases([passage], ANSWERED, isTold)) {
    if (isAnswer(found)) yield claim(found, isNo(found));
  }
  for (const found of findPhrases([passage], NOR, isTold)) {
    if (!isOtherOffice(found)) yield claim(found, true);
  }
  for (const found of findPhrases([passage], STATED, isTold)) {
    if (!isOtherOffice(found) && !isAnswered(found)) yield claim(found, found.modality.negated);
  }
  for (const found of findPhrases([passage], ALONE, isTold)) {
    if (standsAlone(found) && !isLabel(found)) yield claim(found, false);
  }
  for (const found of findPhrases([passage], OFFICE, isTold)) {
    if (!isOtherOffice(found) && followsName(found))
      yield claim({ ...found, words: { ...found.words, from: found.words.from - 1 } }, found.modality.negated);
  }
}

/** A yes or no says something only behind a label that names one of the two. */
function claimOfLine({ label, answer, value }: FormLine): Omit<WorkModeClaim, 'evidence'> | undefined {
  const isModeLabel =
    YES_NO_LABEL.matches(label) || (PLACE_OR_MODE.has(label) && (answer === 'no' || /^y/i.test(value)));
  if (answer === 'given')
    return (isModeLabel || PLACE_LABEL.test(label)) && VALUE.test(value)
      ? { mode: undefined, isDenied: false }
      : undefined;
  const mode = isModeLabel && answer !== 'blank' ? modeOf(label.split(' ')) : undefined;
  return mode === undefined ? undefined : { mode, isDenied: answer === 'no' };
}

function claim(found: Found, isDenied: boolean): WorkModeClaim {
  const { passage, sentence, words } = found;
  const mode = modeOf(sentence.analysis.words.folded.slice(words.from, words.to));
  return { mode, isDenied, evidence: quote(passage, spanOf(found)) };
}

/** The one of the two that these words name; undefined where they name both or neither. A home office is remote. */
function modeOf(words: readonly string[]): WorkMode | undefined {
  const modes = new Set(
    words
      .filter((word, at) => !(word === 'office' && words[at - 1] === 'home'))
      .flatMap((word) => MODES.get(word) ?? []),
  );
  return modes.size === 1 ? [...modes][0] : undefined;
}

/**
 * A yes or no right behind the word, and nothing behind it that it could belong to: "WFH no VPN client" and
 * "Office no: 555-0100" are no answers.
 */
function isAnswer({ sentence, words: { to } }: Pick<Found, 'sentence' | 'words'>): boolean {
  const { clauses, text, words } = sentence.analysis;
  const before = words.folded[to - 3] ?? '';
  if (
    before === 'or' ||
    MODES.has(before) ||
    !/^\s*[:=-]?\s*$/.test(text.slice(words.ends[to - 2], words.starts[to - 1]))
  )
    return false;
  if (/^\s*[.#]?\s*[:+\d]/.test(text.slice(words.ends[to - 1]))) return false;
  return clauses[to] !== clauses[to - 1] || words.folded[to] === 'and' || MODES.has(words.folded[to] ?? '');
}

function isNo({ sentence, words }: Found): boolean {
  return (sentence.analysis.words.folded[words.to - 1] ?? '').startsWith('n');
}

/** Part of a terse answer, which is read on its own. */
function isAnswered({ sentence, words }: Found): boolean {
  return sentence.analysis
    .spans(ANSWERED)
    .some((answer) => answer.from <= words.from && words.to <= answer.to && isAnswer({ sentence, words: answer }));
}

function standsAlone({ sentence, words }: Found): boolean {
  const { clauses } = sentence.analysis;
  const clause = clauses[words.from];
  return clauses[words.from - 1] !== clause && (clauses[words.to] !== clause || isFollowedByPlace(sentence, words.to));
}

/** `home in Malton`, `office Aachen`: the name ends the clause. In capitals the office may be the product. */
function isFollowedByPlace({ analysis }: Found['sentence'], at: number): boolean {
  const { clauses, words } = analysis;
  const led = words.folded[at] === 'in' || words.folded[at] === 'near';
  const name = led ? at + 1 : at;
  return (
    (led || analysis.wordAt(at - 1) === 'office') &&
    /^\p{Lu}\p{L}{2,}/u.test(analysis.wordAt(name)) &&
    clauses[name + 1] !== clauses[at]
  );
}

/** The label of a form line says what is asked, not what is so. */
function isLabel(found: Found): boolean {
  const { start, end } = spanOf(found);
  return found.passage.formLines.some((line) => line.start <= start && end <= line.labelEnd);
}

/** The product, or an office that somebody goes to. */
function isOtherOffice({ sentence, words }: Found): boolean {
  return sentence.analysis.spans(OTHER_OFFICE).some(({ from, to }) => from < words.to && words.from < to);
}

function followsName({ sentence, words }: Found): boolean {
  const before = words.from - 1;
  return (
    /^\p{Lu}\p{L}{2,}/u.test(sentence.analysis.wordAt(before)) &&
    !NO_PLACE.has(sentence.analysis.words.folded[before] ?? '')
  );
}
