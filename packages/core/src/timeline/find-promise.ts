import { type Found, findPhrases } from '../text/find.ts';
import type { Modality } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Passage } from '../text/ticket-text.ts';
import { type Due, dueTimeIn } from './due-time.ts';
import type { WorkingCalendar } from './working-time.ts';

const USER = '(you|him|her|them|user|usr|caller|customer|client|cx|requester|employee)';
const USERS = USER.slice(1, -1);
const WILL = "(will|shall|i'll|we'll|going to|gonna)";
const OFTEN = '[(also|then|personally|now|be|try to|definitely|surely)]';

/** Contact that an agent is going to make. Who is speaking is looked at apart from the phrase. */
const WILL_CONTACT = phraseSet([
  `${WILL} ${OFTEN} (call|phone|ring|telephone|contact|message|email|update|inform|notify|ping|calling|contacting) [(the|our)] ${USER}`,
  `${WILL} ${OFTEN} (call|phone|ring|calling) back`,
  `${WILL} ${OFTEN} give [(the|our)] ${USER} (a|another) (call|ring|callback)`,
  `${WILL} ${OFTEN} (get|come) back (to|with) [(the|our)] ${USER}`,
  `${WILL} ${OFTEN} (get|be) [back] in touch`,
  `${WILL} ${OFTEN} (follow up|reach out|reach back|check back|check in|report back|revert|revert back|reply) (with|to) [(the|our)] ${USER}`,
  `${WILL} ${OFTEN} let [(the|our)] ${USER} know`,
  `${WILL} ${OFTEN} tell [(the|our)] ${USER}`,
  `${WILL} ${OFTEN} keep [(the|our)] ${USER} (updated|posted|informed)`,
]);
/** Contact that was agreed, or that a note reminds of: "callback agreed for 15:00", "call user back tomorrow". */
const AGREED = phraseSet([
  '(call back|callback) [(is|was|has been)] (scheduled|arranged|agreed|booked|planned|promised|set)',
  '(scheduled|arranged|agreed|booked|promised|set up|offered) [(a|the|on a|for a)] (call back|callback)',
  `(promised|agreed|arranged) [${USERS}] to (call|ring|phone|contact) [(the|our)] [${USERS}] back`,
  `promised to (call|ring|phone|contact|update) [(the|our)] ${USER}`,
]);
/** Promises only where a time is named: "will revert by EOD" is one, "will revert the change" is none. */
const TIMED = phraseSet([`${WILL} ${OFTEN} (revert|call|phone|ring|update|reply|report)`]);
/** Reminders of one's own, which other fields have other uses for: "Call back 555-0115", "Callback after 17:00". */
const REMINDER = phraseSet([
  `(call|ring|phone) [(the|our)] [${USERS}] back (at|tomorrow|on|in|by|between|before|after|later|today)`,
  '(call back|callback) (at|tomorrow|on|in|by|between|before|later|today)',
]);
/** Said of somebody else: what they will do is no promise of the desk. */
const OTHERS = new Set(
  "he she they it who someone somebody nobody one vendor supplier manufacturer partner provider team teams group manager colleague colleagues assistant he'll she'll they'll".split(
    ' ',
  ),
);
const USER_WORDS = new Set('user usr caller customer client cx requester employee'.split(' '));
const TELLING = new Set('told informed advised notified updated promised assured'.split(' '));
/** What the user says of themselves: "User said I will call back." */
const USER_SAID = phraseSet([
  '(user|caller|customer|client|he|she|they) (said|says|stated|states|mentioned|replied|wrote|answered)',
]);
const FIRST_PERSON = new Set(['i', "i'll"]);
const TIED = new Set('if once when whenever unless'.split(' '));
/** They lead to a time as well: "after lunch", "after the reboot". */
const TIED_UNLESS_TIMED = new Set('after until till'.split(' '));
/** Somebody of the desk who is no name although written with a capital. */
const DESK = new Set('we i support sd desk servicedesk helpdesk technician tech engineer analyst agent'.split(' '));
/** What can stand behind "will call" that is not whom. */
const TIMING = new Set(
  'at on by in within before after between around tomorrow tomorow tommorow tommorrow tmrw tmr tmw today tonight later this next again'.split(
    ' ',
  ),
);

/** A promise of contact, with the time that is named for it. */
export interface FoundPromise {
  readonly found: Found;
  readonly due: Due | undefined;
  /** It hangs on something that may never happen: "will call you once the part is here". */
  readonly tied: boolean;
}

/**
 * The first promise of contact that a passage makes for the desk.
 *
 * @param saidAt When it was written, in milliseconds since 1970; undefined where that is not known.
 */
export function findPromise(
  passage: Passage,
  saidAt: number | undefined,
  calendar: WorkingCalendar,
): FoundPromise | undefined {
  const dueOf = (found: Found) => dueTimeOf(found, saidAt, calendar);
  const isTimed = (found: Found) => dueOf(found) !== undefined;
  const found =
    findPhrases([passage], WILL_CONTACT, isNotAsked).find(isByDesk) ??
    findPhrases([passage], TIMED, isNotAsked).find(
      (each) => isByDesk(each) && isFollowedByTime(each) && isTimed(each),
    ) ??
    findPhrases([passage], AGREED, isAgreed).find(isOwn) ??
    (passage.field === 'workNotes'
      ? findPhrases([passage], REMINDER, isAgreed).find((each) => isOwn(each) && isTimed(each))
      : undefined);
  if (found === undefined) return undefined;
  const due = dueOf(found);
  const tied = isTied(found, due !== undefined);
  return found.modality.conditional && !tied ? undefined : { found, due, tied };
}

function isNotAsked({ question }: Modality): boolean {
  return !question;
}

function isAgreed({ negated, question, request }: Modality): boolean {
  return !(negated || question || request);
}

/** The time that is named behind the promise, or else before it in the same clause. */
function dueTimeOf({ sentence, words }: Found, saidAt: number | undefined, calendar: WorkingCalendar): Due | undefined {
  const behind = dueTimeIn(sentence, words.from, saidAt, calendar);
  if (behind !== undefined) return behind;
  const { clauses } = sentence.analysis;
  return dueTimeIn(sentence, clauses.indexOf(clauses[words.from] ?? 0), saidAt, calendar);
}

/** Whether it is the desk that will: "will call back", "we will", "told the user that I will"; not "the user will". */
function isByDesk(found: Found): boolean {
  const { sentence, words } = found;
  if (sentence.analysis.isQuestion) return false;
  const { folded } = sentence.analysis.words;
  const first = folded[words.from] ?? '';
  const before = subjectOf(found);
  if (FIRST_PERSON.has(before) || FIRST_PERSON.has(first)) {
    return !sentence.analysis.spans(USER_SAID).some(({ to }) => to <= words.from);
  }
  if (before === '' || first.endsWith("'ll")) return true;
  if (OTHERS.has(before)) return false;
  if (USER_WORDS.has(before)) return isToldToUser(found);
  const written = sentence.analysis.wordAt(words.from - 1);
  return DESK.has(before) || (words.from > 1 && written === written.toLowerCase());
}

/** "Informed the user will call him tomorrow": the one who calls is not the one who is called. */
function isToldToUser({ sentence, words }: Found): boolean {
  const { folded } = sentence.analysis.words;
  const at = folded[words.from - 2] === 'the' ? words.from - 3 : words.from - 2;
  return TELLING.has(folded[at] ?? '') && /^(?:him|her|them)$/.test(folded[words.to - 1] ?? '');
}

/** "User agreed to call back" is the user's promise, and so is "user will call back tomorrow". */
function isOwn({ sentence, words }: Found): boolean {
  const { clauses, words: all } = sentence.analysis;
  for (let at = words.from - 1; at >= 0 && clauses[at] === clauses[words.from]; at--) {
    const word = all.folded[at] ?? '';
    if (OTHERS.has(word) || USER_WORDS.has(word) || word === 'will') return false;
  }
  return true;
}

function isFollowedByTime({ sentence, words }: Found): boolean {
  return TIMING.has(sentence.analysis.words.folded[words.to] ?? '');
}

/** The word before the find in its clause. */
function subjectOf({ sentence, words }: Found): string {
  const { clauses, words: all } = sentence.analysis;
  return words.from > 0 && clauses[words.from - 1] === clauses[words.from] ? (all.folded[words.from - 1] ?? '') : '';
}

/** "After lunch" is a time; "after the reboot" is a condition. */
function isTied({ sentence, words }: Found, timed: boolean): boolean {
  const { folded } = sentence.analysis.words;
  return folded.some(
    (word, at) =>
      (at < words.from || at >= words.to) &&
      (TIED.has(word) ||
        (!timed && TIED_UNLESS_TIMED.has(word)) ||
        (word === 'soon' && folded[at + 1] === 'as' && folded[at + 2] !== 'possible')),
  );
}
