import { wordsOf } from '../text/words.ts';
import { BRACKETED_STAMP, momentOf, STAMP } from './clock.ts';
import { readLabel, type SpeakerLabel } from './speaker-label.ts';
import type { Moment } from './turn.ts';

/** What stands in front of a turn: who, when, and where the words begin (in UTF-16 units from the header's start). */
export interface Header {
  readonly label: string;
  readonly read: SpeakerLabel | undefined;
  readonly at: Moment | undefined;
  readonly length: number;
  /** Only a name of the record makes this a header: `Ada - hello`, `ada: hello`, a name on a line of its own. */
  readonly isWeak?: true | undefined;
}

/** A header is not longer. In UTF-16 units. */
export const LONGEST_HEADER = 140;

const LABEL = '(?<label>[\\p{L}*<][^:\\n\\[\\]>]{0,60}?)';
/** Node 22 does not let two alternatives name a group alike. */
const IN_BRACKETS = `[\\[(<{] ?(?<at>${BRACKETED_STAMP}) ?[\\])>}]`;
const BARE = `(?<bare>${STAMP})`;
const TO = '(?:\\s+(?:to|To)\\s+[^:\\n]{1,40}?)?(?: ?\\((?:Privately|Direct Message|privately)\\))?';

const SAYS = `(?:\\s+(?:says|said|writes|wrote|asks|asked|replies|replied|answers|answered)(?: (?:at|on) ${STAMP})?|\\s+to\\s+\\p{Lu}[^:\\n]{1,30}?)?`;

const FORMS = [
  // [10:02:33] Ada Example: hello    (10:02) Ada - hello    10:02 <Ada> hello    10:02 From Ada to Everyone: hello
  `(?:${IN_BRACKETS}|${BARE})\\s*[-–—|,]?\\s*(?:[Ff]rom\\s+)?<?${LABEL}${TO}\\s*(?::|>|\\||\\t|\\s[-–—](?=\\s))`,
  // 10:02;Ada Example;hello
  `${BARE}(?<mark>[;,])\\s*${LABEL}\\s*\\k<mark>`,
  // Ada Example (10:02): hello    Ada Example [10:02 AM] hello    Ada Example (10:02)⏎
  `${LABEL}\\s*${IN_BRACKETS}\\s*(?:[:>]|[-–—](?=\\s))?`,
  // Customer 09:12:01 hello    Ada Example, 10:02 AM: hello    Ada Example • 10:02⏎
  `${LABEL}(?: ?\\[\\p{L}[^\\]\\n\\d]{0,20}\\])?[\\s,;•·|/–—-]+(?:at )?${BARE}\\s*(?:[:>|/;]|[-–—](?=\\s))?`,
  // [10:02] Ada Example⏎    10:02 AM Ada Example⏎
  `(?:${IN_BRACKETS}|${BARE})\\s*[-–—|,•·]?\\s*${LABEL}\\s*(?:\\([^()\\n]{1,40}\\)\\s*)?$`,
  // Agent: hello    **Agent:** hello    Agent > hello    <Ada> hello    Ada says: hello
  `${LABEL}${SAYS}\\s*(?::+(?!//|\\\\)|>{1,2})`,
].map((form) => new RegExp(`^(?:${form})(?:[*_]{1,2})?[ \\t]*`, 'u'));

/** Those that need no time. */
const WITHOUT_TIME = FORMS.slice(-1);

/** `[User] hello`, `(Ben) hello` */
const IN_BRACKETS_ALONE = /^(?:\[(?<label>\p{L}[^[\]:\n]{0,40})\]|\((?<inside>\p{L}[^():\n]{0,40})\))[ \t]*:?[ \t]*/u;
/** Role words are labels with a dash, too: `Agent - hello`. A line of one role word alone is a header above its turn. */
const ROLE_WITH_DASH = /^(?<label>\p{L}[\p{L}.' ()]{1,40}?)\s*(?:[-–—=~|→]\s+)/u;
const ROLE_ALONE = /^[*_]{0,2}(?<label>\p{L}[\p{L}.' ()-]{1,40}?)\s*[=#*_~-]{0,5}\s*$/u;
/** A time with nothing that could be a name behind it: a line of the system, or more words of the same person. */
const TIME_ALONE = new RegExp(`^(?:${IN_BRACKETS}|${BARE}(?=\\s*$|\\s+[-–—|]\\s|\\s+\\p{L}))\\s*[-–—|:]?\\s*`, 'u');

/** The header that a line begins with, if it does. `head`: the line's beginning, at most {@link LONGEST_HEADER} long. */
export function headerOf(head: string): Header | undefined {
  if (!/^[\p{L}\d[(<{*_]/u.test(head)) return undefined;
  const forms = /\d/.test(head) ? FORMS : WITHOUT_TIME;
  for (const form of forms) {
    const header = tryForm(form, head);
    if (header !== undefined) return header;
  }
  const bracketed = tryForm(IN_BRACKETS_ALONE, head);
  if (bracketed !== undefined) return bracketed;
  for (const form of [ROLE_WITH_DASH, ROLE_ALONE]) {
    const header = tryForm(form, head);
    if (
      header?.read?.role !== undefined &&
      header.read.name.length === 0 &&
      (form === ROLE_WITH_DASH || /^\p{Lu}/u.test(head))
    )
      return header;
  }
  return weakHeaderOf(head);
}

/** `10:02 Ada hello` */
const TIME_AND_NAME = new RegExp(`^(?:${IN_BRACKETS}|${BARE})\\s+(?<label>\\p{L}[\\p{L}'-]{1,25})[ \\t]+`, 'u');

/** What would be a header if the record named this person. */
function weakHeaderOf(head: string): Header | undefined {
  for (const form of [...WITHOUT_TIME, ROLE_WITH_DASH, ROLE_ALONE, TIME_AND_NAME]) {
    const found = form.exec(head);
    const label = found?.groups?.label?.trim() ?? '';
    const name = wordsOf(label).folded;
    if (found === null || name.length === 0 || name.length > 4) continue;
    const at = stampIn(found);
    const moment = at === undefined ? undefined : momentOf(at);
    return { label, read: { role: undefined, name }, at: moment, length: found[0].length, isWeak: true };
  }
  return undefined;
}

/** The time that a line begins with, where no speaker follows. */
export function timeAloneOf(head: string): Header | undefined {
  const found = TIME_ALONE.exec(head);
  if (found === null) return undefined;
  return { label: '', read: undefined, at: momentOf(stampIn(found) ?? ''), length: found[0].length };
}

function stampIn({ groups }: RegExpExecArray): string | undefined {
  return groups?.at ?? groups?.bare;
}

function tryForm(form: RegExp, head: string): Header | undefined {
  const found = form.exec(head);
  if (found === null) return undefined;
  const label = (found.groups?.label ?? found.groups?.inside ?? '').replace(/^[*_<\s]+|[*_>\s]+$/g, '');
  const read = readLabel(label);
  if (read === undefined) return undefined;
  const at = stampIn(found);
  return { label, read, at: at === undefined ? undefined : momentOf(at), length: found[0].length };
}
