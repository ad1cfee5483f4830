import { formLinesOf } from '../text/form-lines.ts';
import { wordsOf } from '../text/words.ts';

/** A stretch of a line whose words are not, or not surely, the writer's prose. */
export interface Mask {
  readonly start: number;
  readonly end: number;
  /** Whether even a sure mistake is passed over. */
  readonly whole: boolean;
}

/** A longer line is prose or a log, not a line of a form. */
const LONGEST_FORM_LINE = 400;
/** A name or a place has few words; more of them are a sentence. */
const MOST_VALUE_WORDS = 4;
const LONGEST_QUOTE = 300;

/** Labels of user names and other identifiers, and labels of names. */
const IDENTIFIER_LABELS = new Set([
  'username',
  'user',
  'userid',
  'login',
  'logon',
  'account',
  'id',
  'upn',
  'alias',
  'host',
  'hostname',
  'computer',
  'machine',
  'domain',
  'path',
  'command',
  'server',
  'mail',
  'email',
  'mailbox',
  'address',
  'serial',
  'tag',
]);
const NAME_LABELS = new Set([
  'name',
  'names',
  'caller',
  'contact',
  'manager',
  'location',
  'site',
  'city',
  'office',
  'country',
  'vendor',
  'application',
  'app',
  'group',
  'folder',
  'file',
  'printer',
  'approver',
  'owner',
  'department',
  'dept',
  'company',
  'title',
  'software',
  'model',
]);
/** Words in prose behind which an identifier stands: `username is jsmith`. */
const IDENTIFIER_WORDS = new Set(['username', 'userid', 'hostname', 'upn', 'alias', 'samaccountname']);
const IDENTIFIER_PAIRS = new Set([
  'user name',
  'user id',
  'login name',
  'login id',
  'account name',
  'domain name',
  'host name',
  'computer name',
  'machine name',
  'server name',
  'folder name',
  'file name',
  'group name',
  'printer name',
  'mailbox name',
  'shared mailbox',
  'distribution list',
  'security group',
]);
const LINKS = new Set(['is', 'was', 'as', 'called', 'named']);
const LOOK_BACK = 48;

/** The masks of a line: tags, quotations, and values of form labels that name people, places and accounts. */
export function masksOf(line: string): Mask[] {
  return [...tags(line), ...quotations(line), ...formValues(line)];
}

/** Whether the word at `start` is an identifier that the words before it announce. */
export function isAnnounced(line: string, start: number): boolean {
  const before = line.slice(Math.max(0, start - LOOK_BACK), start);
  if (/[.!?]\s*$/.test(before)) return false;
  const { folded } = wordsOf(before);
  while (LINKS.has(folded.at(-1) ?? '')) (folded as string[]).pop();
  const last = folded.at(-1) ?? '';
  return IDENTIFIER_WORDS.has(last) || IDENTIFIER_PAIRS.has(`${folded.at(-2)} ${last}`);
}

function* tags(line: string): Generator<Mask> {
  let from = line.indexOf('<');
  while (from >= 0) {
    const next = line.charAt(from + 1);
    const close = /[a-zA-Z/!]/.test(next) ? line.indexOf('>', from) : -1;
    if (close < 0 && /[a-zA-Z/!]/.test(next)) return;
    if (close >= 0) yield { start: from, end: close + 1, whole: true };
    from = line.indexOf('<', Math.max(close, from + 1));
  }
}

function* quotations(line: string): Generator<Mask> {
  let open = -1;
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index);
    const isOpening = code === 0x201c || code === 0xab;
    if (code !== 0x22 && code !== 0x201d && code !== 0xbb && !isOpening) continue;
    if (open >= 0 && index - open <= LONGEST_QUOTE) {
      yield { start: open, end: index, whole: false };
      open = -1;
    } else {
      open = index;
    }
  }
}

function* formValues(line: string): Generator<Mask> {
  if (line.length > LONGEST_FORM_LINE) return;
  for (const { label, valueStart, valueEnd, value } of formLinesOf(line, { start: 0, end: line.length })) {
    const words = label.split(' ');
    if (wordsOf(value).folded.length > MOST_VALUE_WORDS) continue;
    if (words.some((word) => IDENTIFIER_LABELS.has(word))) yield { start: valueStart, end: valueEnd, whole: true };
    else if (words.some((word) => NAME_LABELS.has(word))) yield { start: valueStart, end: valueEnd, whole: false };
  }
}
