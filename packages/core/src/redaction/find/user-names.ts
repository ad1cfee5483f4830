import { isFunctionWord } from '../../text/function-words.ts';
import { matchesOf } from '../../text/matches-of.ts';
import type { Span } from '../../text/spans.ts';
import { IMPERSONAL, ORDINARY } from '../people/words.ts';
import type { Personal } from '../personal.ts';

const USER_NAME = /^[\p{L}\d][\p{L}\d._$-]{1,39}(?![\p{L}\d@\\])/u;
const DOMAIN_USER = /(?<![\\\w.%$:])([A-Za-z][\w.-]{1,24})\\([A-Za-z][\w.-]{1,40})(?![\\\w-])/g;
const NO_DOMAIN =
  /^(?:hk(?:lm|cu|cr|u|cc|ey\w*)|domain|users?|system32|windows|program|documents|desktop|panel|control|software)$/i;
const NO_USER = /^(?:user|username|user-?name|account|id|administrator|admin|system|guest|public|default)$/i;
/** Before a user name in a sentence. */
const CUE =
  /\b(?:user ?(?:name|id)|login ?(?:name|id)|logon ?(?:name|id)?|network id|lan ?id|nt ?id|upn|samaccountname|sap id|account(?: name)?|profile|login)\b\s{0,2}(?:(?:is|was|of|for|named|called)\b\s{1,2})?[:=]?\s{0,2}["'“(]?/gi;
const EXPLICIT = /(?:\b(?:is|was|named|called)\s{1,2}|[:=]\s{0,2}|["'“(])$/i;
const PLAIN_CUE = /^(?:user ?(?:name|id)|login ?(?:name|id)|samaccountname|nt ?id|lan ?id|network id)/i;
/** Plain words that follow "username" and name nobody. */
const NO_PLAIN_NAME =
  /^(?:password|incorrect|invalid|unknown|wrong|missing|blank|field|prompt|locked|disabled|expired|again|today|page|screen|issue|error|problem|failed|access|details|lockout|unlock|unlocked|active|inactive|reset|email|credentials|anymore|either|correctly|recently|only|finally|created|\p{L}+(?:ed|ing))$/iu;

/** User names in sentences: `ACME\jdoe` (the domain stays), and behind words such as "user id". */
export function findUserNames(text: string): Personal[] {
  const found: Personal[] = [];
  if (text.includes('\\')) {
    for (const { 0: whole, 1: domain = '', 2: user = '', index } of matchesOf(DOMAIN_USER, text)) {
      const name = user.replace(/\.+$/, '');
      if (NO_DOMAIN.test(domain) || NO_USER.test(name) || !isDomainUser(domain, name)) continue;
      const start = index + whole.length - user.length;
      found.push({ type: 'USER', key: name.toLowerCase(), start, end: start + name.length });
    }
  }
  for (const { 0: cue, index } of matchesOf(CUE, text)) {
    const start = index + cue.length;
    const name = USER_NAME.exec(text.slice(start, start + 48))?.[0].replace(/[._-]+$/, '') ?? '';
    const isNamed =
      isLogin(name) || (PLAIN_CUE.test(cue) && isPlainName(name, EXPLICIT.test(cue), text.slice(start + name.length)));
    if (isNamed) found.push({ type: 'USER', key: name.toLowerCase(), start, end: start + name.length });
  }
  return found;
}

/** The user name that a labelled value is: `pnair01`, `ACME\pnair01`, `pnair01 (locked)`. */
export function userNameAt(text: string, { start, end }: Span): Personal | undefined {
  const value = text.slice(start, end);
  const domain = /^[\w.-]{1,25}\\/.exec(value)?.[0].length ?? 0;
  const name = USER_NAME.exec(value.slice(domain))?.[0].replace(/[._-]+$/, '') ?? '';
  const isWhole = value.length - domain === name.length;
  if (NO_USER.test(name) || !(isLogin(name) || ((isWhole || domain > 0) && isPlainName(name, true, ''))))
    return undefined;
  return { type: 'USER', key: name.toLowerCase(), start: start + domain, end: start + domain + name.length };
}

function isDomainUser(domain: string, user: string): boolean {
  if (/\.(?:\p{Ll}{2,4}|exe|docx?|xlsx?)$/u.test(user) && !/^[A-Z\d-]+$/.test(domain)) return false;
  return /^[A-Z\d-]{2,15}$/.test(domain) || /[\d.]/.test(user) || user === user.toLowerCase();
}

/** Letters with digits, or parts joined by dots or underscores. No file and no ticket number. */
function isLogin(name: string): boolean {
  if (name.length < 3 || /^(?:inc|ritm|req|chg|prb|kb|sctask|task)\d/i.test(name)) return false;
  if (/\.(?:com|exe|net|org|docx?|xlsx?|pdf|txt|log|example)$/i.test(name)) return false;
  return (
    (/\p{L}.*\d|\d.*\p{L}/u.test(name) && !/^(?:o|m)365$/i.test(name) && !/^[A-Z]{2,5}-\w{2,4}-/.test(name)) ||
    /\p{L}[._]\p{L}/u.test(name)
  );
}

/** One small word that is no word of the language: as far as a short list can tell. */
function isPlainName(name: string, isExplicit: boolean, after: string): boolean {
  const word = name.toLowerCase();
  if (!/^\p{Ll}{4,20}$/u.test(name) || NO_PLAIN_NAME.test(word)) return false;
  if (isFunctionWord(word) || ORDINARY.has(word) || IMPERSONAL.has(word)) return false;
  return isExplicit || /^\s*(?:[.,;)\n]|$|and\b)/.test(after);
}
