import type { WordSpan } from '../../text/lexicon.ts';
import { phraseSet } from '../../text/phrases.ts';
import type { Sentence } from '../../text/text-analyser.ts';
import { isOfUsersSide } from '../user-side.ts';
import { isPlain, type Reading } from './reading.ts';
import { PERSISTS } from './states.ts';

const WHOM =
  '(user|users|usr|caller|customer|cust|client|requester|requestor|employee|enduser|colleague|him|her|them|eu|cx|partner|associate|student)';

/** "confirmed", of whoever stands before it. */
const CONFIRMS = phraseSet([
  '(confirmed|confirms|confirmd|confd|cnfrmd|cnfmd|cnfd|confrmed|confrimed|cofirmed|comfirmed|conformed|verified|verifies|validated|acknowledged|acknowledges|cfmd|conf|cfm|cfmed|cnf)',
  "(cnf'd|conf'd|cfm'd|confirm'd)",
  '(has|have) confirm',
]);
/** "said", which confirms where it works. */
const SAYS = phraseSet([
  '(said|says|say|states|stated|mentioned|mentions|reported|reports|replied|replies|informed|informs|responded|responds|wrote|writes|told|tells|advised|advises|updated|feels|pinged|came back|called back|thanked|thanks|agrees|answered|answers|indicated|confirming|stating|saying|commented|gave|thinks|finds|laughed|adds|added|notes|noted|assured|assures|declared|admitted|reckons|claims|let us know|let me know|texted|messaged|mailed|emailed|e mailed|phoned|rang|rings|called|calls|ringing|calling|dropped by|came by|came round|stopped by|popped in|smiled|cheered|praised|nodded)',
]);
/** What else somebody confirms: who they are, what they see, that they will. */
const OTHER_MATTER = phraseSet([
  '(identity|id|location|number|phone|address|details|detail|name|email|mail|hostname|error|message|serial|asset|appointment|availability|slot|time|date|receipt|delivery|need|request|requirement|approval|approver|username|model|os|version|cost|order|impact|steps|when|which|whether|will|tomorrow|later|wants|want|needs|wrong|forgot|forgotten|happens|happened|occurs|exists|exist|returned|collected|shipped|started|starts|since|began|appears|present|issue started|same again|not|no|home|office|outage)',
  '(is|was|are|were) (a|an|the|at|in|on|using|connected|located)',
  '(was|is|were|are|being) [(only|just|in fact)] (related|due|caused|because)',
  '(can|may|could|should|must) be',
]);
/** The user is told, asked or sent something. */
export const IS_TOLD = phraseSet([
  `(informed|told|advised|notified|asked|requested|updated|guided|mailed|emailed|sent|explained|replied|instructed|called|rang|phoned|thanked|answered) [(back|mail|email|a mail|an email|out)] [to] [(the|our)] ${WHOM}`,
  '(been|was|were|is|got) [(also|duly)] (informed|told|advised|notified|asked|requested|updated|instructed)',
  '(sent|mail|email|message) [(a|an|sent)] [(mail|email|message)] to [the] (user|caller|customer|usr)',
]);
/** What a user gave to understand, as a noun. */
const ANSWER = phraseSet([
  `(answer|response|reply|message|mail|email|e mail|feedback|ping|word|note|voicemail|call|callback|chat|update|comment|info) [(came|received|back)] (from|of|by) [(the|our)] ${WHOM}`,
  "(user's|users|caller's|customer's|his|her|their|client's) (answer|response|reply|message|mail|email|feedback|comment|words|verdict)",
  '(user|caller|customer|client) (answer|response|reply|feedback|comment)',
]);
/** The desk thanks for the confirmation. */
const THANKED = phraseSet([
  '(thanks|thank you|thx|thankyou|thank u) [(very much|so much|a lot|all|again|you)] for [(your|the|ur)] [(prompt|quick|kind)] (confirmation|confirming|conformation|verifying)',
  '(thanks|thank you|thx) ... for (confirming|the confirmation|your confirmation)',
  '(further to|as per|per|based on|following|with|upon) your [(recent|last|kind)] (confirmation|conformation)',
]);
/** The desk turned to the user. */
const REACHED = phraseSet([
  '(spoke|spoken|talked|chatted|checked|caught up|got back|in touch|followed up|checked back|checked in) (to|with)',
  '(rang|rung|called|phoned|reached|got hold of|got through to|met|visited|pinged|messaged)',
  '(call|chat|spoke) (to|with)',
]);
const IS_TOLD_ANYTHING = phraseSet([
  '(informed|told|advised|notified|explained|asked|requested|guided|mailed|instructed|suggested)',
]);
/** Where in a sentence thanks begin: "Hi Ada, thanks for confirming". */
const LATEST_THANKS = 4;
/** "via mail", "over the phone". */
const CHANNEL = new Set(['via', 'over', 'by', 'through', 'on', 'per', 'in']);

/** "User says it works", "gone, says Ada", "all of it prints, as she wrote". */
export function isSaid(reading: Reading): boolean {
  return reading.spans(SAYS).some((span) => {
    if (!isPlain(reading.modality(span)) || isToldByDesk(reading, span)) return false;
    if (reading.people.isActor(reading.sentence, span.from)) {
      if (reading.follows(PERSISTS, span.to)) return false;
      if (reading.tellsThatItWorks(span.from) || reading.showsThatItWorks(span.to)) return true;
      return endsSentence(reading, span) && stands(reading, span);
    }
    return isSubjectBehind(reading, span) && stands(reading, span);
  });
}

/** "User confirmed", that it works or without more; not their number, and not that it may be closed. */
export function isConfirmed(reading: Reading): boolean {
  return reading.spans(CONFIRMS).some((span) => {
    const modality = reading.modality(span);
    if (!isPlain(modality) || modality.request) return false;
    if (isSubjectBehind(reading, span) && stands(reading, span)) return true;
    if (!isByUser(reading, span)) return false;
    if (reading.follows(PERSISTS, span.to) || reading.isBehindClosing(span) || reading.leadsToClosing(span.to, 2))
      return false;
    if (reading.tellsThatItWorks(span.to) || reading.showsThatItWorks(span.to)) return true;
    return !reading.isPartial(span.from) && !isOtherMatter(reading, span.to) && !reading.leadsToClosing(span.to, 7);
  });
}

/** "Informed the user that it is resolved": the desk speaks, and nobody answers. */
export function isOnlyTold({ analysis }: Sentence): boolean {
  const told = analysis.spans(IS_TOLD).find(({ from }) => from <= 1);
  return told !== undefined && ![SAYS, CONFIRMS].some((set) => analysis.spans(set).some(({ from }) => from >= told.to));
}

/** "Thanks for confirming, Ada": not the number, nor in advance. */
export function isThanked(reading: Reading): boolean {
  return reading
    .spans(THANKED)
    .some(
      ({ from, to }) =>
        from <= LATEST_THANKS &&
        !reading.follows(PERSISTS, to) &&
        !isOtherMatter(reading, to) &&
        !reading.leadsToClosing(to, 7) &&
        !/^(?:in|and|your|my|this|these|those)$/.test(reading.words[to] ?? ''),
    );
}

/** "Rang Mr Lee: finds his documents again" */
export function isHeardFrom(reading: Reading): boolean {
  const { people, sentence, words } = reading;
  const { clauses } = sentence.analysis;
  if (reading.has(IS_TOLD_ANYTHING)) return false;
  return reading.spans(REACHED).some(({ from, to }) => {
    const whom = /^(?:the|our|mr|mrs|ms|dr|miss|herr|frau)$/.test(words[to] ?? '') ? to + 1 : to;
    if (!people.isUser(sentence, whom) && !people.isNamed(sentence, whom)) return false;
    if (people.isActor(sentence, from)) return false;
    const next = clauses.findIndex((clause, at) => at > whom && clause !== clauses[whom]);
    return (
      next > 0 &&
      reading.isSettled(next) &&
      (reading.showsThatItWorks(next) || (reading.tellsThatItWorks(next) && !reading.follows(PERSISTS, next)))
    );
  });
}

/** "Answer of the user: …", "his reply: …" */
export function isInAnswer(reading: Reading): boolean {
  return reading
    .spans(ANSWER)
    .some(
      (span) =>
        isPlain(reading.modality(span)) &&
        !reading.follows(PERSISTS, span.to) &&
        (reading.tellsThatItWorks(span.to) || reading.showsThatItWorks(span.to)),
    );
}

/** What stands before tells that it works. */
function stands(reading: Reading, { from }: WordSpan): boolean {
  if (reading.follows(PERSISTS, 0)) return false;
  return reading.tellsThatItWorks(0, from) || reading.showsThatItWorks(0, from);
}

/** "… she reported." */
function endsSentence({ words }: Reading, { to }: WordSpan): boolean {
  return words.length - to <= 4;
}

/** "says Noor", "confirmed Mr Halloran" */
function isSubjectBehind({ people, sentence, words }: Reading, { to }: WordSpan): boolean {
  const whom = /^(?:the|our|mr|mrs|ms|dr|miss|herr|frau)$/.test(words[to] ?? '') ? to + 1 : to;
  if (/^(?:him|her|them)$/.test(words[whom] ?? '')) return false;
  return people.isUser(sentence, whom) || people.isNamed(sentence, whom);
}

/** "Informed the user that it works" */
function isToldByDesk(reading: Reading, span: WordSpan): boolean {
  if (
    /^(?:been|was|were|is|got|being)$/.test(reading.words[span.from - 1] ?? '') &&
    /(?:ed|told)$/.test(reading.words[span.from] ?? '')
  )
    return true;
  return reading
    .spans(IS_TOLD)
    .some(
      (told) =>
        told.from <= span.from &&
        told.to > span.from - 1 &&
        (reading.words[told.from - 1] === 'and' || !reading.people.isSubject(reading.sentence, told.from, true)),
    );
}

/** What is confirmed is something else; "over the phone" only tells how. */
function isOtherMatter(reading: Reading, from: number): boolean {
  return reading
    .spans(OTHER_MATTER)
    .some(
      (span) =>
        span.from >= from &&
        span.from - from < 7 &&
        !reading.words.slice(Math.max(from, span.from - 2), span.from).some((word) => CHANNEL.has(word)),
    );
}

function isByUser({ people, sentence, words }: Reading, { from, to }: WordSpan): boolean {
  if (!/^(?:by|with|from)$/.test(words[to] ?? '')) return people.isActor(sentence, from);
  const whom = words[to + 1] === 'the' ? to + 2 : to + 1;
  return (
    people.isUser(sentence, whom) ||
    people.isNamed(sentence, whom) ||
    people.isTitled(sentence, whom + 1) ||
    [whom, whom + 1].some((at) => isOfUsersSide(words, at))
  );
}
