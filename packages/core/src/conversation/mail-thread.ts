import { momentOf } from './clock.ts';
import { soundsSpoken } from './cues.ts';
import type { RawTurn } from './turn.ts';

/** The header of a mail inside a text: `From: …` with its date or addressee below, or `On … Ada wrote:`. */
const HEADER =
  /^[ \t>]{0,10}(?:\*{0,2}(?:from|von|de):\*{0,2}[ \t]{0,5}(?<from>[^\n]{1,120})(?<lines>(?:\n[ \t>]{0,10}\*{0,2}(?:sent|date|to|cc|subject|gesendet|an|betreff):[^\n]{0,200}){0,5})|(?:on|am|le) (?<at>[^\n]{4,80}?),? (?<by>\p{L}[^,\n]{1,80}) wrote:)[ \t]*$/gimu;
const SENT = /\n[ \t>]{0,10}\*{0,2}(?:sent|date|gesendet):\*{0,2}[ \t]{0,5}([^\n]{1,80})/i;
/** `From: Oslo`, `To: Rome` is no mail. */
const IS_MAIL = /@|sent:|date:|gesendet:|wrote:/i;
const SEPARATOR = /(?:(?:^|\n)[ \t>]{0,10}(?:-{3,}[^\n]{0,40}|_{5,}))+\s*$/;

/**
 * The mails of a thread, oldest first. A thread stands newest first; what stands above the first header is the newest mail,
 * which nobody signs in a header.
 */
export function readMailThread(text: string): RawTurn[] {
  if (!/from:|von:|de:|wrote:/i.test(text)) return [];
  const headers = [...text.matchAll(HEADER)];
  if (headers.length === 0) return [];
  const mails = headers.map((found, place): RawTurn => {
    const { from, lines = '', at, by } = found.groups ?? {};
    const end = headers[place + 1]?.index ?? text.length;
    const sent = at ?? SENT.exec(lines)?.[1];
    const label = nameIn(from ?? by ?? '');
    return {
      label,
      ...(sent !== undefined && { at: momentOf(sent) }),
      ...bodyOf(text, found.index + found[0].length, end),
    };
  });
  const top = bodyOf(text, 0, headers[0]?.index ?? 0);
  if (top.end > top.start) mails.unshift({ label: NEWEST, ...top });
  const filled = mails.filter(({ start, end }) => end > start);
  const isThread =
    headers.length > 1 || (IS_MAIL.test(headers[0]?.[0] ?? '') && soundsSpoken(text.slice(top.start, top.end)));
  if (filled.length < 2 || !isThread) return [];
  return isOldestFirst(filled, top.end > top.start) ? filled : filled.reverse();
}

/** With nothing above the first header, and later times below, somebody has pasted the mails in their order. */
function isOldestFirst(mails: readonly RawTurn[], hasTop: boolean): boolean {
  const first = mails[0]?.at?.seconds;
  const last = mails.at(-1)?.at?.seconds;
  return !hasTop && (first === undefined || last === undefined || first <= last);
}

/** Who wrote the newest mail is not told: its words tell, or who is left. */
const NEWEST = 'Speaker 1';

/** A separator stands in the last characters of a body. */
const END = 120;

/** Without white space and the marks of quotation at the end. */
function endOf(body: string): number {
  let end = body.length;
  while (end > 0 && /[\s>]/.test(body.charAt(end - 1))) end--;
  return end;
}

/** `Ada Example <ada@acme.example>` */
function nameIn(from: string): string {
  const name = from
    .replace(/[<[(].{0,100}$/, '')
    .replace(/["'*]/g, '')
    .trim();
  const [last, first, ...more] = name.split(/,\s*/);
  if (name === '')
    return from
      .replace(/[<>]|mailto:/g, '')
      .replace(/@.*$/, '')
      .trim();
  return first === undefined || more.length > 0 ? name : `${first} ${last}`;
}

function bodyOf(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
  const whole = text.slice(from, to);
  const body = whole.slice(0, -END) + whole.slice(-END).replace(SEPARATOR, '');
  const start = from + (/^[\s>]*/.exec(body)?.[0].length ?? 0);
  return { start, end: Math.max(start, from + endOf(body)) };
}
