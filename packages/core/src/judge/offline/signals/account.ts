import type { FormLine } from '../../../text/form-lines.ts';
import { LabelKind } from '../../../text/label-kind.ts';
import { phraseSet } from '../../../text/phrases.ts';

/** Words that say that the ticket is about somebody's account. */
export const ACCOUNT = phraseSet([
  'account not (activated|active|enabled|working|found|recognised|recognized)',
  '(guest|new) account',
  'account ... (is|was|got|has been) (locked|disabled|expired|suspended|blocked)',
  '(account|accounts) [(is|was|has been|got|gets|been)] (locked*|disabled|expired|unlock*|suspended|inactive|deactivated|blocked|reset*|compromised|creat*|hacked)',
  "(unlock|reset|disable|enable|create|reactivate|activate|unlocked|enabled|disabled|created) [(the|his|her|my|a|user|user's|their)] [(ad|network|domain|windows|email|sap)] account",
  '(locked out|lockout|account lock|account locked|account unlock|unlock account)',
  '(password|pwd|passwd|passwrd|pw)',
  "(unable|not able|cannot|can not|can't|cant|couldn't|could not|trouble|problem*|issue*|failing|fails) [(to|with)] (log in|login|log on|logon|logging in|sign in|signing in|signin|log into|sign into|logging on)",
  '(user id|username|user name|login id|credentials)',
  'login (failed|fails|failure|error|issue*|problem*)',
  '(ad|domain|network|windows) account',
]);

/** A password reset of a domain account: what `domain\user` is asked for. */
export const DOMAIN_RESET = phraseSet([
  '(ad|aduc|active directory)',
  '(ad|active directory|domain|windows|network|lan|nt|laptop|computer|system|workstation) [account] [login] (password|pwd|pw)',
  '(password|pwd|pw) ... (ad|active directory|domain|windows|network|lan)',
  '(reset*|change*|forgot*|expired) ... (ad|active directory|domain|windows|network|lan) [account] [login] (password|pwd|pw|credentials)',
]);
export const RESET = phraseSet([
  '(needs|need|needed|requires|wants) [a] new (password|pwd)',
  'new (password|pwd) (needed|required|requested)',
  '(reset*|resetting|forgot*|forgets|expired|expiring) ... (password|pwd|pw|passwd)',
  '(password|pwd|pw|passwd) ... (reset*|resetting|forgot*|forgotten|expired|changed)',
  'change [(the|his|her|my|their)] (password|pwd)',
]);

/** Lines of a form that give the name of an account. */
const ACCOUNT_LABEL = new LabelKind([
  "[(ad|windows|network|domain|sap|lan|caller|user|affected|caller's|user's|employee|vpn|email|mail|application|app|workday|system|nt|corporate)] (username|user name|user id|userid|login id|login|login name|loginid|logon name|logon id|logon|network id|lan id|lanid|account name|account id|account|samaccountname|sam account name|upn|ad id|ad account|id name|user principal name|user account|nt id|ntid|windows id|sso id|alias) [(affected|name|id|details)]",
  '(username|user name|user id|login|id|account|account name) (in|for|on) [the] (sap|workday|ad|active directory|portal|system|application|app|okta|windows|domain|network|question|vpn)',
  '(workday|sap|ad|domain|windows|portal|network|okta|vpn|citrix|oracle|salesforce) user',
  'domain (and|or) (user|username|user name)',
  'domain (user|username|user name|account|id)',
  'account (affected|concerned|in question)',
  '(affected|locked|concerned) account',
]);
export const DOMAIN_LABEL = new LabelKind(['[(ad|windows|network|user)] domain [name]']);

const DOMAIN_USER = /(?<![\\\w.])[A-Za-z][\w.-]{1,24}\\[A-Za-z][\w.-]{1,40}(?![\\\w.-])/g;
/** The form's label, not an account. */
const OWN_LABEL = /^domain\\(?:user|username|user-?name|account|id)$/i;

/** Where `domain\user` stands in a text. A UNC or drive path is none. */
export function findDomainUser(text: string): { start: number; end: number } | undefined {
  for (const match of text.matchAll(DOMAIN_USER)) {
    if (!OWN_LABEL.test(match[0])) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** A line that names an account: given, and without being a sentence. Behind a bare `User:`, only what is no person's name. */
export function namesAccount({ label, answer, value }: FormLine): boolean {
  if (answer !== 'given' || !/\p{L}/u.test(value)) return false;
  const words = value.split(/\s+/).length;
  return label === 'user' ? words === 1 && /[\d._\\-]/.test(value) : ACCOUNT_LABEL.matches(label) && words <= 4;
}
