import { REDACTED_TYPES } from '../placeholder.ts';

/** Looks like a secret by itself and is none: products, standards, answers of a form. */
const KNOWN =
  /^(?:(?:o|m|office|ms|microsoft)[- ]?365|365|office\d{4}|win(?:dows)?-?\d{1,4}|outlook\d{0,4}|server\d{4}|sql\d{4}|sap\d?|[23]fa|mfa\d?|oauth2?|saml2?|sha-?\d{1,3}|md5|rsa-?\d{3,4}|aes-?\d{3}|base64|utf-?8|wpa-?[23]?|wep|ipv[46]|h[12]|v\d+|\d(?:st|nd|rd|th)|n\/?a|y\/?n|1password|mac[- ]?os\d*|ios\d*|iphone\d*|ipad\d*|android\d*|chrome\d*|edge\d*|ie\d+|id\d?|step\d|option\d|level\d|user['’]s|c#|f#|covid-?19)$/i;
/** What stands behind the word "password" as well, and has a shape of its own. */
const SOMETHING_ELSE: readonly RegExp[] = [
  // Tickets and articles, hashes, hexadecimal codes.
  /^(?:inc|ritm|req|chg|prb|sctask|ctask|task|kb|cs|sir|wo|stry|case)[-#]?\d{3,}$/i,
  /^(?:sha\d{1,3}:.*|0x[\da-f]+)$/i,
  // Dates, times, versions.
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[:.]\d{2}(?::\d{2})?(?:am|pm)?|v?\d+(?:\.\d+){1,4})$/i,
  // Addresses and paths.
  /^(?:https?:.*|www\..*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\\\\.*|[a-z]:\\.*)$/i,
  // Amounts: "90 days" without its space.
  /^\d+(?:%|x\d+|[kmgt]b|-?(?:days?|hrs?|hours?|mins?|minutes?|months?|weeks?|times?|chars?|characters?|digits?|attempts?|users?|am|pm|st|nd|rd|th))$/i,
];
/** Placeholders, stars, answers. */
const MASKED: readonly RegExp[] = [
  /^(?:(.)\1*|[\W_]+|x{2,}\d{0,4}|\*.*\*|█.*)$/i,
  new RegExp(`^\\[?(?:${REDACTED_TYPES.join('|')})_\\d+\\]?$`, 'i'),
  /^(?:<[^>]*>|\{[^}]*\}|%\w+%|\$\w+|(?:true|false|null|none|undefined|yes|no)[;,]?)$/i,
];
const YEAR_OR_DATE = /^(?:19|20)\d{2}(?:[01]\d[0-3]\d)?$/;
const SYMBOL = /[!@#$%^*?~=§€£&+]/;

/**
 * How plainly the words before a value say that it is a secret: `password: …`, `password is …`, `password …`, or
 * `password was reset and sent to …`, where it may be a phone as well.
 */
export type Cue = 'label' | 'statement' | 'neighbour' | 'distant';

/**
 * Whether a value that stands where a password would looks like one. An ordinary word never does: whoever writes
 * "password: expired" tells no secret.
 */
export function looksLikePassword(value: string, cue: Cue): boolean {
  if (value.length < 4 || isNone(value)) return false;
  const hasLetter = /\p{L}/u.test(value);
  const hasDigit = /\d/.test(value);
  const hasSymbol = SYMBOL.test(value.slice(0, -1)) || (SYMBOL.test(value) && hasDigit);
  const hasBothCases = /\p{Ll}/u.test(value) && /\p{Lu}/u.test(value);
  const isPlain = cue === 'label' || cue === 'statement';
  if (!hasLetter) return isPlain && /^\d{4,16}[#*!]?$/.test(value) && !YEAR_OR_DATE.test(value);
  if (isDeviceOrUser(value)) return false;
  if (!isPlain)
    return value.length >= 6 && hasDigit && (hasSymbol || (hasBothCases && !/^\p{L}+\d{1,2}$/u.test(value)));
  return (hasDigit && value.length >= 5) || (hasSymbol && !/^\p{Lu}{1,3}&\p{Lu}{1,3}$/u.test(value));
}

function isNone(value: string): boolean {
  return [KNOWN, ...SOMETHING_ELSE, ...MASKED].some((pattern) => pattern.test(value));
}

/** A host name in capitals: `LDS-LT-00418`. */
function isDeviceOrUser(value: string): boolean {
  return /^(?:[A-Z]{2,6}-){1,3}\d{1,6}$/.test(value) || /^[\w-]{1,20}\\[\w.-]+$/.test(value);
}

/** Whether a value could be a generated key or token: long, with letters and digits. */
export function looksLikeKey(value: string, shortest: number): boolean {
  if (value.length < shortest || isNone(value)) return false;
  if (/^[\w$%. -]+\\/.test(value)) return false;
  return /\d/.test(value) && /\p{L}/u.test(value);
}
