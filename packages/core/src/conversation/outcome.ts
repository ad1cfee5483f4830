import type { Modality } from '../text/modality.ts';
import { phraseSet } from '../text/phrases.ts';
import { wordsOf } from '../text/words.ts';
import { notDenied, type Said, said } from './said.ts';
import { after, type Talk } from './talk.ts';
import type { Turn } from './turn.ts';

/** It works. */
export const WORKS = phraseSet([
  '(teams|outlook|excel|word|vpn|zoom|app|client|laptop|pc|computer|phone) [(now|has|finally)] (started|starts)',
  '(it|teams|outlook|excel|word|vpn|sap|chrome|edge|zoom|app|client|laptop|pc|computer|phone|onedrive|tablet) [(just|now|has|finally)] (opened|opens|loads|connects|connected|loaded|updated|prints|rings|charges|synced|syncs)',
  '(is|are) [now] (syncing|printing|loading|charging|happening|connecting|opening|starting|showing|ringing|sending|updating) (again|now|fine)',
  "(it's|it is|is|all) (ready|online|visible|available) (now|again)",
  '(and|am|now) online',
  '(could|was able to|managed to) (set|change|open|print|access|install|download|use) it',
  "(it|it's|that|that's|this|its|everything|all|issue|problem) [(is|s|has|has been|got|gets|seems|looks)] [(now|all)] (works|working|worked|fixed|solved|sorted|resolved|back|gone|perfect|helped|ok|okay|fine|good|better)",
  '(works|working|fixed|solved|sorted|resolved|back|connected|running|printing|prints|opens|opened|loads|loaded) [(fine|perfectly|well|great|up|and)] (now|again|thanks|thank|fine|smoothly|perfectly)',
  '(works|working|worked|runs|running) (fine|perfectly|well|great|like a charm|as expected|ok|okay)',
  '(works|working|worked|fixed|solved|sorted|resolved|stable|editable|marvellous|prints|connected|hurrah|hurray|hooray|yay|bingo|success)',
  "(i'm|im|i am|we are|we're) [now] (in|back|back in|logged in|signed in|connected|online|able|good now|all set|good to go)",
  '(did the trick|that did it|that was it|this was it|there it is|all good|all set|all there|all green|good now|good to go|is back|are back|came back|came alive|up and running|got in|logged in|went through|came through|shows up|showed up|appeared|green tick)',
  '(i|we) can [(now|again)] (log|login|open|print|see|access|connect|hear|send|sign|work|read|use|join|start|get|type|scan|edit|save|call|book) ... (now|again|it|them|everything|file|folder|mails|in)',
  '(now|again) (i|we) (can|could|have|see)',
  '(able|managed) to (log|login|open|print|access|connect|sign|send|see|use|join|work|get|hear|read|edit) [(in|it|now|again|the)]',
  '(got|received|found|see|have) (it|them|the mail|the code|access|the link|the file) [(now|thanks|thank)]',
  "(there's|now there is|there is) (the|sound|picture|light|signal)",
  '(it|that) goes [(now|again|through)]',
  '(both|all|they are|they re) there',
  '(opens|loads|connects|syncs|rings|beeps|scans|starts|boots|shows|plays|charges|responds|green)',
  '(found|got|have|see) it (again|now|thanks)',
  '(much|lot|way|so much) (better|faster|quicker)',
  'no (more|further) (error|errors|problem|problems|issue|issues|message|messages)',
  '(was|that s|that was|very|really|so) (fast|quick)',
]);
/** It does not. */
export const FAILS = phraseSet([
  '(still|again) (not|no|the same|same|broken|black|slow|down|locked|failing|fails|nothing|waiting|happening|gone|error|getting)',
  '(still|again) (crash*|freez*|fail*|disconnect*|drop*|offline|jam*|hang*|flicker*|lock*|loading|spinning|missing|unable|cannot|unresolved|pending)',
  "still (can't|cant|doesn't|doesnt|isn't|won't)",
  '(not|never) (working|work|works|fixed|solved|helped|help|resolved)',
  "(doesn't|doesnt|does not|didn't|didnt|did not|won't|isn't|is not|cannot|can't) (work|working|help|start|open|solve|helping|print|connect|log|login)",
  '(just|exactly|crashes|fails|still|is|get|gets|does) the same',
  'no (change|luck|difference|joy|effect|result|improvement)',
  'same (thing|error|problem|issue|result|effect|message|behaviour|behavior|story)',
  'still no',
  "tried ... (doesn't|doesnt|didn't|does not|did not|won't|isn't)",
  '(nothing|same) (happens|happened|changed|changes|works|helps|helped|here|again|as before|as well|still)',
]);
/** Alone, these words say that nothing has changed. */
const SAME = phraseSet(['(same|nothing|nope|worse|no|unchanged)']);
/** Thanks and praise. */
export const THANKS = phraseSet([
  '(thank you|thanks|thank u|thx|ty|cheers|ta|appreciated|appreciate|grateful|danke|merci|gracias)',
  '(great|perfect|lovely|brilliant|awesome|excellent|wonderful|super|splendid|fantastic|fab|marvellous|good to know|sounds good|fair enough|grand|the best|you star|legend|thank youuu|thankyou|tysm)',
]);
const RESIGNED = phraseSet([
  '(never mind|nevermind|forget it|forget about it|give up|gave up|giving up|bought one myself|did it myself|too late|no longer need*)',
]);
const HANDED_OVER = phraseSet([
  '(putting in|placing|placed|put in|made) ... order',
  '(escalat*|forward*|pass*|assign*|transfer*|rout*|hand*|sent) ... (team|group|vendor|colleague*|specialist*|engineer*|support|network|onsite|desk side|level|l2)',
  '(raised|logged|created|opened|raise|create|log|open) ... (ticket|incident|request|case|order|task|call)',
  '(team|engineer|technician|colleague*|specialist|someone|they|vendor) ... (will|shall|is going to|are going to) ... (contact|call|reach|visit|fix|look|repair|reply|replace|get|come)',
  '(ordered|shipped|sent|mailed|mailing|sending|ordering) ... (new|replacement|spare|loan*)',
  '(your|the) (ticket|incident|reference|case|request) [(number|no|id|ref)] [(is|s)] (#|inc*|req*|ritm*)',
  '(linked|link) ... (known|problem|major|outage)',
  '(book*|arrang*|schedul*) ... (visit|appointment|engineer|technician|slot|call|repair|swap|session)',
  "(i'm|i am|im|we are|we're) [(now|just)] (raising|escalating|passing|transferring|forwarding|assigning|handing|logging)",
  '(second|2nd|third|3rd) (line|level)',
]);
const DONE = phraseSet([
  "(i have|i've|ive|we have|we've|i|just) [(now|just|already)] (unlocked|reset|restarted|granted|added|fixed|enabled|installed|removed|changed|updated|renewed|published|closed|signed|activated|extended|created|sent|mailed|increased|moved|restored|cleared|released|assigned|raised|approved|corrected|replaced|repaired|rebuilt|disabled|unblocked|whitelisted|provisioned|resent|synced|pushed|freed|recovered|registered|linked)",
  '(has|have) [now] been (unlocked|reset|restarted|granted|added|fixed|enabled|installed|removed|changed|updated|renewed|published|activated|extended|created|sent|increased|restored|released|completed|resolved|provided|given|approved|corrected|replaced|repaired|unblocked|deployed|sorted)',
  '(is|are) [now] (unlocked|reset|granted|added|fixed|enabled|installed|active|ready|restored|resolved|open)',
  'done',
  "(you are|you're|youre|that is|that's|thats|it is|it's) [now] [all] (set|sorted|done|in place|live)",
]);
const REPROACH = phraseSet([
  '(you|u) (said|wrote|promised|assured|told) ... (would|will|by|today|tomorrow|eod|yesterday|monday|tuesday|wednesday|thursday|friday|soon|back)',
  '(you|he|she|they|agent) (did not|never|have not|has not) (call*|phone*|ring|rung|contact*|come|came|turned|reply|replied|answer*|respond*|reach*|get back|got back|show*)',
  "(you|he|she|they|agent) (didn't|didnt|haven't|hasn't) (call*|phone*|ring|rung|contact*|come|came|turned|reply|replied|answer*|respond*|reach*|get back|got back|show*)",
  '(nobody|no one|noone|no body) [(has|ever|had)] (called|phoned|rang|came|contacted|replied|answered|turned|got|responded|reached|shown|showed|been)',
  '(still|been) waiting for (you|your|a call|the call|someone|somebody|anyone|an answer|a reply|news|feedback)',
  '(still|keep) waiting [(here|since)] (here|since|and|days)',
  '(no|not a single) (call back|callback|phone call)',
  'never (heard|called|contacted) [back] [from]',
]);
/** What did not arrive is a reproach only where it is the user's last word: pushes and mails take their time. */
const NOT_ARRIVED = phraseSet([
  "(never|not|haven't|hasn't|didn't|did not|have not|has not) [yet] (heard|received|receive|got|get|arrived|come|came)",
  'no (tracking|news|mail|link|parcel)',
]);
const NUDGE = phraseSet([
  '(any|is there|are there|some) [(any|some)] (news|update|updates|progress)',
  '(anyone|anybody|hello hello|hello are you|are you there|you there|still there)',
  '(has|have|did) (anybody|anyone|somebody|you) ... (seen|read|looked|received|forgotten|sent)',
  '(is|are) ... read at all',
]);
const LEFT_WORDS = /\b(?:by the system|agent|analyst|support|desk|technician|operator)\b/i;
const USER_LEFT = phraseSet([
  '(left|disconnected|exited|dropped|hung up|away|inactive|idle|unresponsive|ended|closed|timed out)',
]);

/** What works for others, or but for something, is not solved. */
const RESERVED =
  /\b(?:but|nobody|error|black|blank|slow|except|apart from|colleagues?|others?|only when|only if|not for)\b/i;

/** The user's last words on whether the issue is solved. */
export interface Outcome {
  readonly solved: Said | undefined;
  readonly unsolved: Said | undefined;
}

/** Whether the user says that it works, or still does not; the last word counts. */
export function outcomeOf({ user, turns, agent, conversation }: Talk): Outcome {
  const first = agent[0];
  const answers = first === undefined ? [] : after(turns, first).filter(({ speaker }) => speaker === 'user');
  const issue = conversation.kinds.includes('transcript') ? user[0] : undefined;
  const works = said(
    answers.filter((turn) => turn !== issue),
    WORKS,
    (modality) => !modality.negated && !modality.question && !modality.conditional,
  ).findLast(({ sentence }) => !RESERVED.test(sentence.analysis.text));
  const broken = stillBroken(
    user.filter((turn) => turn !== issue),
    turns,
  );
  const isLater = works !== undefined && (broken === undefined || isBehind(works, broken));
  if (isLater) return { solved: works, unsolved: undefined };
  const isAnswer = broken !== undefined && answers.includes(broken.turn);
  const isAccepted = broken !== undefined && areContent(lastWords(after(user, broken.turn)));
  return { solved: undefined, unsolved: isAnswer && !isAccepted ? broken : undefined };
}

function stillBroken(user: readonly Turn[], turns: readonly Turn[]): Said | undefined {
  const told = said(user, FAILS, ({ conditional }) => !conditional).at(-1);
  const alone = said(user, SAME).findLast(
    ({ sentence: { analysis }, turn }) => analysis.words.folded.length === 1 && !isDeclining(turn, turns),
  );
  if (told === undefined || alone === undefined) return told ?? alone;
  return isBehind(alone, told) ? alone : told;
}

/** "No." behind "Anything else?" is no complaint. */
function isDeclining(turn: Turn, turns: readonly Turn[]): boolean {
  const asked = turns[turn.index - 1];
  return (
    /^no|^nothing|^nope/i.test(turn.passage.text.trim()) &&
    /\b(?:else|more|other|further)\b|\?/.test(asked?.passage.text ?? '')
  );
}

/** Turns of the user. */
const LAST_WORDS = 2;

/** The last turns of a list. */
function lastWords(turns: readonly Turn[]): readonly Turn[] {
  return turns.slice(-LAST_WORDS);
}

/** These turns thank or praise, and not for nothing. */
export function areContent(turns: readonly Turn[]): boolean {
  return said(turns, THANKS, notDenied).some(({ sentence }) => !IRONIC.test(sentence.analysis.text));
}

const IRONIC =
  /\bfor nothing\b|^great,|^(?:oh )?(?:great|perfect|brilliant|wonderful)[,.] (?:now|so|and|another|thanks)/i;

/** The user's last words are thanks, and nothing in them complains. */
export function contentOf(talk: Talk): Said | undefined {
  const [first] = talk.agent;
  if (first === undefined || outcomeOf(talk).unsolved !== undefined) return undefined;
  const answers = after(talk.turns, first).filter(({ speaker }) => speaker === 'user');
  return said(lastWords(answers), THANKS, notDenied).findLast(({ sentence }) => !IRONIC.test(sentence.analysis.text));
}

function isBehind(one: Said, other: Said): boolean {
  const [a, b] = [one.turn.index, other.turn.index];
  return a === b ? one.sentence.start > other.sentence.start : a > b;
}

const OPEN_END = phraseSet([
  "(cannot|can't|cant|can not|couldn't|unable|doesn't|doesnt|don't|won't)",
  '(error|crash*|broken|fails|stuck|frozen)',
  '(is that it|and now|so what|what now|what then|now what|what about|how long|when will)',
]);

/** The user's last words ask, or tell what is wrong: nobody could call that a good end. */
export function openEnd({ user, agent, turns, conversation }: Talk): Said | undefined {
  const last = user.at(-1);
  const [first] = agent;
  if (last === undefined || first === undefined || last.index < first.index || isDeclining(last, turns))
    return undefined;
  // The first turn of a chat is the issue itself.
  if (last === user[0] && conversation.kinds.includes('transcript')) return undefined;
  return said([last], OPEN_END, notDenied).at(-1);
}

/** The agent says that somebody else goes on with it, and how. */
export function handedOver({ agent }: Talk): Said | undefined {
  return said(agent, HANDED_OVER, ({ negated, conditional, question }) => !negated && !conditional && !question).at(-1);
}

/** The agent says that something was done. */
export function doneByAgent({ agent }: Talk): Said | undefined {
  return said(agent, DONE, ({ negated, conditional, question }) => !negated && !conditional && !question).at(-1);
}

/** The user reminds of something that was said and not done. The issue itself is no reproach. */
export function reproachOf({ user, conversation }: Talk): Said | undefined {
  const answers = conversation.kinds.includes('transcript') ? user.slice(1) : user;
  const isMeant = ({ conditional }: Modality) => !conditional;
  return said(answers, REPROACH, isMeant)[0] ?? said(answers.slice(-1), NOT_ARRIVED, isMeant)[0];
}

/** The user asks whether anybody is there, and nobody answers; or gives up in the end. */
export function unansweredOf({ user, agent }: Talk): Said | undefined {
  const nudges = said(user, NUDGE);
  const last = user.at(-1);
  if (nudges.length > 0 && last !== undefined && said([last], RESIGNED).length > 0) return nudges[0];
  const answered = agent.at(-1)?.index ?? -1;
  return nudges.find(({ turn }) => turn.index > answered);
}

/** The line that tells that the user left, or the call broke off, where no agent is said to have ended it. */
export function userLeft({ turns, agent, conversation }: Talk): Turn | undefined {
  if (!conversation.kinds.includes('transcript')) return undefined;
  const names = new Set(agent.flatMap(({ name = '' }) => wordsOf(name).folded));
  return turns.findLast(
    ({ speaker, passage }) =>
      speaker === 'bot' &&
      passage.text.length < 160 &&
      passage.hits(USER_LEFT).length > 0 &&
      !LEFT_WORDS.test(passage.text) &&
      !wordsOf(passage.text).folded.some((word) => word.length > 2 && names.has(word)),
  );
}
