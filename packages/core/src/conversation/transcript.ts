import { wordsOf } from '../text/words.ts';
import { soundsSpoken } from './cues.ts';
import { eventOf } from './events.ts';
import { type Header, headerOf, LONGEST_HEADER, timeAloneOf } from './headers.ts';
import { type Segment, segmentsOf } from './segments.ts';
import type { RawTurn } from './turn.ts';

/** A header where it stands, and the words behind it on its own line. */
interface Candidate extends Header {
  readonly key: string;
  readonly start: number;
  readonly textStart: number;
  readonly firstWords: string;
}

/** Whether a name is that of somebody whom the record names. */
type IsPerson = (name: readonly string[]) => boolean;

/** What a line of a text may be, before anybody knows whether the text holds a conversation. */
type Line =
  | { readonly kind: 'header'; readonly segment: Segment; readonly candidate: Candidate }
  | { readonly kind: 'event'; readonly segment: Segment; readonly header: Header | undefined }
  | { readonly kind: 'break' | 'text'; readonly segment: Segment };

/** What is known of one label. */
interface Tally {
  readonly candidate: Candidate;
  turns: number;
  spoken: number;
  timed: boolean;
}

/** Fewer turns are no conversation. */
const FEWEST = 2;
const FEWEST_OF_ROLES = 3;
const FEWEST_OF_NAMES = 4;
/** So many of the turns sound spoken, at least: a log with names is no chat. */
const SPOKEN_SHARE = 0.3;
const BREAK =
  /^(?:[\d:.,]{5,12} --> .{5,40}|[-=_*~#]{4,}|(?:resolution|summary|(?:work |agent |internal |additional |analyst )?(?:notes?|comments?)|actions? taken|steps (?:taken|performed)|troubleshooting(?: steps| done| performed)?|next steps?|root cause|wrap[- ]?up|closure|(?:full |user )?name|emp(?:loyee)? id|(?:working |user )?location|contact (?:number|no)|phone)\b[^:\n]{0,15}:|end of (?:the )?(?:chat|transcript|conversation|call)\b.{0,30}$)/i;

/**
 * The turns of a transcript that was pasted into a text; none where the text holds no conversation. What only looks like
 * one does not become one: the lines of a form, of a log, of a mail's header.
 *
 * @param isPerson Whether a label's name is that of somebody whom the record names.
 */
export function readTranscript(text: string, isPerson: IsPerson): RawTurn[] {
  if (!/[:>[(<=;]|\s[-–—]\s|\n/.test(text)) return [];
  const lines = linesOf(text, isPerson);
  const tallies = tally(lines);
  const hasRoles = [...tallies.values()].some(
    ({ candidate, turns }) => candidate.read?.role !== undefined && turns > 1,
  );
  const speakers = new Set([...tallies].filter(([, each]) => isSpeaker(each, hasRoles, isPerson)).map(([key]) => key));
  if (speakers.size < 2) return [];
  const turns = turnsOf(text, dropForm(lines, speakers), speakers);
  return isConversation(turns, tallies, isPerson) ? turns.map(({ turn }) => turn) : [];
}

/** The same label, however it is written. */
export function keyOf(label: string): string {
  return wordsOf(label).folded.join(' ');
}

function linesOf(text: string, isPerson: IsPerson): Line[] {
  const segments = segmentsOf(text);
  const lines: Line[] = [];
  for (const [index, segment] of segments.entries()) {
    const head = text.slice(segment.start, Math.min(segment.end, segment.start + LONGEST_HEADER));
    const above = lines.at(-1);
    const found = headerOf(head);
    const isHeader =
      found?.isWeak !== true || (isPerson(found.read?.name ?? []) && otherLine(head, segment).kind !== 'event');
    const header = isHeader ? found : undefined;
    if (header !== undefined) lines.push(toHeader(text, segment, header, segments[index + 1]));
    else if (
      above !== undefined &&
      isBare(above) &&
      isTimeOnly(head) &&
      headerAcross(text, above.segment, segment) !== undefined
    ) {
      const across = headerAcross(text, above.segment, segment);
      lines.pop();
      if (across !== undefined)
        lines.push(toHeader(text, { start: above.segment.start, end: segment.end }, across, segments[index + 1]));
    } else lines.push(otherLine(head, segment));
  }
  return lines;
}

/** A line that may be the name above a time. */
function isBare(line: Line): boolean {
  return line.kind === 'text' || (line.kind === 'header' && line.candidate.isWeak === true);
}

function isTimeOnly(head: string): boolean {
  return /\d/.test(head) && timeAloneOf(head)?.length === head.length;
}

/** A name on a line of its own, the time on the next. */
function headerAcross(text: string, above: Segment, time: Segment): Header | undefined {
  if (above.end - above.start > 60) return undefined;
  const at = text.slice(time.start, time.end).replace(/^[\s[(]+|[\s\])]+$/g, '');
  const header = headerOf(`${text.slice(above.start, above.end).trim()} [${at}]`);
  return header === undefined ? undefined : { ...header, length: time.end - above.start };
}

function toHeader(text: string, segment: Segment, header: Header, next: Segment | undefined): Line {
  const textStart = Math.min(segment.start + header.length, segment.end);
  const own = text.slice(textStart, segment.end);
  const firstWords = own.trim() === '' && next !== undefined ? text.slice(next.start, next.end) : own;
  return {
    kind: 'header',
    segment,
    candidate: { ...header, key: keyOf(header.label), start: segment.start, textStart, firstWords },
  };
}

function otherLine(head: string, segment: Segment): Line {
  const time = /^[[({<\d]/.test(head) ? timeAloneOf(head) : undefined;
  const said = time === undefined ? head : head.slice(time.length);
  if (eventOf(said) !== undefined) return { kind: 'event', segment, header: time };
  return { kind: BREAK.test(head) ? 'break' : 'text', segment };
}

function tally(lines: readonly Line[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const line of lines) {
    if (line.kind !== 'header') continue;
    const { candidate } = line;
    const known = tallies.get(candidate.key) ?? { candidate, turns: 0, spoken: 0, timed: false };
    known.turns++;
    if (candidate.at !== undefined) known.timed = true;
    if (soundsSpoken(candidate.firstWords)) known.spoken++;
    tallies.set(candidate.key, known);
  }
  return tallies;
}

/** A name alone in front of a colon may be anything: it must come back, or stand among roles, and sound spoken. */
function isSpeaker(
  { candidate: { read }, turns, spoken, timed }: Tally,
  hasRoles: boolean,
  isPerson: IsPerson,
): boolean {
  if (read === undefined) return false;
  return read.role !== undefined || timed || isPerson(read.name) || ((turns > 1 || hasRoles) && spoken > 0);
}

/** `User: Ada Example`, `Agent: Ben Sample`: lines of a form above the conversation are no turns. */
function dropForm(lines: readonly Line[], speakers: ReadonlySet<string>): readonly Line[] {
  const first = lines.findIndex(
    (line) => line.kind === 'header' && speakers.has(line.candidate.key) && !isFormValue(line.candidate),
  );
  return first < 0 ? [] : lines.slice(first === 0 ? 0 : firstEvent(lines, first));
}

/** Events right above the first turn belong to the conversation. */
function firstEvent(lines: readonly Line[], first: number): number {
  let at = first;
  while (at > 0 && lines[at - 1]?.kind === 'event') at--;
  return at;
}

function isFormValue({ at, firstWords }: Candidate): boolean {
  if (at !== undefined || soundsSpoken(firstWords)) return false;
  const words = firstWords.trim().split(/[\s,]+/);
  return words.length <= 5 && words.every((word) => /^[\p{Lu}\d+(]|\d|^$/u.test(word));
}

interface Turn {
  readonly turn: RawTurn;
  readonly key: string;
  readonly spoken: boolean;
}

function turnsOf(text: string, lines: readonly Line[], speakers: ReadonlySet<string>): Turn[] {
  const turns: Turn[] = [];
  let open: { readonly candidate: Candidate; end: number } | undefined;
  const close = () => {
    if (open !== undefined) turns.push(...toTurn(text, open.candidate, open.end));
    open = undefined;
  };
  for (const line of lines) {
    const isTurn = line.kind === 'header' && speakers.has(line.candidate.key);
    if (isTurn || line.kind === 'event' || line.kind === 'break') close();
    if (isTurn) open = { candidate: line.candidate, end: line.segment.end };
    else if (line.kind === 'event') turns.push(toEvent(text, line.segment, line.header));
    else if (line.kind !== 'break' && open !== undefined) open.end = line.segment.end;
  }
  close();
  return turns;
}

function toTurn(text: string, { label, at, key, textStart }: Candidate, to: number): Turn[] {
  const said = text.slice(textStart, to);
  const start = textStart + (said.length - said.trimStart().length);
  const end = Math.max(start, textStart + said.trimEnd().length);
  if (end === start) return [];
  return [{ turn: { label, at, start, end }, key, spoken: soundsSpoken(said) }];
}

function toEvent(text: string, { start, end }: Segment, header: Header | undefined): Turn {
  const from = start + (header?.length ?? 0);
  const turn = { label: '', at: header?.at, start: from, end: from + text.slice(from, end).trimEnd().length };
  return { turn, key: '', spoken: false };
}

function isConversation(turns: readonly Turn[], tallies: ReadonlyMap<string, Tally>, isPerson: IsPerson): boolean {
  const said = turns.filter(({ key }) => key !== '');
  const speaking = new Set(said.map(({ key }) => key));
  if (said.length < FEWEST || speaking.size < 2) return false;
  const spoken = said.filter((turn) => turn.spoken);
  const heard = new Set(spoken.map(({ key }) => key));
  const known = [...speaking].map((key) => tallies.get(key)).filter((each) => each !== undefined);
  const roles = new Set(known.map(({ candidate }) => candidate.read?.role));
  if (roles.has('agent') && roles.has('user') && said.length >= FEWEST_OF_ROLES && spoken.length > 0) return true;
  const persons = known.filter(({ candidate: { read } }) => read?.role !== undefined || isPerson(read?.name ?? []));
  const isEnough = spoken.length >= said.length * SPOKEN_SHARE;
  const isTimed = known.every(({ timed }) => timed) && spoken.length > 0;
  // Somebody known, and a time at each turn: not everybody has to sound spoken then.
  if (persons.length > 0 && isTimed && (isEnough || persons.length === known.length)) return true;
  if (persons.length > 1 && isEnough && said.length >= FEWEST_OF_ROLES) return true;
  if (heard.size < 2 || !isEnough) return false;
  const named = known.some(
    ({ candidate: { read }, timed }) => timed || read?.role !== undefined || isPerson(read?.name ?? []),
  );
  return named || said.length >= FEWEST_OF_NAMES;
}
