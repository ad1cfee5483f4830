import type { Span } from '../../../text/spans.ts';

/** How much the surroundings say that a number is for phoning: a form label, a word nearby, nothing. */
export type PhoneContext = 'labelled' | 'cued' | 'bare';

/** A run of digits with the marks that phone numbers hold. Its length is bounded, so that the scan is linear. */
const CANDIDATE = /\+?\(?\d(?:[\d\s()\-/]|\.(?!\s)){1,24}\d|\d{3,6}/g;
const NOT_A_PHONE_BEFORE = /(?:[A-Za-z_\\#@:.\-/]|0x)$/;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:\s|$)/;
const OTHER_ID =
  /(?<![A-Za-z])(?:employee|emp|staff|personnel|worker|eid|empid|userid|loginid|asset|serial|ticket|incident|inc|ritm|req|chg|order|invoice|case|error|code|kb|build|version|id|room|floor|badge|model|port|licence|license|tag|po|ip|event)[\s:#.=-]{0,4}(?:id|no|number|num|code|tag)?[\s:#.=-]{0,4}(?:is\s)?$/i;

/** The first phone number in a text; undefined where there is none. */
export function firstPhoneNumber(text: string, context: PhoneContext): Span | undefined {
  for (const match of text.matchAll(CANDIDATE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (
      isPhoneNumber(
        match[0].trim(),
        text.slice(Math.max(0, span.start - 40), span.start),
        text.charAt(span.end),
        context,
      )
    )
      return span;
  }
  return undefined;
}

function isPhoneNumber(candidate: string, before: string, after: string, context: PhoneContext): boolean {
  const digits = candidate.replace(/\D/g, '').length;
  if (IP_ADDRESS.test(candidate) || DATE.test(candidate) || /^\d{1,2}[.:]\d{2}$/.test(candidate)) return false;
  if (/[\p{L}%]/u.test(after) && context !== 'labelled') return false;
  if (context !== 'labelled' && (OTHER_ID.test(before) || /[A-Za-z_\\#@]$/.test(before))) return false;
  if (context === 'labelled') return digits >= 3 && digits <= 17;
  if (context === 'cued')
    return digits >= 7 ? digits <= 16 : digits >= 3 && /(?:ext|extn|extension|x)[\s.:#-]{0,3}$/i.test(before);
  if (NOT_A_PHONE_BEFORE.test(before)) return false;
  return (
    isLocalNumber(candidate) ||
    isGroupedNumber(candidate) ||
    (isWrittenAsPhone(candidate) && digits >= 9 && digits <= 15)
  );
}

/** `044 555 01 37`, `22 555 011`: short groups with a space between, as in many countries. Not `75 000 000`. */
function isGroupedNumber(candidate: string): boolean {
  const groups = candidate.split(' ');
  const digits = groups.join('').length;
  const grouped =
    groups.length >= 3 && groups.every((group, index) => (index === 0 ? /^\d{1,5}$/ : /^\d{2,4}$/).test(group));
  return grouped && digits >= 8 && digits <= 13 && !groups.slice(1).every((group) => group === '000');
}

/** `555-0123` */
function isLocalNumber(candidate: string): boolean {
  return /^\d{3}-\d{4}$/.test(candidate);
}

/** Grouped or with a country code: `+44 20 7946 0123`, `(212) 555-0123`, `555-010-0123`, `98765 43210`. A bare run of digits is not. */
function isWrittenAsPhone(candidate: string): boolean {
  return (
    /^\+\d/.test(candidate) ||
    /^\(?\d{2,5}\)?[\s.-]\d{3,4}[\s.-]?\d{3,4}$/.test(candidate) ||
    /^0\d{3,4}\s\d{3}\s?\d{3,4}$/.test(candidate) ||
    /^[6-9]\d{4}[\s-]\d{5}$/.test(candidate)
  );
}
