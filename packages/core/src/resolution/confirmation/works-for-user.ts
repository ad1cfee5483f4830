import type { WordSpan } from '../../text/lexicon.ts';
import { phraseSet } from '../../text/phrases.ts';
import { isPlain, type Reading } from './reading.ts';
import { IS_TOLD } from './said.ts';
import { NO_TROUBLE, PERSISTS, RAN, RUNS, TOGETHER } from './states.ts';

const WHOM =
  '(user|users|usr|caller|customer|cust|client|requester|requestor|employee|enduser|colleague|him|her|them|eu|cx|partner|associate|student)';
const WHOSE =
  "(user|users|user's|usr|caller|caller's|customer|customer's|client|requester|his|her|their|end|eu|cx|partner|associate|client's)";

const CONFIRMATION = '(confirmation|confirmations|conformation|confirmaton|confermation|conf)';
const CHANNEL = '(teams|mail|email|e mail|wechat|whatsapp|chat|call|phone|message|sms|text|slack|skype|im)';

/** For the user it works. */
const WORKS_FOR = phraseSet([
  `(working|works|worked|wrking|wrkng|wokring|fine|ok|okay|good|well|opens|opened|opening|back|goes|loads|connects|restored|visible) ... (for|to) [(the|our)] ${WHOM}`,
  `(fine|ok|okay|good) with [(the|our)] ${WHOM}`,
  `(good|ok|okay|fine) from [the] ${WHOM}`,
  `(working|works|fine|ok|good) per ${WHOM}`,
  `(confirmed|verified|tested) (working|ok|okay|fine|good|resolved|fixed|successfully|fix) (by|with|w) [(the|our)] ${WHOM}`,
  `no [(more|further|other)] (issue|issues|error|errors|problem|problems) [(were|was)] (reported|raised|faced|seen|mentioned) (by|from) [(the|our)] ${WHOM}`,
  `(works|working|fine|ok|good|resolved|fixed) ... (says|said|reports|confirms|confirmed) [the] ${WHOM}`,
  `(ok|okay|fine|good|confirmed|verified) (by|w) [(the|our)] ${WHOM}`,
  `(uat|test|testing|tests) [(was|is)] (done|completed|performed|passed|carried out) (by|with) [(the|our)] ${WHOM}`,
  `${WHOSE} [end] (sign off|signoff|acceptance|feedback) [(was|is|has been|positive)] (received|given|obtained|taken|positive)`,
  `positive (feedback|response|reply|answer|result|confirmation|test) [received] (from|by|of) [(the|our)] ${WHOM}`,
  `(fix|solution|change|result|workaround|resolution|it|repair) [(was|is|has been)] (accepted|approved|signed off|acknowledged) by [(the|our)] ${WHOM}`,
  "(result|outcome) of [the] (user|user's|users) (test|check|uat|trial) [(was|is)] (ok|okay|positive|good|passed|fine|successful)",
  '(user|usr|customer|uat|business) [(test|tests|testing|check)] [(was|is|has been|were|result)] (ok|okay|positive|passed|successful|signed off|good)',
  'uat (done|completed|finished|signed)',
  `${CONFIRMATION} ... (from|by) [(the|our)] ${WHOM}`,
  `${WHOSE} ${CONFIRMATION} [mail] [(was|is|has been)] (received|recieved|obtained|attached|there|given|got|taken|done|provided)`,
  `(got|get|received|obtained|have|has) ... ${CONFIRMATION} (from|on|via|over|through|by|in) [the] ${CHANNEL}`,
  `confirmed (via|over|through|on|by|in) [(a|the)] ${CHANNEL}`,
  `no (more|further|other|new) (complaint|complaints|calls|reports|tickets|occurrences) ... (from|by) [(the|our)] ${WHOM}`,
  `user acceptance [test] (by|of|received|done|given|via|passed|ok|obtained)`,
  `(both|all|things|screens|they|calls|files|mails) (work|run|open|load) ... for [(the|our)] ${WHOM}`,
  `no [(more|further|other)] (issue|issues|error|errors|problem|problems) ... (at|from|on|in) [(the|our|it)] ${WHOSE} [(user|user's|users)] (end|side|machine|system|pc|laptop|part)`,
  `(working|works|worked|fine|ok|okay|good|well|resolved|fixed|solved|rectified) ... (at|from|on|in) [(the|our|it)] ${WHOSE} [(user|user's|users)] (end|side|machine|system|pc|laptop|part)`,
  `(confirmed|verified|validated|tested|checked|acknowledged) [(by|with|from|together with|along with|alongside)] (by|with|from) [(the|our)] ${WHOM}`,
  `tested ... (with|by|together) [(the|with)] [the] ${WHOM}`,
  `(test|printed|print|tried|tests|calls|call|verified) ... (together with|with|in presence of|along with) [(me and|the)] ${WHOM}`,
  `(as per|per|according to|as confirmed by|as informed by|as stated by|as told by|as said by|as reported by|reported by|said by|told by) [(the|our)] ${WHOSE} [(user|confirmation|feedback|update|comment|reply|mail|email|response)]`,
  `(confirmation|confirmations|conformation|feedback) [(received|came|given|taken|obtained|done)] [over mail] (from|by|of) [(the|our)] ${WHOM}`,
  `(post|upon|after|on|got|get|received|took|have|with|by|per) [(the|a|verbal|written|positive)] ${WHOSE} ${CONFIRMATION}`,
  'same [(has been|is|was|as)] (confirmed|verified|tested|acknowledged|validated)',
  '(test|tests|call|calls|tested|watched|checked) ... together',
]);
/** "same confirm with user", where no "to" or "please" makes it a wish. */
const CONFIRM_WITH = phraseSet([`(confirm|conform|confirmd|verify) (with|by|from) [(the|our|store|end)] ${WHOM}`]);
/** "works again for Mr Brandt" */
const FOR_SOMEBODY = phraseSet([
  '(works|working|fine|ok|opens|visible|back) ... for [(mr|ms|mrs|dr)]',
  '(test|call|tested|tests|tried|checked|verified) ... (together|jointly|along) with [(mr|ms|mrs|dr|miss)]',
  '(tested|retested|tried|checked|verified) [(it|this|ok|okay|fine|successfully|all)] with [(mr|ms|mrs|dr|miss)]',
]);
const PER = phraseSet([
  `(as per|per|according to|as confirmed by|as informed by|as stated by|as told by|as said by|as reported by|reported by|said by|told by) [(the|our)] ${WHOSE} [(user|confirmation|feedback|update|comment|reply|mail|email|response)]`,
]);
const PER_SOMEBODY = phraseSet([
  '(according to|as told by|as reported by|as confirmed by|as stated by) [(mr|ms|mrs|dr|the)]',
]);
const NO_CONFIRMATION = phraseSet([
  `(for|awaiting|await|awaited|pending|waiting|no|without|need|request|requested|requesting|require|asked|asking|seek|seeking|want) [(for|on|the|a|any|his|her|user)] [(the|users|user's|user|usr)] (confirmation|conf|confirm|reply|response)`,
  '(confirmation|conf|reply|response) [from user] (pending|awaited|not received|not yet)',
]);
const DOUBTED = phraseSet(['(hope|hopefully|hoping|expect|expecting|assume|assuming|presumably|should|believe|hopes)']);
/** How far behind a sign that it works the user is named: "ran end to end for Ada". */
const FOR_REACH = 6;

/** For the user it works, or the analyst saw it work at the user's side. */
export function worksForUser(reading: Reading): boolean {
  return isToldOfUser(reading) || isConfirmedWith(reading) || isForSomebody(reading) || isSeenTogether(reading);
}

function isToldOfUser(reading: Reading): boolean {
  return reading
    .spans(WORKS_FOR)
    .some(
      (span) =>
        isPlain(reading.modality(span), reading.overlaps(PER, span)) &&
        !reading.overlaps(NO_CONFIRMATION, span) &&
        !reading.follows(PERSISTS, span.from) &&
        !isTold(reading, span) &&
        !reading.precedes(DOUBTED, span) &&
        !reading.isOfClosing(span) &&
        !reading.isPartial(span.from) &&
        (!reading.overlaps(PER, span) || reading.tellsThatItWorks(0) || reading.showsThatItWorks(0)),
    );
}

function isConfirmedWith(reading: Reading): boolean {
  return reading
    .spans(CONFIRM_WITH)
    .some(
      (span) =>
        isPlain(reading.modality(span)) &&
        !/^(?:to|please|pls|kindly|will|would|shall|should|must|can|could|we|i|you|and|not|then)$/.test(
          reading.words[span.from - 1] ?? 'to',
        ) &&
        !reading.follows(PERSISTS, span.to) &&
        !reading.isBehindClosing(span),
    );
}

function isForSomebody(reading: Reading): boolean {
  const { people, sentence, words } = reading;
  const isPerson = (at: number) =>
    people.isUser(sentence, at) || people.isNamed(sentence, at) || people.isTitled(sentence, at);
  const isTroubled = reading.isTroubled(0);
  if (
    !isTroubled &&
    reading.spans(PER_SOMEBODY).some(({ to }) => isPerson(to)) &&
    (reading.tellsThatItWorks(0) || reading.showsThatItWorks(0))
  )
    return true;
  if (reading.spans(FOR_SOMEBODY).some((span) => isPlain(reading.modality(span)) && isPerson(span.to))) return true;
  return words.some((word, at) => {
    if (word !== 'for') return false;
    const whom = /^(?:the|our|mr|mrs|ms|miss|dr)$/.test(words[at + 1] ?? '') ? at + 2 : at + 1;
    return isPerson(whom) && reading.showsThatItWorks(Math.max(0, at - FOR_REACH), at, [RUNS]);
  });
}

/** "Printed two pages while I stood there", "tested with the user over Teams, upload possible". */
function isSeenTogether(reading: Reading): boolean {
  const { people, sentence, words } = reading;
  if (reading.isTroubled(0) || !reading.has(TOGETHER) || reading.precedes(DOUBTED, END) || reading.has(NO_CONFIRMATION))
    return false;
  if (!words.some((_, at) => people.isSomebody(sentence, at))) return false;
  return (
    reading.spans(TOGETHER).some((span) => isPlain(reading.modality(span)) && !reading.modality(span).request) &&
    (reading.tellsThatItWorks(0) || reading.showsThatItWorks(0, Number.POSITIVE_INFINITY, [RUNS, RAN, NO_TROUBLE]))
  );
}

const END: WordSpan = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY, gapped: false };

/** "Informed the user that it works": in the same clause. */
function isTold(reading: Reading, span: WordSpan): boolean {
  const { clauses } = reading.sentence.analysis;
  return reading.spans(IS_TOLD).some((told) => told.from <= span.from && clauses[told.from] === clauses[span.from]);
}
