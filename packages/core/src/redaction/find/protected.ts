import { matchesOf } from '../../text/matches-of.ts';
import { type Span, withoutOverlaps } from '../../text/spans.ts';

/** Something that is never personal. Looking for the hint, without which there is none, costs far less. */
interface Protected {
  readonly hint: RegExp;
  /** Global. Every repetition is bounded. */
  readonly pattern: RegExp;
}

const DIGIT = /\d/;
const DIGITS_JOINED = /\d[-/.]\d/;

/** What is never personal, whatever else it looks like, and has a digit in it. */
const WITH_DIGITS: readonly Protected[] = [
  // Numbers of tickets and articles.
  {
    hint: /\d{4}/,
    pattern:
      /(?<![\p{L}\d])(?:INC|RITM|REQ|CHG|PRB|SCTASK|CTASK|PTASK|TASK|KB|CS|SIR|IMS|STRY|WO|ALM|CSTASK|HRC)[-_ ]?\d{4,}/giu,
  },
  // GUIDs, sys_ids and other digests, hexadecimal codes.
  { hint: /0x/i, pattern: /\b0x[\da-f]{2,16}\b/gi },
  // Dates and times.
  {
    hint: DIGITS_JOINED,
    pattern:
      /(?<![\d.])\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:Z|\s?[+-]\d{2}:?\d{2})?)?(?![\d-])/g,
  },
  {
    hint: DIGITS_JOINED,
    pattern:
      /(?<![\d.+-])(?:[0-2]?\d|3[01])([-/.])(?:[0-2]?\d|3[01])\1(?:(?:19|20)\d{2}|\d{2})(?:,?\s{1,2}\d{1,2}[:.]\d{2}(?::\d{2})?)?(?![\d-]|\.\d)/g,
  },
  {
    hint: DIGIT,
    pattern:
      /(?<![\d-])\d{1,2}(?:st|nd|rd|th)?[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?[ -]?(?:\d{4}|\d{2})?\b/gi,
  },
  { hint: /\d:\d/, pattern: /(?<![\d:])\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?(?![\d:])/g },
  // Versions: three groups or more, and whatever a word says to be one.
  { hint: /\d\.\d/, pattern: /(?<![\d.])v?\d{1,5}(?:\.\d{1,10}){3,6}(?![\d.])(?<!(?<!\d)\d{2}(?:\.\d{2}){4})/gi },
  { hint: DIGIT, pattern: /\b(?:v(?:er(?:sion)?)?|build|release|firmware|driver)[\s:.]{0,3}\d[\w.]{0,30}/gi },
  // Amounts and counts.
  { hint: /[$€£₹]/, pattern: /[$€£₹][ \u00a0]?\d(?:[\d.,]{0,14}\d)?/g },
  { hint: DIGIT, pattern: /\b(?:USD|EUR|GBP|INR|CHF|Rs\.?)[ \u00a0]?\d(?:[\d.,]{0,14}\d)?/g },
  {
    hint: DIGIT,
    pattern:
      /(?<![\d.,-]|\d[ \u00a0])\d(?:[\d.,]{0,14}\d)?[ \u00a0]?(?:%|€|(?:USD|EUR|GBP|INR|CHF|[KMGT]i?B|[kmg]bps|[km]?Hz|rpm|px|fps|ms|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|users?|tickets?|pages?|times|attempts?|jobs?|files?|items?|records?|rows?|characters?|inch(?:es)?)\b)/gi,
  },
];

/** The same for what may have none. */
const WITHOUT_DIGITS: readonly Protected[] = [
  // GUIDs, sys_ids and other digests, hexadecimal codes.
  { hint: /-/, pattern: /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi },
  { hint: /[\da-f]{32}/i, pattern: /\b(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})\b/gi },
  // Paths, files and addresses of pages.
  { hint: /:\\/, pattern: /(?<![\p{L}\d])[A-Z]:\\(?:[^\\\n"<>|:*?]{1,60}\\){0,12}[^\s\\"<>|:*?]{0,80}/giu },
  { hint: /\\\\/, pattern: /\\\\[\w.$-]{1,60}(?:\\[^\\\n"<>|:*?]{1,60}(?=\\)){0,12}\\?[^\s\\"<>|:*?]{0,80}/g },
  { hint: /\\/, pattern: /(?<![\w%])[\w%$.-]{2,40}(?:\\[\w%$. &()-]{1,60}(?=\\)){1,12}\\[\w%$.-]{0,80}/g },
  { hint: /\//, pattern: /(?<![\w/.])~?\/(?:[\w.@+-]{1,60}\/){1,12}[\w.@+-]{0,80}/g },
  { hint: /:\/\//, pattern: /\b(?:https?|ftp|file):\/\/[^\s"'<>]{1,400}/gi },
  {
    hint: /\.[a-z]/i,
    pattern:
      /(?<![\w-])[\w-]{1,80}\.(?:docx?|xlsx?|xlsm|pptx?|pdf|csv|txt|log|msg|eml|pst|ost|zip|exe|msi|dll|sys|ini|cfg|conf|json|xml|ya?ml|html?|png|jpe?g|ps1|bat|sh|sql|bak|rdp|lnk|dat)\b/gi,
  },
];

/** Where things stand in a text that must not be masked: ticket numbers, dates, versions, amounts, paths. In order. */
export function protectedSpans(text: string): Span[] {
  const spans: Span[] = [];
  if (DIGIT.test(text)) addSpans(text, WITH_DIGITS, spans);
  addSpans(text, WITHOUT_DIGITS, spans);
  return withoutOverlaps(spans);
}

function addSpans(text: string, all: readonly Protected[], spans: Span[]): void {
  for (const { hint, pattern } of all) {
    if (!hint.test(text)) continue;
    for (const { 0: whole, index } of matchesOf(pattern, text)) spans.push({ start: index, end: index + whole.length });
  }
}
