import type { JournalEntry } from '../ticket.ts';
import { renderCodeBlocks } from './html.ts';

/** An entry of a journal, with the kind that its header names: `Work notes`, `Additional comments`. */
export interface ParsedEntry {
  readonly entry: JournalEntry;
  readonly kind: string | undefined;
}

interface Header {
  readonly at: string;
  readonly author: string;
  readonly kind: string;
}

const LONGEST_HEADER = 300;
/** `2022-11-21 22:50:34 - Full Name (Work notes)`, with the date orders and clocks that instances use. */
const HEADER =
  /^(\d{1,4}[-/.](?:\d{1,2}|[^\s\d]{3,12})[-/.]\d{2,4},? {1,2}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z][A-Za-z]{0,20}){0,4}) - (.{1,200}) \(([^()]{1,60})\)[ \t]*$/;
const KNOWN_KIND = /^(?:work notes|additional comments|comments)/i;
const COMMENT_KIND = /comment|komment|coment|opmerking/i;

/** Splits a journal at its headers. Blank lines do not end an entry. Exact duplicates are dropped. */
export function parseJournal(text: string): ParsedEntry[] {
  if (text.trim() === '') return [];
  const entries: ParsedEntry[] = [];
  const seen = new Set<string>();
  let header: Header | undefined;
  let firstKind: string | undefined;
  let bodyStart = 0;
  const opening = text.length - text.trimStart().length;
  const close = (bodyEnd: number) => {
    const body = bodyOf(text.slice(bodyStart, bodyEnd));
    if (header === undefined && body === '') return;
    const identity = JSON.stringify([header?.at, header?.author, header?.kind, body]);
    if (seen.has(identity)) return;
    seen.add(identity);
    const entry: JournalEntry = { text: body };
    if (header !== undefined) {
      entry.author = header.author;
      // Shown in the zone of whoever exported it.
      entry.at = { text: header.at };
    }
    entries.push({ entry, kind: header?.kind });
  };
  for (let lineStart = 0; lineStart < text.length; ) {
    const lineFeed = text.indexOf('\n', lineStart);
    const lineEnd = lineFeed < 0 ? text.length : lineFeed;
    const next = lineEnd + 1;
    const found = headerOf(text, lineStart, lineEnd);
    // A line of prose can look like a header but for the kind, which is in the exporter's language.
    if (found !== undefined && (lineStart === opening || found.kind === firstKind || KNOWN_KIND.test(found.kind))) {
      if (lineStart === opening) firstKind = found.kind;
      close(lineStart);
      header = found;
      bodyStart = next;
    }
    lineStart = next;
  }
  close(text.length);
  return entries;
}

/** Whether a line is the header of an entry. */
export function isJournalHeader(line: string): boolean {
  return headerOf(line, 0, line.length) !== undefined;
}

/** The text of an entry, as a person reads it. */
export function bodyOf(text: string): string {
  return trimLineBreaks(renderCodeBlocks(text));
}

/** Whether a kind of entry is one that the caller can read. */
export function isCommentKind(kind: string | undefined): boolean {
  return kind !== undefined && COMMENT_KIND.test(kind);
}

function headerOf(text: string, start: number, end: number): Header | undefined {
  const first = text.charCodeAt(start);
  if (first < 0x30 || first > 0x39 || end - start > LONGEST_HEADER) return undefined;
  const last = text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
  const parts = HEADER.exec(text.slice(start, last));
  const [, at, author, kind] = parts ?? [];
  return at !== undefined && author !== undefined && kind !== undefined ? { at, author, kind } : undefined;
}

function trimLineBreaks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isLineBreak(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || isLineBreak(code);
}
