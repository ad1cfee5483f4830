import { matchesOf } from '../../text/matches-of.ts';
import { withoutOverlaps } from '../../text/spans.ts';
import { FORMATS, PRODUCT_KEY, RECOVERY_PASSWORD } from './formats.ts';
import type { SecretKind, SecretSpan } from './secret.ts';
import { valueBehind } from './value-behind.ts';
import { type Cue, looksLikeKey, looksLikePassword } from './values.ts';

/** What stands in every text that holds a word of {@link CUE}, and in few others: cheap to look for. */
const CUE_HINT = /pass|pw|pin|otp|code|key|token|secret|cred|psk|wort|woord|rase[ñn]|has[łl]o|senord|mdp/i;
/** The same for {@link FORMATS}. */
const FORMAT_HINT =
  /-----B|eyJ|AKIA|ASIA|AIza|gh[pousr]_|_pat_|glpat|xox|sk-|sig=|:\/\/|earer |-[A-Z\d]{5,6}-[A-Z\d]{5,6}-/;
const NONE: readonly SecretSpan[] = [];

/** Words that a secret may follow. */
const CUE =
  /pass ?(?:wor[dt]|wd|wrd|code|phrase)s?|kennwort|pwd|\b(?:pw|mdp|pin|otp|psk)\b|mot de passe|contrase[ñn]a|wachtwoord|has[łl]o|l[öo]senord|\bcode|key|token|secret|\bcred(?:ential)?s\b/gi;
/** Most codes are no secrets, and most keys are not either. */
const SECRET_CODE =
  /\b(?:one[- ]time|otp|verification|security|authentication|authenticator|auth|mfa|2fa|access|door|unlock|entry|login|activation|safe|alarm|gate|lock|token|pin)[- ]$/i;
const SECRET_KEY =
  /(?:\b(?:api|access|secret|recovery|encryption|shared|pre-?shared|private|licen[cs]e|product|activation|storage|subscription|ssh|security|master|bitlocker)[- ]?|shared ?access|account)$/i;
const NETWORK_KEY = /\b(?:wi-?fi|wlan|wpa2?|network|wireless|hotspot)[- ]?(?:access[- ]?)?$/i;
/** An Indian postal code is called PIN code. */
const POSTAL = /^[1-9]\d{2} ?\d{3}$/;
const ADDRESS_BEFORE =
  /\b(?:address|street|st|road|rd|nagar|colony|sector|district|dist|state|city|lane|marg)\b|,[^,\n]{2,30}[-–, ]*$/i;
const DIGITS = /^\d{4,10}[#*]?$/;
/** In UTF-16 units: `pw=ab1!`, the shortest cue with the shortest value. */
const SHORTEST_TEXT = 7;
/** In UTF-16 units. */
const LOOK_BACK = 60;
const SHORTEST_KEY = 8;
const SHORTEST_TOKEN = 16;

/** The secrets that a text holds, in order, without overlaps. Takes linear time, and next to none where there is no hint. */
export function findSecrets(text: string): readonly SecretSpan[] {
  if (text.length < SHORTEST_TEXT) return NONE;
  const hasCue = CUE_HINT.test(text);
  const hasFormat = FORMAT_HINT.test(text);
  if (!hasCue && !hasFormat) return NONE;
  const found: SecretSpan[] = hasFormat ? [...byFormat(text)] : [];
  if (hasCue) {
    for (const { 0: cue, index } of matchesOf(CUE, text)) {
      const secret = behindCue(text, cue.toLowerCase(), index, index + cue.length);
      if (secret !== undefined) found.push(secret);
    }
  }
  return found.length < 2 ? found : withoutOverlaps(found);
}

function* byFormat(text: string): Generator<SecretSpan> {
  for (const { kind, hint, pattern } of FORMATS) {
    if (!text.includes(hint)) continue;
    for (const { 0: whole, 1: inner, index } of matchesOf(pattern, text)) {
      const value = inner ?? whole;
      const start = index + whole.lastIndexOf(value);
      yield { kind, start, end: start + value.length };
    }
  }
  for (const pattern of [RECOVERY_PASSWORD, PRODUCT_KEY]) {
    for (const { 0: value, index } of matchesOf(pattern, text)) {
      if (pattern === RECOVERY_PASSWORD || /[A-Z]/.test(value))
        yield { kind: 'key', start: index, end: index + value.length };
    }
  }
}

/** Decides whether a value is a secret of this kind. */
type Accepts = (value: string, cue: Cue) => boolean;

const isPassword: Accepts = looksLikePassword;
/** `pnair / …`, `pnair/…`: the part behind the user name. */
const isPartOfPair: Accepts = (value) => !value.includes('/') && looksLikePassword(value, 'neighbour');
const isKey: Accepts = (value, cue) =>
  looksLikeKey(value, cue === 'label' || cue === 'statement' ? SHORTEST_KEY : SHORTEST_TOKEN);
const isToken: Accepts = (value) => looksLikeKey(value, SHORTEST_TOKEN);
const isCode: Accepts = (value, cue) =>
  (DIGITS.test(value) && cue !== 'distant') || (cue === 'label' && /^(?=\D*\d)[A-Z\d]{6,10}$/.test(value));

function behindCue(text: string, cue: string, start: number, end: number): SecretSpan | undefined {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  const next = text.charAt(end);
  if (/[\p{L}\d_]/u.test(next)) return undefined;
  const [kind, accepts] = readCue(cue, before) ?? [];
  if (kind === undefined || accepts === undefined) return undefined;
  const value = valueBehind(text, end, accepts);
  if (value === undefined) return undefined;
  const isPostal = kind === 'pin' && POSTAL.test(text.slice(value.start, value.end)) && ADDRESS_BEFORE.test(before);
  return isPostal ? undefined : { kind, ...value };
}

function readCue(cue: string, before: string): readonly [SecretKind, Accepts] | undefined {
  switch (cue) {
    case 'pin':
      return ['pin', (value, how) => DIGITS.test(value) && (value.length <= 8 || how === 'label') && how !== 'distant'];
    case 'otp':
      return ['code', isCode];
    case 'code':
      if (/\bpin $/i.test(before)) return ['pin', (value) => DIGITS.test(value) && !POSTAL.test(value)];
      return SECRET_CODE.test(before) ? ['code', isCode] : undefined;
    case 'passcode':
    case 'pass code':
      return ['code', (value, how) => isCode(value, how) || isPassword(value, how)];
    case 'psk':
      return ['key', isPassword];
    case 'key':
      if (NETWORK_KEY.test(before)) return ['key', isPassword];
      return SECRET_KEY.test(before) ? ['key', isKey] : undefined;
    case 'token':
      return ['token', isToken];
    case 'secret':
      return ['token', isKey];
    default:
      return ['password', cue.startsWith('cred') ? isPartOfPair : isPassword];
  }
}
