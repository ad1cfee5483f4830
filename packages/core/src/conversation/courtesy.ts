import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import { doneByAgent, openEnd } from './outcome.ts';
import { notDenied, type Said, said } from './said.ts';
import type { Talk } from './talk.ts';
import type { Turn } from './turn.ts';

/** Words that greet. */
export const GREETING = phraseSet([
  '(hi|hello|hey|hallo|hiya|welcome|greetings|namaste|howdy|dear)',
  '(good|gud) (morning|afternoon|evening|day)',
  '(morning|afternoon|evening)',
  '(thank you|thanks) for (calling|contacting|chatting|reaching|getting|your call|your message|your request|your patience)',
  'how (can|may|could|might) (i|we) (help|assist|be)',
  'what (can|could) (i|we) do for you',
  '(my name is|speaking with|speaking to|you are through to)',
  '(this is|i am|i m) ... (from|with|of) [(the|it)] (it|service|help|helpdesk|support|desk)',
  'nice to meet you',
]);

/** Words that close a conversation politely. */
export const CLOSING = phraseSet([
  '(anything|something|any thing) (else|more|further)',
  '(is there|are there) (anything|any other|any further)',
  '(any|some) other (issue*|question*|concern*|quer*|thing)',
  '(have|enjoy) (a|an|your|the) ... (day|afternoon|evening|weekend|one|week|morning|night|time|rest|holiday|holidays|journey|shift)',
  '(have|enjoy) (a|an) (good|great|nice|lovely|wonderful|smashing|blessed|pleasant) [(day|one)]',
  'enjoy (the|your) (rest|day|weekend|evening|afternoon|holiday)',
  '(thank you|thanks|thank u|thx) [(very|so)] [much] (for|again for) [(your|contacting|calling|chatting|reaching|being|the|choosing|using|bearing|getting)]',
  '(take care|goodbye|good bye|bye|bye bye|cheerio|cheers|farewell)',
  'see (you|ya) (later|soon|then|tomorrow|again)',
  '(good|best of|best) (luck|wishes)',
  'all the best',
  '(kind|kindest|best|warm|with) regards',
  '(just|simply|please) reply',
  'reply any time',
  '(i|we) wish you',
  '(a|an) [very] (quiet|peaceful|nice|good|great|lovely|wonderful|pleasant|calm|relaxed|safe|sunny|happy|super|fine|restful) [and] [(rest|day|evening|afternoon|weekend|shift|week|morning|flight|trip|journey|holiday|night|one|time)]',
  'rest of (the|your|my)',
  '(safe|happy|good|nice) (travels|trip|journey|flight|drive|landing|weekend|holiday|holidays|day|evening|afternoon)',
  'happy ... (splitting|printing|working|calling|writing|travelling|typing|reading|scanning|editing|meeting)',
  '(see you|see ya|speak|talk) (then|soon|later|tomorrow|six|monday|tuesday|wednesday|thursday|friday|#)',
  '(sleep|keep|stay|travel|drive|get home) (well|warm|safe|safely|healthy|dry|cool)',
  '(fingers crossed|knock them dead|break a leg|godspeed|ta ta|toodle*|ciao|adios|servus|cheers then|over and out)',
  '(greetings|regards|hello|love) to (the|your|all|everyone)',
  '(write|come|call|ring|ping|shout|turn) (to us|back|to me|again|us|me) [(any|at any|whenever|if|when)] [(time|you|need)]',
  "(we're|we are|i'm|i am) [(always|just|still)] (here|there|around|at your)",
  '(will|now) be closed',
  "(i'm|i am|i'll|i will|we'll|i shall|let me|with this i) [(now|then)] (closing|close|shut|shutting|wrap) ... (ticket|case|one|this|it|request|call)",
  '(feel free|do not hesitate|dont hesitate|hesitate) to',
  '(let|give|drop|reach|contact|call|write|ping) ... (us|me) ... (need|anything|any|again|question*|further|issue*|more)',
  '(glad|happy|pleased|delighted) (i|we|to) [(could|can|have)] (help*|assist*|be of|hear|sort*)',
  '(my pleasure|you are welcome|you re welcome|youre welcome|your welcome|no problem at all|most welcome)',
  "you're [(most|very)] welcome",
]);

const KINDS = {
  please: phraseSet([
    '(please|kindly|pls|plz)',
    '(could|would|can) you',
    'may i (have|ask|take|see|close|know|look)',
    "(i'd|would) (appreciate|be grateful|ask you)",
  ]),
  thanks: phraseSet([
    '(thank you|thanks|thank u|thx|cheers|appreciate*|grateful)',
    '(perfect|lovely|great|brilliant|splendid|wonderful|excellent|super)',
  ]),
  empathy: phraseSet([
    '(sorry|apolog*|understand*|understood|ouch|sympathise|sympathize|frustrat*|annoying|tiresome|inconvenien*)',
    '(no worries|no bother|not to worry|no problem|of course|certainly|absolutely|sure thing|my pleasure)',
    "(let's|lets|let us) [(get|see|have|sort|make)]",
    '(good news|don t worry|dont worry|well done|glad|happy)',
    '(oh dear|oh no|afraid|poor you|bad luck|that must be)',
    "don't worry",
  ]),
  telling: phraseSet([
    '(a|one|few|couple) (moment|minute|second|sec|minutes|moments|seconds)',
    "(i'm|i am|im|we are|we're) [(now|just|still|currently)] (checking|looking|working|trying|resetting|unlocking|connecting|searching|mailing|sending|raising|creating|asking|calling|opening|getting|ordering|putting|arranging|booking|forwarding|passing|escalating|assigning|adding|preparing|waiting)",
    '(i see|i can see|it looks|that means|this means|because|so that|the reason|i suspect)',
    "(i'll|i will|we'll|we will|let me)",
    '(by|within|at|until|takes|take|about) # (minutes|min|mins|hours|hrs|days|am|pm|o)',
    '(in the meantime|meanwhile|for now|next step|next time|as promised)',
  ]),
  closing: CLOSING,
};

/** Help that is not given, without a way to get it. */
const REFUSAL = phraseSet([
  "(don't|dont|do not|cannot|can't|cant|won't|will not) (support|help|do anything|know|fix)",
  '(no idea|not supported)',
  'nothing (i|we) can do',
  'not (our|my) (job|department|responsibility)',
  '(closing|ending) (this|chat)',
]);
const IMPATIENT = phraseSet([
  '(just do|do it) (it|please|again|as)',
  "(i|we) (don't|dont|do not) know",
  '(as|like) i [already] (said|told)',
  '(i|we) (already|just) (told|said|explained) [you]',
  "(it's|its|that's|thats) on the list",
  '(calm down|hurry up|make it quick|what now|now what|what do you want|what is it now)',
  '(not|isn t) (our|my) (job|department|responsibility|fault|concern)',
  "(isn't|isnt|not) (our|my) (job|department|responsibility|fault|concern)",
  'you (should|could) have (called|done|told|read|checked|said|known|restarted|saved|come|thought|looked|asked)',
  '(obviously|seriously)',
  '(i|we) (cannot|can t|can not) help [you]',
  "(i|we) (can't|cant) help [you]",
  '(they|you) all say (that|so)',
  'did you break',
  'who is the (technician|expert|specialist) here',
  'ready when it',
  'want help or not',
  '(too bad|this time properly|properly this time)',
  '(that|it) is not (an|our|my) (error|problem)',
  'i (have|got) no time',
  'other users are waiting',
]);
/** Rude unless denied: "that is not your fault". */
const BLAMING = phraseSet(['(your own fault|your fault)', '(stupid|idiot*|moron*|pathetic|incompetent)']);
const RUDE = phraseSet([
  '(imbecile*|clueless|retard*|jerk|useless user)',
  '(shut up|shut it|piss off|screw you|hell with|fuck*|shit*|bullshit|wtf|asshole|bastard)',
  '(people|users|someone) like (you|u)',
  '(some|certain) people (should|shouldn t|cannot|can t|never|just)',
  "some people (shouldn't|can't)",
  'you (people|lot) (always|never|are|just|should)',
  '(use|open|switch on|turn on) your (brain|head|eyes|ears)',
  '(are you|r u|you are|you must be) [(really|just|so|completely)] (deaf|blind|kidding|joking|dumb|illiterate|drunk)',
  "(don't|dont|do not|couldn't|could not) (care|give a damn|waste my|bother me|shout at me|you get it|you understand|you know anything)",
  '(stop|quit) (wasting|bothering|whining|crying|complaining|moaning)',
  'wast* my time',
  "(not|isn't|isnt) my (problem|business)",
  '(just google it|google it yourself|figure it out yourself|you deal with it|just deal with it|rtfm|your own problem|your problem not mine|tough luck)',
  '(learn to read|can you not read|can you even read)',
  'learn some (it|manners|basics|computer|english)',
  "can't you (read|see|listen|hear|understand|even)",
  'not (a|your) (rental|charity|babysitter|nanny|kindergarten)',
  '(start|get up|plan|come|begin) earlier next time',
  'how would i know',
  "(i|we) (will not|wont|won't|refuse to) (help|serve|talk to) (you|people)",
  '(not going to) (help|serve|discuss|waste)',
  'you heard me',
  'what is wrong with you',
  "what's wrong with you",
]);

/** Kinds of courtesy that make an agent friendly. */
const FRIENDLY = 4;
/** In words: who says less at a time tells the user little. */
const FEW_WORDS = 6;
const WARM = /!|[:;]-?[)D]|\p{Extended_Pictographic}/u;
const CANNED = /^\s{0,5}[[(<{](?:template|macro|canned|quick text|standard)/im;

/**
 * Whether the agent is friendly: several kinds of courtesy, among them at least one that no script speaks: understanding,
 * telling what happens, a warm word. Blocks from a template show nothing.
 */
export function isFriendly(talk: Talk): boolean {
  const agent = talk.agent.filter(({ passage }) => !CANNED.test(passage.text));
  if (agent.length === 0 || wordsPerTurn(agent) < FEW_WORDS) return false;
  const shown = (set: PhraseSet) => said(agent, set).length > 0;
  const greets = said(agent.slice(0, 2), GREETING).length > 0;
  const tells = shown(KINDS.telling) || doneByAgent(talk) !== undefined;
  const isWarm = agent.filter(({ passage }) => WARM.test(passage.text)).length > 0;
  const kinds = [
    greets,
    shown(KINDS.please),
    shown(KINDS.thanks),
    shown(KINDS.empathy),
    tells,
    shown(KINDS.closing),
    isWarm,
  ];
  return kinds.filter(Boolean).length >= FRIENDLY && (shown(KINDS.empathy) || tells || isWarm);
}

/** How many words the agent says at a time. */
export function wordsPerTurn(agent: readonly Turn[]): number {
  const count = agent.reduce((sum, { passage }) => sum + passage.text.split(/\s+/).length, 0);
  return count / Math.max(1, agent.length);
}

/** Curt or impatient words of the agent. */
export function impatienceOf({ agent }: Talk): Said[] {
  return said(agent, IMPATIENT);
}

/** The agent's last words refuse help, or end the conversation without any. */
export function refusalOf({ agent }: Talk): Said | undefined {
  const refused = said(agent.slice(-2), REFUSAL, ({ question, conditional }) => !question && !conditional);
  return refused.at(-1);
}

/** The agent's last words close the conversation politely, and the user leaves nothing open. */
export function concludedOf(talk: Talk): Said | undefined {
  return openEnd(talk) === undefined ? said(talk.agent.slice(-2), CLOSING).at(-1) : undefined;
}

/** Rude words of the agent. What the agent quotes or denies ("that is not stupid at all") is not meant. */
export function rudenessOf({ agent }: Talk): Said[] {
  const rude = [...said(agent, RUDE), ...said(agent, BLAMING, notDenied)];
  const meant = rude.filter(({ sentence }) => !SOFTENERS.test(sentence.analysis.text));
  return meant.sort((one, other) => one.turn.index - other.turn.index);
}

/** "Sorry for this stupid error", "my own stupid mistake": about a thing, or about oneself. */
const SOFTENERS =
  /\b(?:sorry|apolog\w+|error|message|says|no such thing|not (?:a )?stupid|isn'?t stupid|my (?:own )?(?:fault|stupid)|i (?:was|am|feel)|sounds|ridiculous(?:ly)? (?:long|slow))\b/i;
