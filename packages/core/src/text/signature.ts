import type { Span } from './spans.ts';
import { isTitledName, mayBeTitledName, titledNameBehindThanks } from './titled-name.ts';

const SIGN_OFF =
  /^(?:with\s+)?(?:(?:many|kind|kindest|best|warm|warmest)\s+)?(?:thanks|thank you|regards|rgds|sincerely|cheers|br|cordially)(?:\s+(?:and|&|you)?\s{0,3}(?:best |kind )?(?:regards|thanks))?\s{0,3}[,.!-]?$/i;
/** What stands below it is a signature in mails, whatever it says. */
const DELIMITER = /^(?:--+|__+)$/;
/** `This e-mail is confidential …` */
const FOOTER = /^this (?:e-?mail|message|communication)\b.{0,120}\b(?:confidential|intended|scanned|privileged|virus)/i;
/** In the languages of those who paste them, quoted or not. `On Mon, 2 Mar 2026, Jane Roe (CFO) wrote:` is one as well. */
const MAIL_HEADER =
  /^(?:>\s?){0,5}(?:(?:from|sent|to|cc|bcc|subject|reply-to|von|gesendet|an|betreff|de|envoyé|à|objet|para|enviado|asunto)\s{0,3}:|(?:on|am|le|el)\b.{5,150}\b(?:wrote|schrieb|écrit|escribió)\s?:$)/i;
const LONGEST_SIGNATURE = 8;
const PROSE_WORDS = 10;
/** In characters. */
const LONGEST_BLOCK = 500;

/**
 * Lines that name people without saying anything about the ticket: what follows a sign-off ("Kind regards,"), a name with its
 * title below the text, and the header lines of a pasted mail. A title in them is not a statement.
 */
export function signaturesOf(text: string): Span[] {
  const spans: Span[] = [];
  let left = 0;
  let delimited = false;
  /** Something stands above: a name at the very beginning reports, it does not sign. */
  let spoken = false;
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, Math.min(end, at + 200)).trim();
    if (SIGN_OFF.test(line) || DELIMITER.test(line)) {
      left = LONGEST_SIGNATURE;
      delimited = DELIMITER.test(line);
    } else if (left > 0 && !delimited && isProse(line)) left = 0;
    const inline = left > 0 ? -1 : titledNameBehindThanks(line);
    if (left === 0 && (isTitledName(line) || (spoken && signsOff(text, end, line)))) left = LONGEST_SIGNATURE;
    if (inline >= 0) spans.push({ start: at + text.slice(at, end).indexOf(line) + inline, end });
    if ((left > 0 || MAIL_HEADER.test(line) || FOOTER.test(line)) && end > at) spans.push({ start: at, end });
    if (line !== '') left = Math.max(0, left - 1);
    spoken ||= line !== '';
    at = end + 1;
  }
  return spans;
}

/** A name with its title after which nothing is said any more. */
function signsOff(text: string, end: number, line: string): boolean {
  if (text.length - end > LONGEST_BLOCK) return false;
  const below = text
    .slice(end)
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return mayBeTitledName(line, below[0] ?? '') && below.length <= LONGEST_SIGNATURE && !below.some(isProse);
}

function isProse(line: string): boolean {
  return /[.?!]$/.test(line) || (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= PROSE_WORDS;
}
