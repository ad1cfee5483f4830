import { phraseSet } from '../../text/phrases.ts';

const WHOSE =
  "(user|users|user's|usr|caller|caller's|callers|customer|customer's|customers|client|client's|requester|requester's|his|her|him|them|their|employee|employee's|manager's|partner|partner's|associate|eu|cx)";
const CLOSE = '(close|closed|closing|closure|closer|closes|cancel|cancelled|canceled|cancellation)';
const CONSENT =
  '(consent|permission|approval|agreement|acceptance|concurrence|okay|ok|nod|blessing|authorisation|authorization|go ahead|consensus|wish|request|go|green light|green signal|thumbs up|thumb up|go ahead|say so|instruction|word|yes|clearance|sign off|signoff)';
/** Confirming is no consent in itself: "closing with the user's confirmation" may mean that it works. */
const CONFIRMATION = '(confirmation|confirmations|conformation|acknowledgement|acknowledgment)';
const GOT =
  '(gave|given|gives|give|got|gotten|obtained|took|taken|taking|received|had|has|have|with|by|upon|after|on|provided|provides|through|per|under)';
const UPON = '(with|upon|on|after|as per|per|by|under|following|w|at)';

/** Agreement, whoever is named. */
export const AGREED = phraseSet([
  `(agreed|agrees|agree|agreeing|greed|consented|consents|consenting) ... ${CLOSE}`,
  `(happy|glad|content|pleased|fine|okay|ok|comfortable|satisfied) (for|with|to have|to see|that|about|if) [(the|this|it|us|we|me)] [(ticket|case|incident|call|request|one|being|to|is|be)] [(to|being|be|is|can)] [(be|been)] ${CLOSE}`,
  `(ok|okay|fine|happy|good|glad|alright|content) [(for us|for me)] (to|with|for|2) [(have|be|this|the|it)] [(ticket|it|the|this)] [being] ${CLOSE}`,
  `${GOT} [(the|a|his|her|their|verbal|written|due|full)] ${CONSENT} ... ${CLOSE}`,
  `${GOT} [(the|a|verbal|written)] ${WHOSE} ${CONSENT} ... ${CLOSE}`,
  `${WHOSE} ${CONSENT} [(is|was|has been)] (taken|given|received|obtained|granted) ... ${CLOSE}`,
  `${WHOSE} ${CONSENT} (to|for|of) [the] [(ticket|case)] ${CLOSE}`,
  `${GOT} [(the|a|verbal|written)] ${CONFIRMATION} (to|for|of|on|that) ... ${CLOSE}`,
  `${GOT} [the] ${WHOSE} ${CONFIRMATION} (to|for|of|on|that) ... ${CLOSE}`,
  `${GOT} [(the|a|verbal|written)] ${CONFIRMATION} (from|by|of) [the] ${WHOSE} (to|for|on|that) ... ${CLOSE}`,
  `${CONFIRMATION} [(was|is|has been)] (received|given|obtained|provided) (to|for) ... ${CLOSE}`,
  `(provide|provides|provided|gave|give|gives) [(the|his|her|their)] ${CONFIRMATION} (to|for) ... ${CLOSE}`,
  `${CLOSE} ${CONFIRMATION} [(was|is|has been)] (received|obtained|given|taken|got) [(from|by)]`,
  `${CLOSE} ... ${UPON} [(the|a|verbal|due)] ${WHOSE} ${CONSENT}`,
  `${CLOSE} ... ${UPON} [(the|a|verbal|due)] ${CONSENT} (of|from|by) [(the|our|end)] [end] ${WHOSE}`,
  `${CLOSE} ... ${UPON} [the] ${WHOSE} (own|explicit|express|verbal|written) ${CONSENT}`,
  `${CLOSE} [(was|is|has been|been)] (agreed|accepted|approved|confirmed|authorised|okayed|requested)`,
  `${CLOSE} ... (as|when) [was] (agreed|requested|asked|advised|confirmed|instructed) [(with|by|from)] [the] ${WHOSE}`,
  `${CLOSE} ... as agreed`,
  `${CLOSE} ... (as per|per|at|on|upon|by) ... request`,
  `${CLOSE} (with|w) [(the|due)] (consent|permission|approval|agreement)`,
  `agreed ${CLOSE}`,
  '(agreed|agrees|agree|ok|okay|fine|go ahead|permission|consent|consented|happy) (to|for|that) [the] [(ticket|case|incident)] [(can be|may be|be)] (resolve|resolved|resolving)',
  '(agreed|agrees) [the] (ticket|case|incident) (can|may) be resolved',
  `${CONSENT} (obtained|received|given|taken|granted) ... ${CLOSE}`,
  `(took|taken|with) ${WHOSE} (concern|concent|consern) ... ${CLOSE}`,
  `(agreed|agreement) with [the] ${WHOSE} ... ${CLOSE}`,
  `nothing (stands|speaks|is) [(in the way of|against)] ... ${CLOSE}`,
  `(per|as per|according to) [the] ${WHOSE} ... ${CLOSE}`,
  `(upon|on|at|by|per|as per|with|following|after) [(the|an|express)] [the] ${WHOSE} [(own|explicit|express|verbal|written|last)] ${CONSENT} ... ${CLOSE}`,
  `as (wished|requested|asked|agreed|instructed|told|desired|approved) (by|with) [the] ${WHOSE} ... ${CLOSE}`,
  `${CLOSE} [(was|is|has been|been|ok)] (agreed|cleared|approved|authorised|discussed and agreed|given|okayed) (with|by) [the] ${WHOSE}`,
  `${CLOSE} ... in (agreement|accordance|consultation|accord) with ... ${WHOSE}`,
  `${CONSENT} (from|by|of) [the] ${WHOSE} ... ${CLOSE}`,
  `no (objection|objections|issue|issues|problem|concern|concerns) ... ${CLOSE}`,
  `go ahead [(to|and|for|with)] [(the|it|ticket)] ${CLOSE} [was] given`,
  `(per|as per|according to|with) [the] ${WHOSE} ... (can|may) be ${CLOSE}`,
  `(ok|okay|fine|go ahead|agreed|yes) (to|2|for|with) (close|closure|closing)`,
]);
/** Agreement where the user is the one who does it. */
export const SAID = phraseSet([
  `(asked|requested|wished|asks|wants|agreed|likes) [for] (the|this|his|her|that) (ticket|case|incident|call|request) to be ${CLOSE}`,
  '(i|we) should [(just|please|now)] close (it|this|the)',
  `(agreed|asked|approval|consent|permission|told|ok|okay|approved|allowed|confirmed) [(and|for|to|us to|we can)] (resolve|resolved|resolving) [the] (ticket|case|incident|call)`,
  `(asked|requested|told|wants|want|wanted|wished|wishes|said|says|say|advised|instructed|informed|mentioned|stated|replied|suggested|asks|requests|tells|wrote|writes|answered|confirmed|confirms|accepted|accepts|approved|ok'd|oked|ok'ed|okeyed|green lit|greenlit|signed off|signs off|endorsed|cleared|agreeable|okay'd|approves|allowed|allows|permitted|authorised|authorized|okayed|okays|acknowledged|acknowledges|let|lets|prefers|preferred|ok|okay|okey) ... ${CLOSE}`,
  `(happy|fine|ok|okay|glad|good|satisfied|content|comfortable|pleased|okey|alright|cool|relaxed|grateful|agreeable) ... ${CLOSE}`,
  `requesting ... ${CLOSE}`,
  `would (like|be fine|prefer) ... ${CLOSE}`,
  '(asked|wants|wanted|would like|said|says|told|agreed|agrees|happy|fine|ok|okay) ... (shut it|shut this|shut the ticket|ticket shut|incident shut|case shut|call shut)',
  `(rang|phoned|called|mailed|emailed|wrote|came|keen) ... to (have|get|see) ... ${CLOSE}`,
  `go ahead ... ${CLOSE}`,
  `(we|i|it|ticket|case|incident|call|this|they) (can|may|could) [(now|be|also|go ahead and)] [now] (close|closed)`,
  `(yes|yep|ok) (to|for|on) [the] ${CLOSE}`,
  `${CLOSE} (by|from) [the] ${WHOSE} [(himself|herself|themselves|self)]`,
  '(closed|cancelled|canceled|withdrew) [the] (ticket|chat|case|incident|call|request) (himself|herself|themselves|by himself|by herself)',
  `in (favour|favor|agreement) ... ${CLOSE}`,
  `(like|prefer) [(the|this|it|us|to)] [(ticket|case|incident|call|to|us)] [to] ${CLOSE}`,
  '(no need|no reason|not necessary|need not|not need|nothing) ... (keep|leave|have) [(it|this|the)] [(ticket|case|incident|call)] open',
  "(don't|doesn't) [need] (need|have) to keep [(it|this|the)] [(ticket|case|incident|call)] open",
  `(can|may) be closed as [(per|the|confirmed by)] [the] ${WHOSE}`,
]);
/** "He answered yes when asked if it may be closed", "does not mind if we close". */
export const ANSWERED_YES = phraseSet([
  `(doesn't|doesnt|does not|didn't|did not|won't|wouldn't) (mind|object) ... ${CLOSE}`,
  `(answered|said|replied|says|answers) [with] (yes|yep|ok|okay|sure) ... (if|whether|to|for) ... ${CLOSE}`,
]);
/** The user's own words. */
export const ASKS_TO_CLOSE = phraseSet([
  '(from|on|for) my (side|part|end) ... (closed|archived|close)',
  '(this|it|ticket|case|issue|incident|call) (can|may) be closed (now|thanks|thank you|thx|from my side)',
  'consider (this|it|the ticket|ticket) [as] (closed|resolved)',
  'close (it|this|that|ticket|the ticket|my ticket) [now] (please|pls|plz|thanks|thank you|thx)',
  '(please|pls|plz|kindly) [(go ahead and|feel free to|you can|do|also|now)] close',
  'feel free to close',
  '(you|u) (can|may|could) [(now|please|kindly|also|go ahead and|then)] (close|mark it closed)',
  '(you|u) (can|may|could) [(now|please|kindly|also|go ahead and|then)] resolve (this|the|my) (ticket|case|incident|call|request)',
  'close (the|this) (ticket|case|incident|call|one|request) (thanks|thank you)',
]);
/** A wish to close that has the form of a question. */
export const ASKS_POLITELY = phraseSet([
  '(can|could|would|will) (you|u|someone|somebody) [(please|pls|plz|kindly)] [(just|now|also|then|go ahead and)] close [(the|this|that|my|our)] (it|this|that|ticket|case|incident|call|issue|request|one)',
]);
/** Asking for it, or for something else first. */
export const ASKED = phraseSet([
  `(ask|asked|asking|asks|requested|requesting|request|seek|seeking|sought|waiting|awaiting|pending|await|need|needs|wait|waited|required|require|follow|followed|let us know|let me know|check|checked|checking|confirm) [(for|on|with|to|up)] [(the|a|an|if)] [(user|users|user's|caller|his|her|him|them|usr|customer)] [(for|if|to|on|about|whether)] [(we|the|his|her|closure|user|a)] [(can|may|permission|consent|confirmation|approval|close|could|ok)]`,
  'before (closing|we close|closure)',
  '(close|closed) ... (once|if|when|unless|until)',
  'so (that|we|i) [we] [can]',
  '(confirm|tell|advise) (if|whether|when|that)',
]);
/** The ticket may go, whoever says so. */
export const MAY_BE_CLOSED = phraseSet([
  '(ticket|case|call|it|this|incident|issue|request) (can|may|could) [now] be (closed|resolved)',
]);
/** Those whom a desk hands its tickets on to, by their rank. */
export const SUPPORT_LEVEL = phraseSet([
  '(tier|level|line) (1|2|3|4|one|two|three|four)',
  '(1st|2nd|3rd|4th|first|second|third) (line|level|tier)',
]);
/** Whoever this is, the ticket is theirs. */
export const REPORTED_IT = phraseSet([
  'who (raised|reported|opened|requested|logged|called|asked|created|filed) [(this|it|the|in|for)]',
]);
/** The desk closes by itself. */
export const DESK_CLOSES = phraseSet([
  "(i|we|i'm|we're|i'll|we'll) [(are|am|will|shall|had|have|be)] [(now|hereby|therefore|then|also|to|be|been)] [(go|going|proceed|proceeding)] [(ahead|and|to|with)] (close|closed|closing)",
  'proceeding (to|with|for) [(the|this)] (close|closing|closure)',
  'will (follow|track|monitor|continue) ... and close (this|the) (ticket|incident|case|call)',
  'will [be] (close|closing)',
  '(closing|resolving) (the|this|it|as|since|with|by|hence|now|inc|ticket|incident)',
  '(close|closure|closed|closing) (without|due|as no|after no)',
  '(has|have|needs|need|must) [(now|still|first|then)] [to] close',
]);
/** The desk is still after the consent. */
export const PENDING = phraseSet([
  '(following up|chasing|awaiting|awaits|waiting|pending|seeking|checking in|gentle reminder|yet to|subject to)',
  "requesting [(the|a)] (user|user's|users|caller|customer|confirmation|approval|consent|permission)",
  '(please|pls|plz|kindly) (close|resolve) your',
  '(will|to) (ask|request|seek|wait|await|be asked)',
  '(reminder|reminders) [(was|were)] (sent|for|to)',
  '(please|pls|plz|kindly) (provide|give|share|send|grant|approve|confirm|reply|respond|advise|let)',
]);

/** The user's answer to the question whether the ticket may be closed. */
export const ANSWER = phraseSet([
  "(agreed|agrees|accepted|accepts|consented|approved|okayed|nodded|concurred|ok'd)",
  '(said|says|replied|answered|answers|answer|reply|response|wrote) [(was|is|with|it|a|me|us|that)] [(it|he|she|was|is|a|clear)] (yes|ok|okay|yep|sure|fine|fine by me|go ahead|no problem|of course|affirmative|positive)',
  '(fine|ok|okay|good|no problem|no objection|no objections) (with|for|from) (him|her|them|user|the user|caller)',
  '(he|she|they|user|caller) (was|is|were|are) (fine|ok|okay|happy|good|in agreement)',
  "(did not|does not|didn't|doesn't|had nothing) (object|mind|against)",
]);
/** The ticket itself, closed, in whatever words a user has. */
export const OWN_CLOSING = phraseSet([
  '(close|closed|closing|archive|archived|cancel|cancelled)',
  '(ticket|case|call|it|this|incident) (can|may) (go|be resolved|be archived|be closed|close)',
  'no need to keep [it] open',
]);
/** What else can be closed. */
export const OTHER_THING = phraseSet([
  '(close|closed|closing) [(all|the|his|her|my|their|any|and|that|this|an|out of|down)] [(old|open|office|running|other|web|entire|unused)] (browser|browsers|outlook|app|apps|application|applications|session|sessions|account|accounts|mailbox|mailboxes|window|windows|tab|tabs|file|files|program|programs|programme|lid|excel|word|teams|laptop|client|document|documents|tickets|position|period|popup|dialog|connection)',
  '(close|closed|closing) ... (in|of|to|with|for|at) your (queue|queues|group|team|bucket|basket|worklist)',
  '(account|session|mailbox|window|browser|port|outlook|period|position|excel|lid|app) [(was|is|to be|has been|be|being)] closed',
]);
/** Not now, not so. */
export const WITHHELD = phraseSet([
  '(wait|waiting|hold|holding|postpone|delay|later|unhappy|not yet|refused|refuses|reluctant|disagreed|disagrees|object|objected|objects)',
  '(keep|leave|remain|stay|have) ... open',
  "(not|isn't) (ok|okay|happy|fine|good|agreed)",
  "(he|she|they|user) (would|will|'ll) (close|agree|consent)",
  'would agree',
]);
/** What makes a consent hang on something. */
export const ON_CONDITION = phraseSet([
  '(close|closed|closing|closure) ... (if|once|when|unless|until|provided|as soon as|subject to)',
  'subject to',
  'provided that',
]);
