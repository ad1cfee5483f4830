/** A stretch of a text that may begin with the header of a turn: a line, or what follows a sentence inside of one. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** Where a turn may begin inside a line, because an export has lost the line breaks: behind a sentence, a time or a label. */
const INSIDE =
  /(?<=[.!?…]["'”)]?[ \t]{1,3})(?=[[(]\s?\d{1,2}[:hms ]|\d{1,2}:\d\d|\p{Lu}[^:\n.!?]{0,40}:\s)|(?<=\S\s{1,3})(?=\[\d{1,2}:\d\d[^\]\n]{0,14}\]\s{0,2}\p{L})|(?<=(?:\||\s\/{1,2}|>>)\s{0,3})(?=\d{1,2}:\d\d|\p{Lu}[^:|\n]{0,40}:\s)/gu;

/** Labels of people behind anything at all, where a line has many of them. */
const LABELS = /(?<=^|\S\s{1,3})(?=\p{Lu}[\p{L}.'-]{1,20}(?: \p{Lu}[\p{L}.'-]{1,20})?\s?:\s)/gu;
const MANY = 3;

/** Cuts a text into the stretches that a turn can begin at. Blank ones are left out. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    addLine(text, at, end, segments);
    at = end + 1;
  }
  return segments;
}

function addLine(text: string, lineStart: number, end: number, segments: Segment[]): void {
  let start = skipMarks(text, lineStart, end);
  if (start >= end) return;
  const line = text.slice(start, end);
  if (line.length > 20 && line.includes(':')) {
    const origin = start;
    const inside = [...line.matchAll(INSIDE)];
    const labels = inside.length > 0 ? [] : [...line.matchAll(LABELS)];
    for (const { index } of labels.length >= MANY ? labels : inside) {
      if (index === 0 || origin + index <= start) continue;
      segments.push({ start, end: origin + index });
      start = origin + index;
    }
  }
  segments.push({ start, end });
}

/** Leading white space, bullets and quotation marks of mails. */
function skipMarks(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && /[\s>•·|@]/.test(text.charAt(index))) index++;
  if (text.startsWith('- ', index)) index += 2;
  const around = /^(?:[#=~-]{1,5}|\p{Extended_Pictographic}\uFE0F?|<v)[ \t]?(?=\p{L})/u.exec(
    text.slice(index, Math.min(end, index + 8)),
  )?.[0];
  if (around !== undefined) return index + around.length;
  const number = /^#?\d{1,3}[.)]?[ \t]+(?=[\p{Lu}([])/u.exec(text.slice(index, Math.min(end, index + 12)))?.[0];
  return index + (number !== undefined && /[#.)]/.test(number) ? number.length : 0);
}
