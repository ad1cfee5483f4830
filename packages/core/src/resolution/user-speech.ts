import { once } from '../text/once.ts';
import { overlapping, type Span } from '../text/spans.ts';
import type { Sentence } from '../text/text-analyser.ts';
import type { Passage } from '../text/ticket-text.ts';
import { wordsOf } from '../text/words.ts';
import { ROLE_WORDS, STAFF_WORDS, USER_WORDS } from './action-words.ts';

/** In quotation marks; longer stretches are no quotes. */
const QUOTED = /["\u201c\u201e\u00ab]([^"\u201c\u201d\u00bb]{6,600})["\u201d\u00bb]/gu;
/** `From: Ada Example, 16:02`, `Ada Example wrote:` */
const SENDER =
  /^[\s>]{0,8}(?:from|von|de)\s{0,3}:\s{0,4}(.{2,120})$|^[\s>]{0,8}(?:on .{0,80})?(\S.{1,60}?) (?:wrote|writes|replied)\s{0,2}:/i;
/** `user: thanks`, `[10:12] Ada: thanks` */
const CHAT_LINE =
  /^\s{0,8}\[?(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s{0,2}(?:am|pm)?\]?\s{0,3}[-–]?\s{0,3})?([\p{L}][\p{L} .'-]{1,30}?)\s{0,2}:\s/iu;
/** What stands before a quote of the machine, not of a person. */
const MACHINE =
  /(?:error|message|msg|prompt|popup|pop-up|banner|status|button|option|setting|called|named|group|folder|tab|menu|titled|labelled|dialog|dialogue|permission|warning|text)\s{0,2}[:=]?\s{0,2}$/i;
const DESK_SENDER =
  /\b(?:desk|support|helpdesk|team|apps|hotline|it|service|services|operations|ops|noc|admin|no-?reply|notification)\b/i;

/** Where the user speaks in a passage. Looked for once. */
export const userSpeechIn = once((passage: Passage) => new UserSpeech(passage));

/** Stretches of a passage in which the user speaks: quotes, pasted mails, and chat lines. */
export class UserSpeech {
  readonly #spans: readonly Span[];

  constructor(passage: Passage) {
    this.#spans = [...quotesIn(passage.text), ...linesIn(passage.text)];
  }

  /** The user says all of this sentence. */
  holds(sentence: Sentence): boolean {
    const span = this.within(sentence);
    return span !== undefined && span.start <= sentence.start + 1 && span.end >= sentence.end - 2;
  }

  /** Part of a sentence: where the user speaks in it, in UTF-16 offsets into the passage. */
  within(sentence: Sentence): Span | undefined {
    return overlapping(this.#spans, sentence);
  }
}

function quotesIn(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: whole } of text.matchAll(QUOTED)) {
    if (whole.split(' ', 3).length === 3 && !MACHINE.test(text.slice(Math.max(0, index - 20), index)))
      spans.push({ start: index, end: index + whole.length });
  }
  return spans;
}

/** Lines below the header of a user's mail, up to the next header, and lines of a chat that the user wrote. */
function linesIn(text: string): Span[] {
  const spans: Span[] = [];
  let isUsers = false;
  let depth = 0;
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, Math.min(end, at + 160));
    const sender = SENDER.exec(line);
    if (sender !== null) {
      isUsers = isUser(sender[1] ?? sender[2] ?? '');
      depth = depthOf(line);
    } else if (line.trim() !== '') {
      if (depthOf(line) < depth) isUsers = false;
      if ((isUsers && depthOf(line) === depth) || isChatOfUser(line)) spans.push({ start: at, end });
    }
    at = end + 1;
  }
  return spans;
}

/** How often a line is quoted: `>> text` twice. */
function depthOf(line: string): number {
  return /^[\s>]{0,12}/.exec(line)?.[0].replaceAll(/[^>]/g, '').length ?? 0;
}

function isUser(sender: string): boolean {
  return !DESK_SENDER.test(sender) && !wordsOf(sender).folded.some((word) => STAFF_WORDS.has(word));
}

function isChatOfUser(line: string): boolean {
  const name = CHAT_LINE.exec(line)?.[1];
  if (name === undefined) return false;
  const { folded } = wordsOf(name);
  const [word = ''] = folded;
  return folded.length <= 2 && (USER_WORDS.has(word) || ROLE_WORDS.has(word));
}
