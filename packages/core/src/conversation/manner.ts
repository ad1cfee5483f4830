import { phraseSet } from '../text/phrases.ts';
import type { Passage } from '../text/ticket-text.ts';

const THINGS =
  '(laptop|computer|pc|account|password|outlook|vpn|printer|screen|monitor|email|mail|phone|teams|system|machine|mailbox|keyboard|mouse|headset|badge|token|drive|okta|sap|login|browser|excel|manager|team|internet|wifi|mfa|authenticator|colleague|boss)';

const LIKE_AGENT = phraseSet([
  '(thank you|thanks) for (calling|contacting|chatting|reaching|holding|waiting|your patience)',
  'how (can|may|could) (i|we) (help|assist)',
  '(this is|i am|my name is) ... (assist*|help*|it|service desk|helpdesk|support)',
  "(i will|i'll|let me) [be] (assist|assisting|check|look|raise|escalate|reset|unlock|create|log|transfer|connect)",
  'let me (check|look|take|see|have)',
  'welcome to',
  '(is there|anything) (else|anything else) (i|we) (can|may|could)',
  '(may|can|could) i (have|get|know|take) your',
  '(can|could|would) you [please] (confirm|provide|share|try|restart|reboot|log|sign|send|tell) [me] [(your|the|a|out|off|again)]',
  'i (have|just) [just] (unlocked|reset|raised|created|escalated|logged|assigned|granted|restarted)',
  "(i've|ive) [just] (unlocked|reset|raised|created|escalated|logged|assigned|granted)",
  '(your|the) (ticket|incident) (number|is|has|reference)',
  'please (try|restart|reboot|provide|confirm|share|allow|stay|check|press|click|open|go)',
  '(sorry to hear|apologies for the inconvenience|apologise for the inconvenience|apologize for the inconvenience)',
  'have a (nice|great|good|lovely|wonderful)',
  'happy to (help|assist)',
]);

const LIKE_USER = phraseSet([
  `my [(own|work|company|new|windows|office)] ${THINGS}`,
  "i (cannot|can't|cant|couldn't|am unable|am not able|m unable)",
  "(i'm|im|i am) (unable|not able|getting|locked|having|stuck)",
  '(can|could) you [please] (help me|fix|unlock|reset)',
  '(hi|hello|dear) (team|it|support|helpdesk|service desk|all)',
  'i (need|require|want) [(some|your)] (help|access|assistance|a|to|my)',
  '(it is|it s|its|that s|it) [is] (working|works|fixed) (now|again)',
  '(works|working|runs|running) (now|again)',
  '(you|u) can close',
  '(pls|please) (reopen|close)',
  '(ok|okay) (thanks|thank)',
  'i found it',
  '(thanks|thank you) [so much] [very much] for (your help|the help|helping|your support|your assistance|fixing|sorting)',
  'i (have|am having|got|keep getting|get) [(a|an|some|this|the)] (problem|issue|error|message)',
]);

/** So many turns tell enough. */
const READ = 20;

/** Agents ask, and speak of what is yours; users tell, and speak of what is theirs. */
const ASKS = phraseSet(['(your|you)', "(please|could you|can you|i'll|we'll|let me|let us|let's)"]);
const TELLS = phraseSet(['(my|mine|me)', "(i can't|i cannot|i need|it works|thanks)"]);

/** How much more a speaker sounds like an agent than like a user, to tell two apart. */
export function agentLikeness(passages: readonly Passage[]): number {
  const read = passages.slice(0, READ);
  const count = (set: typeof ASKS) => read.reduce((sum, passage) => sum + passage.hits(set).length, 0);
  const questions = read.filter(({ text }) => text.includes('?')).length;
  return 4 * (count(LIKE_AGENT) - count(LIKE_USER)) + count(ASKS) - count(TELLS) + questions;
}

/** Who a speaker sounds like, by what desks and users are wont to say. Undefined where it is not clear. */
export function speaksLike(passages: readonly Passage[]): 'agent' | 'user' | undefined {
  const read = passages.slice(0, READ);
  const agent = read.reduce((sum, passage) => sum + passage.hits(LIKE_AGENT).length, 0);
  const user = read.reduce((sum, passage) => sum + passage.hits(LIKE_USER).length, 0);
  if (agent > 2 * user) return 'agent';
  return user > 2 * agent ? 'user' : undefined;
}
