import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import { type Found, findPhrases } from '../text/find.ts';
import { isStated, type Modality } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Passage } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';

const USER = '(user|usr|caller|customer|cust|client|cx|requester|requestor|employee|colleague|him|her|them|you)';

/** An agent was in touch with the user, or tried to be. */
const CONTACT = phraseSet([
  `(called|phoned|telephoned|rang|ringed|messaged|pinged|texted|emailed|mailed|contacted|reached|updated|informed|notified|advised|told|instructed|walked|asked) [(back|up|the|to)] [(the|our)] ${USER}`,
  `e mailed [(back|the|our)] ${USER}`,
  `(spoke|spoken|talked|chatted|confirmed|verified|checked|tested|worked|discussed|agreed) [(it|this)] [together] (to|with|w) [(the|our)] ${USER}`,
  `(reached|got) (out|through|back) to [(the|our)] ${USER}`,
  `got hold of [(the|our)] ${USER}`,
  `followed up with [(the|our)] ${USER}`,
  `(call|chat|phone call|teams call|session|screen share|conversation|callback) with [(the|our)] ${USER}`,
  `sent [(a|an|the|another)] [(teams|chat|follow up|reminder|update|text)] [(e mail|email|mail|message|chat|reminder|update|sms|text)] to [(the|our)] ${USER}`,
  `sent [(the|our)] ${USER} [(a|an|the|another)] [(teams|chat|follow up)] (e mail|email|mail|message|chat|reminder|update|sms|text)`,
  `(replied|responded|answered|wrote|written) [back] to [(the|our)] ${USER}`,
  `(called|rang|phoned|emailed|messaged) back`,
  '(called|rang|phoned|emailed|messaged) (me|us|the desk|the service desk) back',
  '(call back|callback) [(was|has been)] (done|made|completed|carried out|performed)',
  `(mail|email|message|reminder|update|sms|text|invite) [(was|has been|is)] (sent|send) to [(the|our)] ${USER}`,
  `(shared|sent|explained|walked|guided) ... (with|to) [(the|our)] ${USER}`,
  '(lvm|vm left|voicemail left|message left)',
  'left [(a|another)] [(voice|detailed|short)] (voicemail|mail|message|vm|msg)',
  '(went|got|sent|straight) to [(voice|his|her|their)] (voicemail|mail|mailbox)',
  `(1st|2nd|3rd|4th|first|second|third|fourth|final|last) [(contact|call|callback|follow up)] (attempt|reminder|chaser)`,
  `(user|usr|caller|customer|cust|client|cx|requester|employee|he|she) [(has|have|was|also|then|now|just)] (confirmed|confirms|replied|replies|responded|answered|called|phoned|rang|wrote|said|says|stated|states|tested|agreed|accepted|thanked)`,
  'on the (phone|line) with',
  'as (agreed|discussed|promised|mentioned) [(on|over|in|by|during)]',
  'per [(the|our)] (user|caller|customer|requester)',
]);

/** An attempt counts although it failed: "could not reach the user", "tried to call, no answer". */
const ATTEMPT = phraseSet([
  `(could not|couldn't|couldnt|cannot|can't|unable to|not able to|failed to|did not|didn't) (reach|contact|get hold of|get through to) [(the|our)] ${USER}`,
  `(tried|attempted|trying|attempting) [(to|again to)] (call|calling|phone|ring|contact|contacting|reach|reaching|message|email) [(the|our)] [${USER.slice(1, -1)}]`,
  '(called|phoned|rang|tried|calling) ... no (answer|reply|response)',
  `no (answer|ans|pick up|pickup) [(from|on|by|when)]`,
  `[(user|caller|he|she)] (did not|didn't|does not|doesn't|not) (answer|pick up|picked up)`,
]);

/** What is done to a person whose name follows: "called Ada", "spoke with Mr Ohm". */
const TOWARDS = phraseSet([
  '(called|phoned|rang|messaged|pinged|texted|emailed|mailed|contacted|updated|informed|notified|advised|told) [back]',
  '(spoke|spoken|talked|chatted|confirmed|tested|checked|followed up|call|chat|session) (to|with)',
  '(reached|got) (out|through|back) to',
]);
/** What closes a ticket and says nothing else: thanks, regards, an offer of more help. */
const CLOSING = phraseSet([
  '(closing|closed|close|closes|resolving|resolved) ... (ticket|incident|case|request|chat)',
  '(ticket|incident|case|request|chat) ... (closed|closing|close|closes|resolved)',
  'no (response|reply|answer)',
  '(not|without) ... (heard|response|reply|answer)',
  '(thank|thanks|regards|greetings|sincerely|cheers)',
  '(anything|something) (more|else)',
  '(feel free|let us know|let me know|contact us|reach out|get in touch|reopen|reply to this)',
  '(nice|great|good|lovely|wonderful) (day|evening|weekend|morning|afternoon)',
]);

/** Said in the entry of the promise itself, only these tell that it was kept by the time of writing. */
const CALLED_BACK = phraseSet([
  `(called|rang|phoned) [(the|our)] [${USER.slice(1, -1)}] back`,
  `(called|rang|phoned) back [(the|our)] [${USER.slice(1, -1)}]`,
  'as promised',
  '(call back|callback) [(was|has been)] (done|made|completed|carried out|performed)',
]);
/** Shorter sentences are greetings. In words. */
const SHORTEST_ANSWER = 3;
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'user', 'caller', 'the']);
const isAttempted = (modality: Modality) =>
  !(modality.conditional || modality.question || modality.future || modality.request);

/** Finds where a passage tells of contact with the user, or of an attempt at it. */
export type ContactFinder = (passage: Passage) => Found | undefined;

/** A finder that also knows the caller of this ticket by name. */
export function contactFinder(ticket: Ticket, profile: CompiledProfile): ContactFinder {
  let names: ReadonlySet<string> | undefined;
  const isNamed = (found: Found) => {
    names ??= namesOf(ticket, profile);
    return isFollowedBy(found, names);
  };
  return (passage) =>
    firstOf([
      findPhrases([passage], CONTACT, isStated)[0],
      findPhrases([passage], ATTEMPT, isAttempted)[0],
      findPhrases([passage], TOWARDS, isStated).find(isNamed),
    ]);
}

function namesOf({ caller, openedFor }: Ticket, profile: CompiledProfile): Set<string> {
  const words = [caller, openedFor].flatMap((name) => (name === undefined ? [] : wordsOf(profile.nameOf(name)).folded));
  return new Set(words.filter((word) => word.length > 1));
}

/** Whether an entry merely closes the ticket: whoever waits for an answer is none the wiser. */
export function isMereClosing(passage: Passage): boolean {
  const sentences = passage.sentences.filter(({ analysis }) => analysis.words.folded.length >= SHORTEST_ANSWER);
  return sentences.length > 0 && sentences.every(({ analysis }) => analysis.spans(CLOSING).length > 0);
}

/** Tells that somebody was called back. */
export function findCallBack(passage: Passage, after: number): Found | undefined {
  return findPhrases([passage], CALLED_BACK, isStated).find(({ sentence }) => sentence.start >= after);
}

function isFollowedBy({ sentence, words }: Found, names: ReadonlySet<string>): boolean {
  const { folded } = sentence.analysis.words;
  const at = TITLES.has(folded[words.to] ?? '') ? words.to + 1 : words.to;
  return names.has(folded[at] ?? '');
}

function firstOf(found: readonly (Found | undefined)[]): Found | undefined {
  let first: Found | undefined;
  for (const each of found) {
    if (each !== undefined && (first === undefined || each.sentence.start < first.sentence.start)) first = each;
  }
  return first;
}
