import { BoundedCache } from '../text/bounded-cache.ts';
import { LABEL_WORDS } from '../text/form-words.ts';
import { wordsOf } from '../text/words.ts';
import type { Speaker } from './turn.ts';

/** What a label in front of a turn is. */
export interface SpeakerLabel {
  /** The role that the label itself tells. */
  readonly role: Exclude<Speaker, 'unknown'> | undefined;
  /** The words of a name in it, folded. */
  readonly name: readonly string[];
}

const words = (text: string) => new Set(text.split(' '));

const AGENT = words(
  'agent analyst technician tech engineer specialist operator representative rep advisor adviser consultant csr sda agt anl ' +
    'helpdesk servicedesk desk support it itsd sd l1 l2 team executive associate me i us we agente berater mitarbeiter',
);
const USER = words(
  'user caller customer client visitor guest enduser requester requestor requestee employee cx cust cus cst eu usr contact colleague them they she he client cliente usuario usuaria kunde kundin anrufer utilisateur',
);
const BOT = words('bot chatbot virtual va automated system autobot assistant botty');
/** Words beside the role word. */
const BESIDE = words(
  'service help the live end human technical first line level it a an one two 1 2 3 i ii local global internal employee ' +
    'on call chat virtual support desk agent assistant user',
);
/** Words that begin a heading, a step or a line of a log, never a turn. */
const NO_NAMES = words(
  'issue issues problem error errors warning warn info information debug fatal trace notice critical severity note notes ' +
    'summary steps step resolution solution action actions cause symptom symptoms impact update updates status state result ' +
    'results details detail description question answer subject from to cc bcc sent date time started ended duration ' +
    'start end chat transcript conversation ticket incident number ref reference regarding re fw fwd attachment ' +
    'attachments comment comments work category subcategory type priority urgency source message event code exception at ' +
    'url link path file version build os windows please thanks thank hello hi hey yes no ok okay also hence troubleshooting ' +
    'troubleshoot checked called tried follow followed next previous first second third monday tuesday wednesday thursday ' +
    'friday saturday sunday january february march july september october november december important ' +
    'am pm utc gmt reminder workaround closing closure reason request requested ps nb environment instance session origin ' +
    'q queue wait waiting language topic rating feedback survey outcome diagnosis test tests option options phase page ' +
    'http https tel what when where who why how is are was were if then and or but so because since for ' +
    'with without in on by the this that these those he she they we you it i a an not none after before during while ' +
    'restarted rebooted reset unlocked created raised escalated resolved closed opened assigned',
);
const PARTICLES = words('de da di del della der den van von al el bin binti ibn la le du dos das o mac mc st y e');
const LONGEST_NAME = 4;
const HINT = /[([{]\s*([^()[\]{}]{1,30})\s*[)\]}]/;
/** `Ben from IT`, `Ben | Service Desk`, `Ben - Agent`, `Agent: Ben` without its colon. */
const APART = /\s+(?:[-–—|/@•·,]|from|at)\s+|\s*[|/]\s*|,\s+/;

/** Reads the label in front of a turn. Undefined: it names nobody. */
export function readLabel(label: string): SpeakerLabel | undefined {
  const known = READ.get(label);
  if (known !== undefined) return known.label;
  const read = { label: readAnew(label) };
  READ.set(label, read);
  return read.label;
}

/** Labels come back with every turn. */
const READ = new BoundedCache<string, { readonly label: SpeakerLabel | undefined }>(500);

function readAnew(label: string): SpeakerLabel | undefined {
  const hint = HINT.exec(label)?.[1];
  const bare = hint === undefined ? label : label.replace(HINT, ' ');
  const parts = bare.split(APART).filter((part) => part.trim() !== '');
  if (parts.length === 0 || parts.length > 3) return undefined;
  let role = hint === undefined ? undefined : roleOf(wordsOf(hint).folded);
  let name: readonly string[] = [];
  for (const part of parts) {
    const read = readPart(part);
    if (read === undefined && role === undefined) return undefined;
    role ??= read?.role;
    name = [...name, ...(read?.name ?? [])];
  }
  return role === undefined && name.length === 0 ? undefined : { role, name };
}

function readPart(part: string): SpeakerLabel | undefined {
  const { folded, starts } = wordsOf(part);
  if (folded.length === 0 || folded.length > LONGEST_NAME + 2) return undefined;
  const whole = roleOf(folded);
  if (whole !== undefined) return { role: whole, name: [] };
  const leading = leadingRole(folded);
  const nameFrom = leading.length;
  const name = folded.slice(nameFrom);
  if (!isName(part, name, starts.slice(nameFrom))) return undefined;
  return { role: leading.role, name };
}

/** The role that all of these words together name: `service desk agent`, `end user`, `virtual agent`. */
function roleOf(folded: readonly string[]): SpeakerLabel['role'] {
  let role: SpeakerLabel['role'];
  for (const word of folded) {
    const own = BOT.has(word) ? 'bot' : AGENT.has(word) ? 'agent' : USER.has(word) ? 'user' : undefined;
    if (own === undefined && !BESIDE.has(word) && !/^\d{1,8}$/.test(word)) return undefined;
    if (role === 'bot') continue;
    // "User support" is the desk, "virtual agent" a bot, "end user" a user.
    role = own === 'bot' ? 'bot' : role === 'user' && own === 'agent' ? own : (role ?? own);
  }
  return role;
}

/** A role word in front of a name: `Agent Ben S`. */
function leadingRole(folded: readonly string[]): { readonly role: SpeakerLabel['role']; readonly length: number } {
  for (let length = Math.min(3, folded.length - 1); length > 0; length--) {
    const role = roleOf(folded.slice(0, length));
    if (role !== undefined) return { role, length };
  }
  return { role: undefined, length: 0 };
}

function isName(text: string, name: readonly string[], starts: readonly number[]): boolean {
  if (name.length === 0 || name.length > LONGEST_NAME) return false;
  if (isNumbered(name)) return isCapital(text, starts[0] ?? 0);
  if (name.some((word, index) => !isInitial(word, index) && isNoName(word))) return false;
  if (isLogin(text) || isNickname(text)) return true;
  if (name.some((word) => /\d/.test(word))) return false;
  return name.every((word, index) => PARTICLES.has(word) || isCapital(text, starts[index] ?? 0) || word === 's');
}

const ROLE_WORDS = new Set([...AGENT, ...USER, ...BOT].filter((word) => word.length > 2));

/** `ada.example@acme.example`, `ada.example`, `AEXAMPLE01` */
function isLogin(text: string): boolean {
  const login = text.trim();
  return login.length <= 60 && /^[\p{L}\d]+(?:[._][\p{L}\d]+)+(?:@[\p{L}\d.-]+)?$|^\p{L}{3,12}\d{1,4}$/u.test(login);
}

/** `pixie`, as chats write it. */
function isNickname(text: string): boolean {
  return /^[a-z]{2,15}$/.test(text.trim());
}

/** `Tom A` */
function isInitial(word: string, index: number): boolean {
  return index > 0 && word.length === 1;
}

function isNoName(word: string): boolean {
  return NO_NAMES.has(word) || LABEL_WORDS.has(word) || ROLE_WORDS.has(word);
}

/** `Speaker 1`, `Voice B`, `S1`, `A`, as transcribers call them. */
function isNumbered([first = '', second = '', ...more]: readonly string[]): boolean {
  if (second === '') return /^(?:s|sp|spk|p|v)\d{1,2}$|^[a-z]$/.test(first);
  return (
    /^(?:speaker|participant|person|voice|party)$/.test(first) &&
    /^(?:\d{1,2}|[a-z])$/.test(second) &&
    more.length === 0
  );
}

/** Scripts without capitals have names too. */
function isCapital(text: string, at: number): boolean {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 32);
  return letter !== letter.toLowerCase() || letter.toLowerCase() === letter.toUpperCase();
}
