import type { Span } from './spans.ts';

const SIGN_OFF =
  /^(?:with\s+)?(?:(?:many|kind|kindest|best|warm|warmest)\s+)?(?:thanks|thank you|regards|rgds|sincerely|cheers|br|cordially)(?:\s+(?:and|&|you)?\s{0,3}(?:best |kind )?(?:regards|thanks))?\s{0,3}[,.!-]?$/i;
/** What stands below it is a signature in mails, whatever it says. */
const DELIMITER = /^(?:--+|__+)$/;
/** `This e-mail is confidential …` */
const FOOTER = /^this (?:e-?mail|message|communication)\b.{0,120}\b(?:confidential|intended|scanned|privileged|virus)/i;
const MAIL_HEADER = /^(?:from|sent|to|cc|subject)\s{0,3}:/i;
const LONGEST_SIGNATURE = 8;
const PROSE_WORDS = 10;

/**
 * Lines that name people without saying anything about the ticket: what follows a sign-off ("Kind regards,"), and the
 * header lines of a pasted mail. A title in them is not a statement.
 */
export function signaturesOf(text: string): Span[] {
  const spans: Span[] = [];
  let left = 0;
  let delimited = false;
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, Math.min(end, at + 200)).trim();
    if (SIGN_OFF.test(line) || DELIMITER.test(line)) {
      left = LONGEST_SIGNATURE;
      delimited = DELIMITER.test(line);
    } else if (left > 0 && !delimited && isProse(line)) left = 0;
    if ((left > 0 || MAIL_HEADER.test(line) || FOOTER.test(line)) && end > at) spans.push({ start: at, end });
    if (line !== '') left = Math.max(0, left - 1);
    at = end + 1;
  }
  return spans;
}

function isProse(line: string): boolean {
  return /[.?!]$/.test(line) || (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= PROSE_WORDS;
}
