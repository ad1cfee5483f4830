import { type Span, withoutOverlaps } from '../../text/spans.ts';

/** What is never personal, whatever else it looks like. Every repetition is bounded. */
const PROTECTED: readonly RegExp[] = [
  // Numbers of tickets and articles.
  /(?<![\p{L}\d])(?:INC|RITM|REQ|CHG|PRB|SCTASK|CTASK|PTASK|TASK|KB|CS|SIR|IMS|STRY|WO|ALM|CSTASK|HRC)[-_ ]?\d{4,}/giu,
  // GUIDs, sys_ids and other digests, hexadecimal codes.
  /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi,
  /\b(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})\b/gi,
  /\b0x[\da-f]{2,16}\b/gi,
  // Dates and times.
  /(?<![\d.])\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:Z|\s?[+-]\d{2}:?\d{2})?)?(?![\d-])/g,
  /(?<![\d.+-])(?:[0-2]?\d|3[01])([-/.])(?:[0-2]?\d|3[01])\1(?:(?:19|20)\d{2}|\d{2})(?:,?\s{1,2}\d{1,2}[:.]\d{2}(?::\d{2})?)?(?![\d-]|\.\d)/g,
  /(?<![\d-])\d{1,2}(?:st|nd|rd|th)?[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?[ -]?(?:\d{4}|\d{2})?\b/gi,
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?(?![\d:])/g,
  // Versions: three groups or more, and whatever a word says to be one.
  /(?<![\d.])v?\d{1,5}(?:\.\d{1,10}){3,6}(?![\d.])(?<!(?<!\d)\d{2}(?:\.\d{2}){4})/gi,
  /\b(?:v(?:er(?:sion)?)?|build|release|firmware|driver)[\s:.]{0,3}\d[\w.]{0,30}/gi,
  // Amounts and counts.
  /[$€£₹][ \u00a0]?\d(?:[\d.,]{0,14}\d)?/g,
  /\b(?:USD|EUR|GBP|INR|CHF|Rs\.?)[ \u00a0]?\d(?:[\d.,]{0,14}\d)?/g,
  /(?<![\d.,-]|\d[ \u00a0])\d(?:[\d.,]{0,14}\d)?[ \u00a0]?(?:%|€|(?:USD|EUR|GBP|INR|CHF|[KMGT]i?B|[kmg]bps|[km]?Hz|rpm|px|fps|ms|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|users?|tickets?|pages?|times|attempts?|jobs?|files?|items?|records?|rows?|characters?|inch(?:es)?)\b)/gi,
  // Paths, files and addresses of pages.
  /(?<![\p{L}\d])[A-Z]:\\(?:[^\\\n"<>|:*?]{1,60}\\){0,12}[^\s\\"<>|:*?]{0,80}/giu,
  /\\\\[\w.$-]{1,60}(?:\\[^\\\n"<>|:*?]{1,60}(?=\\)){0,12}\\?[^\s\\"<>|:*?]{0,80}/g,
  /(?<![\w%])[\w%$.-]{2,40}(?:\\[\w%$. &()-]{1,60}(?=\\)){1,12}\\[\w%$.-]{0,80}/g,
  /(?<![\w/.])~?\/(?:[\w.@+-]{1,60}\/){1,12}[\w.@+-]{0,80}/g,
  /\b(?:https?|ftp|file):\/\/[^\s"'<>]{1,400}/gi,
  /(?<![\w-])[\w-]{1,80}\.(?:docx?|xlsx?|xlsm|pptx?|pdf|csv|txt|log|msg|eml|pst|ost|zip|exe|msi|dll|sys|ini|cfg|conf|json|xml|ya?ml|html?|png|jpe?g|ps1|bat|sh|sql|bak|rdp|lnk|dat)\b/gi,
];

/** Where things stand in a text that must not be masked: ticket numbers, dates, versions, amounts, paths. In order. */
export function protectedSpans(text: string): Span[] {
  return withoutOverlaps(
    PROTECTED.flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({ start: index, end: index + length })),
    ),
  );
}
