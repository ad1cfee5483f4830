import { once } from '../text/once.ts';
import { phraseSet } from '../text/phrases.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import { userSpeechIn } from './user-speech.ts';

/** Whoever writes so was helped, or tells of what is theirs. */
const USER_WRITES = phraseSet([
  '(thanks|thank you|thx|thank u|thankyou) [(very much|so much|a lot|again|all|you)] for [(your|the|all|all your)] [(great|quick|kind|prompt|fast|very quick|speedy)] (help|helping|support|supporting|assistance|assisting|fix|fixing|fixed|explanation|explanations|work|link|hint|tip|info|information|advice|unlocking|resetting|adding|sorting|looking|doing|taking|reply|replying|response|service|access|update|everything)',
  '(many thanks|much appreciated|thanks a lot|thanks a million|thank you so much|thank you very much)',
  'appreciate (it|your|the|all|that|how)',
  'my [own] (mistake|fault|bad|misunderstanding|oversight)',
  '(mistake|fault|error|bug|issue|problem) (in|with|of) my [own] (code|config|configuration|script|setup|settings|file|side|part)',
  '(waste|wasting|wasted) your time',
  '(my|our) [(own|new|old|work|other|outlook|email|vpn)] (account|accounts|issue|issues|problem|problems|ticket|laptop|pc|computer|machine|password|mailbox|mail|email|emails|printer|phone|request|access|project|projects|files|file|calendar|screen|profile|home|code|job|jobs|notebook|notebooks|docs|page|site|desk|monitor|headset|badge|card|order|orders|dashboard|app|drive|folder|folders|data|courses|course|username|login|session)',
  '(for|to) me (now|again|too|as well|today|anymore)',
  'works for me',
  '(you|u|you guys) [(guys|have|just|all)] (fixed|sorted|solved|resolved|reset|unlocked|added|did|helped|restored|repaired|sent|gave|suggested|told|said|asked)',
  '(you|u) (can|may|could) [(now|please|kindly|also|go ahead and|then|just)] (close|cancel|mark it closed|go ahead)',
  '(please|pls|plz|kindly) [(go ahead and|feel free to|you can|do|also|now|just)] (close|cancel) (it|this|the|my|that)',
  'feel free to (close|cancel)',
  '(i|we) (have|got|regained|recovered|restored) [(now|my|full|the|finally|back|again|just|also)] access',
  "(i'm|i am|we are|we're) [(now|all|finally|also)] (back in|in|all set|able to log|able to login|able to access|able to see|able to connect|able to print|able to open|able to use|able to work|able to sign)",
]);
/** Whoever writes so serves the user, or tells about them. */
const DESK_WRITES = phraseSet([
  '(user|users|usr|usrs|caller|callers|requester|requestor|enduser|eu|cx|cust|customer)',
  'your [(new|own|user|work|email)] (issue|issues|ticket|tickets|incident|account|accounts|password|request|laptop|query|case|access|mailbox|problem|concern|pc|computer|patience|understanding|cooperation|confirmation|permissions|license|profile|phone|reply|email|username)',
  'let (us|me) know (if|whether|when|once|how|should|in case)',
  '(please|kindly|pls|can you|could you) [(please|also|now)] (confirm|check|try|reopen|reach out|verify|test|be informed|log out|sign out|restart|reboot|provide|share|raise|submit|refer|note|allow|ensure)',
  "(i|we|we're|i'm|we'll|i'll) [(are|am|will|shall)] [(now|be)] (closing|resolving)",
  'will close (the|this) (incident|ticket|case|call|task)',
  '(we|i) are observing',
  "(i|we|i've|we've) [(have|had)] [(now|also|just|already)] (reset|unlocked|granted|added|provided|removed|created|enabled|installed|assigned|extended|approved|updated your|fixed your|remoted|advised|guided|informed|emailed|called|contacted|messaged|deployed|rolled|configured|replaced)",
  '(service desk|helpdesk|help desk) (team|agent|analyst)',
  '(we|i) (will|shall) [(now|be|proceed|go ahead)] [(to|and|with)] (close|closing|closure|mark) (this|the|your)',
  '(closing|resolving) (the|this) [same] (incident|ticket|case|call|task)',
  '[as] per (our|my) (check|checks|checking|analysis|test|tests|testing|investigation|observation|call|discussion|conversation|chat)',
  'from (our|my) (side|end)',
  '(thanks|thank you) for (confirming|the confirmation|your confirmation|contacting|reaching|your patience|the update|letting us|letting me|calling|your cooperation|reporting|your understanding)',
  '(glad|happy|great|good) (to hear|we could|i could)',
  '(he|she|they) (is|was|has|had|can|could|said|says|confirmed|will|needs|wants|tried|logged)',
  '(his|her) (account|laptop|password|pc|phone|mailbox|access|manager|profile|machine|computer|email)',
  '(issue|incident|ticket) (summary|description|details)',
  '(root cause|resolution|solution provided|steps taken|action taken|work done|troubleshooting)',
]);

/** The passage is the user's own message: it says so, and nothing speaks for the desk. */
export const isWrittenByUser = once(
  (passage: Passage) => passage.hits(USER_WRITES).length > 0 && !isWrittenByDesk(passage),
);

/** Something in the passage speaks for the desk as its writer. */
export function isWrittenByDesk(passage: Passage): boolean {
  return passage.hits(DESK_WRITES).length > 0;
}

/** The user says the sentence: in a message of their own, or where the note repeats their words. */
export function isInUsersWords(passage: Passage, sentence: Sentence): boolean {
  return isWrittenByUser(passage) || userSpeechIn(passage).within(sentence) !== undefined;
}
