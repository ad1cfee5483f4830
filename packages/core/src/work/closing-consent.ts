import type { Ticket } from '@tqrs/parser';
import { type Found, findPhrases, quote } from '../text/find.ts';
import { NEGATION } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import { CLOSING_LABEL, grantedByForm } from './granting-lines.ts';
import { People } from './people.ts';

const WHOSE =
  "(user|users|user's|usr|caller|caller's|callers|customer|customer's|customers|client|client's|requester|requester's|his|her|him|them|their|employee|employee's|manager's|partner|partner's|associate|eu)";
const CLOSE = '(close|closed|closing|closure|closer|closes|cancel|cancelled|canceled|cancellation)';
const CONSENT =
  '(consent|permission|approval|agreement|acceptance|confirmation|concurrence|okay|ok|nod|blessing|authorisation|authorization|go ahead|consensus|acknowledgement|acknowledgment|conformation|wish|request)';
const GOT =
  '(gave|given|gives|give|got|gotten|obtained|took|taken|taking|received|had|has|have|with|by|upon|after|on|provided|provides|through|per|under)';
const UPON = '(with|upon|on|after|as per|per|by|under|following|w|at)';

/** Agreement, whoever is named. */
const AGREED = phraseSet([
  `(agreed|agrees|agree|agreeing|greed|consented|consents|consenting) ... ${CLOSE}`,
  `(happy|glad|content|pleased|fine|okay|ok|comfortable|satisfied) (for|with|to have|to see|that|about|if) [(the|this|it|us|we|me)] [(ticket|case|incident|call|request|one|being|to|is|be)] [(to|being|be|is|can)] [(be|been)] ${CLOSE}`,
  `(ok|okay|fine|happy|good|glad|alright|content) [(for us|for me)] (to|with|for|2) [(have|be|this|the|it)] [(ticket|it|the|this)] [being] ${CLOSE}`,
  `${GOT} [(the|a|his|her|their|verbal|written|due|full)] ${CONSENT} ... ${CLOSE}`,
  `${GOT} [(the|a|verbal|written)] ${WHOSE} ${CONSENT} ... ${CLOSE}`,
  `${WHOSE} ${CONSENT} [(is|was|has been)] (taken|given|received|obtained|granted) ... ${CLOSE}`,
  `${WHOSE} ${CONSENT} (to|for|of) [the] [(ticket|case)] ${CLOSE}`,
  `${CLOSE} ... ${UPON} [(the|a|verbal|due)] ${WHOSE} ${CONSENT}`,
  `${CLOSE} ... ${UPON} [(the|a|verbal|due)] ${CONSENT} (of|from|by) [(the|our|end)] [end] ${WHOSE}`,
  `${CLOSE} ... ${UPON} [the] ${WHOSE} (own|explicit|express|verbal|written) ${CONSENT}`,
  `${CLOSE} [(was|is|has been|been)] (agreed|accepted|approved|confirmed|authorised|okayed|requested)`,
  `${CLOSE} ... (as|when) [was] (agreed|requested|asked|advised|confirmed|instructed) [(with|by|from)] [the] ${WHOSE}`,
  `${CLOSE} ... as agreed`,
  `agreed ${CLOSE}`,
  '(agreed|agrees|agree|ok|okay|fine|go ahead|permission|consent|consented|happy) (to|for|that) [the] [(ticket|case|incident)] [(can be|may be|be)] (resolve|resolved|resolving)',
  '(agreed|agrees) [the] (ticket|case|incident) (can|may) be resolved',
  `${CONSENT} (obtained|received|given|taken|granted) ... ${CLOSE}`,
  `(took|taken|with) ${WHOSE} (concern|concent|consern) ... ${CLOSE}`,
  `(agreed|agreement) with [the] ${WHOSE} ... ${CLOSE}`,
  `no (objection|objections|issue|issues|problem|concern|concerns) ... ${CLOSE}`,
  `go ahead [(to|and|for|with)] [(the|it|ticket)] ${CLOSE} [was] given`,
  `(per|as per|according to|with) [the] ${WHOSE} ... (can|may) be ${CLOSE}`,
  `(ok|okay|fine|go ahead|agreed|yes) (to|2|for|with) (close|closure|closing)`,
]);
/** Agreement where the user is the one who does it. */
const SAID = phraseSet([
  `(asked|requested|told|wants|want|wanted|wished|wishes|said|says|say|advised|instructed|informed|mentioned|stated|replied|suggested|asks|requests|tells|wrote|writes|answered|confirmed|confirms|accepted|accepts|approved|approves|allowed|allows|permitted|authorised|authorized|okayed|okays|acknowledged|acknowledges|let|lets|prefers|preferred|ok|okay|okey) ... ${CLOSE}`,
  `(happy|fine|ok|okay|glad|good|satisfied|content|comfortable|pleased|okey|alright|cool|relaxed) ... ${CLOSE}`,
  `would (like|be fine|prefer) ... ${CLOSE}`,
  `go ahead ... ${CLOSE}`,
  `(we|i|it|ticket|case|incident|call|this|they) (can|may|could) [(now|be|also|go ahead and)] [now] (close|closed)`,
  `(yes|yep|ok) (to|for|on) [the] ${CLOSE}`,
  `${CLOSE} (by|from) [the] ${WHOSE} [(himself|herself|themselves|self)]`,
  'closed [the] (ticket|chat|case|incident) (himself|herself|themselves)',
  `(can|may) be closed as [(per|the|confirmed by)] [the] ${WHOSE}`,
]);
/** "He answered yes when asked if it may be closed", "does not mind if we close". */
const ANSWERED_YES = phraseSet([
  `(doesn't|doesnt|does not|didn't|did not|won't|wouldn't) (mind|object) ... ${CLOSE}`,
  `(answered|said|replied|says|answers) [with] (yes|yep|ok|okay|sure) ... (if|whether|to|for) ... ${CLOSE}`,
]);
/** The user's own words. */
const ASKS_TO_CLOSE = phraseSet([
  '(please|pls|plz|kindly) [(go ahead and|feel free to|you can|do|also|now)] close',
  'feel free to close',
  '(you|u) (can|may|could) [(now|please|kindly|also|go ahead and|then)] (close|mark it closed)',
  'close (the|this) (ticket|case|incident|call|one|request) (thanks|thank you)',
]);
/** Asking for it, or for something else first. */
const ASKED = phraseSet([
  `(ask|asked|asking|asks|requested|requesting|request|seek|seeking|sought|waiting|awaiting|pending|await|need|needs|wait|waited|required|require|follow|followed|let us know|let me know|check|checked|checking|confirm) [(for|on|with|to|up)] [(the|a|an|if)] [(user|users|user's|caller|his|her|him|them|usr|customer)] [(for|if|to|on|about|whether)] [(we|the|his|her|closure|user|a)] [(can|may|permission|consent|confirmation|approval|close|could|ok)]`,
  'before (closing|we close|closure)',
  '(close|closed) ... (once|if|when|unless|until)',
  'so (that|we|i) [we] [can]',
  '(confirm|tell|advise) (if|whether|when|that)',
]);
const OTHER_TICKETS = new Set(['child', 'related', 'other', 'parent', 'duplicate', 'all', 'old', 'linked']);
const SUPPOSES = new Set([
  'if',
  'whether',
  'once',
  'until',
  'unless',
  'when',
  'will',
  'shall',
  "we'll",
  "i'll",
  'tomorrow',
  'later',
]);

/** The words by which the user agreed to the closing, or asked for it. */
export function findClosingConsent(passages: readonly Passage[], ticket: Ticket): Evidence | undefined {
  const people = new People(ticket);
  const found =
    findPhrases(passages, AGREED, always).find((each) => isGiven(each) && !isAskedFor(each)) ??
    findPhrases(passages, SAID, always).find(
      (each) => isGiven(each) && isSaidBy(people, each) && !isAskedFor(each, people),
    ) ??
    findPhrases(passages, ANSWERED_YES, always).find(({ sentence, words }) => people.isActor(sentence, words.from)) ??
    findPhrases(passages, ASKS_TO_CLOSE, always).find((each) => isGiven(each) && !isAskedFor(each) && !isOther(each));
  if (found !== undefined) return quote(found.passage, found.sentence);
  for (const passage of passages) {
    const line = grantedByForm(passage, CLOSING_LABEL);
    if (line !== undefined) return line;
  }
  return undefined;
}

const always = () => true;

/** "Please close the child ticket too": not the one at hand. */
function isOther({ sentence, words: { to } }: Found): boolean {
  return sentence.analysis.words.folded.slice(to, to + 3).some((word) => OTHER_TICKETS.has(word));
}

/** Neither denied, asked, supposed nor to come. A wish to close is agreement. */
function isGiven({ sentence, words: { from, to } }: Found): boolean {
  const { analysis } = sentence;
  const { clauses, words } = analysis;
  if (analysis.isQuestion) return false;
  const lead = words.folded.slice(Math.max(0, from - 4), from);
  if (lead.some((word, at) => SUPPOSES.has(word) && clauses[Math.max(0, from - 4) + at] === clauses[from]))
    return false;
  if (words.folded.slice(from, to).some((word) => SUPPOSES.has(word))) return false;
  return !isDenied(sentence, from, to);
}

/** A denial stands inside, or close before with no other subject between. */
function isDenied({ analysis }: Found['sentence'], from: number, to: number): boolean {
  const { clauses, words } = analysis;
  return analysis.spans(NEGATION).some((cue) => {
    if (cue.from > from && cue.from < to) return words.folded[from] !== 'no';
    if (cue.from >= from || from - cue.to > 4 || clauses[cue.from] !== clauses[from]) return false;
    return !words.folded.slice(cue.to, from).some((word) => /^(?:he|she|they|user|caller|and|anymore)$/.test(word));
  });
}

/** The user said it, and was not told it. */
function isSaidBy(people: People, { sentence, words: { from } }: Found): boolean {
  const { folded } = sentence.analysis.words;
  const before = folded[from - 1] ?? '';
  if (
    /^(?:was|were|been|being|is|not)$/.test(before) &&
    /^(?:asked|told|informed|advised|requested|instructed|let)$/.test(folded[from] ?? '')
  )
    return false;
  const whom = folded[from + 1] === 'the' ? from + 2 : from + 1;
  if (
    /^(?:asked|told|informed|advised|requested|instructed)$/.test(folded[from] ?? '') &&
    people.isUser(sentence, whom)
  )
    return false;
  return people.isActor(sentence, from);
}

/** "Asked the user whether we can close": our asking stands before. */
function isAskedFor({ sentence, words }: Found, people?: People): boolean {
  return sentence.analysis
    .spans(ASKED)
    .some(
      ({ from, to }) =>
        from <= words.from &&
        to > words.from - 3 &&
        !sentence.analysis.words.folded.slice(to, words.from).includes('and') &&
        !(people?.isActor(sentence, from) ?? false),
    );
}
