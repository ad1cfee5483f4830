import { type Found, findPhrases } from '../text/find.ts';
import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import type { Passage, TicketText } from '../text/ticket-text.ts';

/** So many attempts in vain are enough. */
export const ENOUGH_ATTEMPTS = 3;

const JOURNALS = [['workNotes'], ['comments']] as const;
const WHOM = '(user|users|usr|caller|customer|client|employee|requester|requestor|him|her|them|he|she|they)';

/** The user did not answer. */
export const UNANSWERED = phraseSet([
  'no (answer|reply|response|reaction|revert|pickup|pick up|luck|success|ans|resp|answers|replies|responses|feedback|callback|call back|joy|show|contact|return|sign)',
  '(in vain|to no avail|fruitless|fruitlessly|fruitlessness|silence|ignored|voicemail each|no one there|nobody there)',
  "(not|never|cannot|could not|couldn't) [(been|be)] (reached|contacted|gotten hold|got hold)",
  '(not|never|unable) [(been|able|ever)] [able] (reach|to reach|to contact|to get hold|to get in touch|turned up|turn up|showed up|show up)',
  'not (reachable|available|picking|answering|responding|answered|replied|responded|reverted|reached)',
  '(unreachable|unresponsive|unavailable|unanswered|unsuccessful|engaged|lvm|unreached)',
  '(nobody|noone|no one|never|none|nothing) [(has|have|had|was|been|ever|of them|back|an|any|a)] (picked|answered|answer|replied|responded|reacted|heard|received|reached|came|called|returned)',
  '(answered|replied to|reacted to|returned|responded to) (none|neither) of',
  "(not|didn't|didnt|never|hasn't|haven't|without|no) [(get|got|receive|received|getting|receiving|have|had|hear|heard)] [(any|a|an|back|single|further)] (response|reply|answer|reaction|feedback|return|sign of life|word)",
  '(lack|absence) of [(any|an|a)] (response|reply|answer|reaction|feedback)',
  "(hasn't|has not|hasnt|haven't|never|didn't|did not|not) [(ever|once)] (come|came|called|rung|written|wrote|got|get|gotten|been) back [(to)]",
  '(answering machine|voicemail|voice mail|vm|mailbox) (only|every|each|again|reached)',
  '(only|every time|each time|again) [(his|her|the|an|user|got)] (answering machine|voicemail|voice mail|vm|mailbox)',
  'missed (her|him|them|user|the user)',
  "(did not|didn't|didnt|does not|doesn't|has not|hasn't|have not|haven't|not) [yet] (answer|answered|reply|replied|respond|responded|pick|picked|react|come back|came back|get back|revert|reverted)",
  `(could not|couldn't|cannot|can't|unable to|not able to|failed to) (reach|contact|get hold of|get in touch|connect) [(with|to)] [the] ${WHOM}`,
  'not get hold of',
  "(not|haven't|havent|hasn't|hasnt|didn't|didnt) [(yet|have)] (heard|hear) [(anything|back)] [back] from",
  '(left|leaving|leave) [(a|an|him|her|another|the|one)] (voicemail|voice mail|vm|message|voice message|vmail)',
  '(rings|rang|ringing|ring) out',
  '(went|goes|going|straight|got|again|only) [(straight|your|his|her|the)] [to] (voicemail|voice mail|vm|mailbox|answering machine)',
  'called again vm',
  'without (success|response|reply|answer|luck)',
  'awaiting (response|reply) from [the] user',
]);
/** "No answer awaited" tells of no attempt. */
const NO_ATTEMPT = phraseSet(['no (answer|reply|response|reaction) (awaited|needed|required|expected|necessary)']);
/** Attempts that are counted out. */
const COUNTED = phraseSet([
  '(three|3|four|4|five|5|third|3rd|six|6) [(and last|and final|last|final|unsuccessful|failed|contact|follow|documented|unanswered|consecutive|different|such|separate|more|phone|missed|working)] [(up|contact)] (attempt|attempts|tries|follow up|f u|followup|follow ups|followups|reminders|reminder|calls|call|mails|mail|emails|times|days|try|occasions|time|voicemails|messages|pings|contact|rings)',
  '(attempt|reminder|follow up|followup|try|call|mail|chaser|contact|f u) [(no|number|nr)] (3|three|iii)',
  '(thrice|3x|x3)',
]);
/** The rule by its name tells of the attempts and of their failure. */
const RULE = phraseSet(['(3|three|third) (strike|strikes)', '(3|three) (strike|strikes) (rule|policy|process)']);
/** A supposition that only tells what was asked. */
const ASKS_WHETHER = phraseSet(['(asking|asked|ask|asks) ... (whether|if)']);
/** The user was reached after all. */
const REACHED = phraseSet([
  `${WHOM} [(has|then|now|finally|just)] (answered|replied|responded|called|picked|rang|confirmed|confirms|says|said|came back|got back|wrote|agreed|mailed|emailed|phoned|pinged|messaged|returned)`,
  `(spoke|spoken|talked) (to|with) [the] ${WHOM}`,
  '(picked up|called back|rang back|got hold of|got through to|reached|spoke to|spoke with)',
]);
/** Turning to the user, whatever came of it. */
const CONTACT = phraseSet([
  '(call|called|calls|calling|rang|ring|rung|phoned|dialled|mail|mailed|mails|email|emailed|emails|e mail|wrote|written|chat|chatted|pinged|messaged|texted|teams|reach|reached|contact|contacted|contacting|contacts|attempt|attempts|reminder|reminders|reminded|chased|tried|missed|followed up|follow up|f u|knocked|visited)',
]);
const ORDINALS = [phraseSet(['(first|1st)']), phraseSet(['(second|2nd)']), phraseSet(['(third|3rd|last)'])];
const A_DATE =
  /\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b|\b\d{1,2}(?:st|nd|rd|th)?\.?[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|\b(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b/giu;

const A_TIME = /\b\d{1,2}:\d{2}\b/gu;

/** The attempts to reach the user that stayed unanswered: how many are told in these fields or in the journals. */
export function countUnansweredAttempts(text: TicketText, fields: readonly string[]): number {
  const counts = text.passages(fields).map(attemptsIn);
  return Math.max(0, ...counts, sinceReached(text));
}

/** Attempts told in one text: counted out, by their dates, or one by one; none if the user was reached in the end. */
function attemptsIn(passage: Passage): number {
  if (findTold(passage, RULE).length > 0) return ENOUGH_ATTEMPTS;
  const unanswered = unansweredIn(passage);
  const last = unanswered.at(-1);
  if (last === undefined) return 0;
  const reached = findTold(passage, REACHED).findLast(({ modality }) => !modality.negated);
  if (reached !== undefined && isLater(reached, last)) return 0;
  if (findTold(passage, COUNTED).length > 0 || isNumbered(passage)) return ENOUGH_ATTEMPTS;
  return Math.max(unanswered.length, datesOf(passage, unanswered));
}

/** "First: …, second: …, third: …" */
function isNumbered(passage: Passage): boolean {
  return ORDINALS.every((ordinal) => passage.hits(ordinal).length > 0);
}

function isLater(found: Found, other: Found): boolean {
  return found.sentence === other.sentence
    ? found.words.from >= other.words.to
    : found.sentence.start > other.sentence.start;
}

/** Days, or times of day, at which the user was turned to, as told in sentences of contact or of silence. */
function datesOf(passage: Passage, unanswered: readonly Found[]): number {
  const told = new Set([...findTold(passage, CONTACT), ...unanswered].map(({ sentence }) => sentence));
  const distinct = (pattern: RegExp) =>
    new Set([...told].flatMap(({ analysis }) => analysis.text.toLowerCase().match(pattern) ?? [])).size;
  return Math.max(distinct(A_DATE), distinct(A_TIME));
}

/** Journal entries that tell of an attempt in vain, since the user was last reached. Journals are newest first. */
function sinceReached(text: TicketText): number {
  return Math.max(
    ...JOURNALS.map((journal) => {
      const passages = text.passages(journal);
      const reached = passages.findIndex(
        (each) => unansweredIn(each).length === 0 && findTold(each, REACHED).length > 0,
      );
      const since = reached < 0 ? passages : passages.slice(0, reached);
      return since.filter((each) => unansweredIn(each).length > 0).length;
    }),
  );
}

function unansweredIn(passage: Passage): Found[] {
  return distinct(
    findTold(passage, UNANSWERED).filter(({ sentence }) => sentence.analysis.spans(NO_ATTEMPT).length === 0),
  );
}

/** One find for each clause. */
function distinct(found: readonly Found[]): Found[] {
  return found.filter((each, at) => {
    const before = found[at - 1];
    return before?.sentence !== each.sentence || clauseOf(before) !== clauseOf(each);
  });
}

function clauseOf({ sentence, words }: Found): number | undefined {
  return sentence.analysis.clauses[words.from];
}

/** "Asked whether it works, no answer" is told; "if the user does not answer" is not. */
function findTold(passage: Passage, set: PhraseSet): Found[] {
  return findPhrases([passage], set, ({ question }) => !question).filter(
    ({ sentence, modality }) => !modality.conditional || sentence.analysis.spans(ASKS_WHETHER).length > 0,
  );
}
