import { quote } from '../text/find.ts';
import { matchesOf } from '../text/matches-of.ts';
import type { Span } from '../text/spans.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import type { IdentityElement } from './elements/kinds.ts';

/** What a caller says of himself in a row, without labels: `Ada Example | 48213 | Oslo`, `Ada Example (48213, Oslo)`. */

/** In UTF-16 units. */
const LONGEST_SEGMENT = 50;
const MOST_SEGMENTS = 40;
const HAS_NUMBER = /\d{4}/;
/** Segments from the first of name and number on. */
const MOST_IN_ROW = 5;
/** Words that make a capitalised segment something else than a person or a place. */
const OTHERS = new Set(
  (
    'outlook excel word teams windows office microsoft remote home desktop server error code version build event ' +
    'number case ticket order issue problem laptop printer phone monitor password account vpn wifi network email mail ' +
    'okta mfa push verified validated caller user employee name full first last id badge location site the wfh sap ' +
    'sharepoint onedrive adobe chrome edge zoom citrix workday servicenow urgent vip yes no ok service desk status ' +
    'mr mrs ms miss herr frau done hello hi active directory'
  ).split(' '),
);

interface Segment extends Span {
  readonly text: string;
}

/** The elements told in such a row: only where a name stands beside a number, or next but one. */
export function elementsInRow(passage: Passage): Map<IdentityElement, Evidence> {
  const elements = new Map<IdentityElement, Evidence>();
  let start = 0;
  if (!HAS_NUMBER.test(passage.text)) return elements;
  for (const line of passage.text.split('\n')) {
    const segments = HAS_NUMBER.test(line) ? segmentsOf(line, start) : [];
    const number = segments.findIndex(({ text }, index) => isNumber(text) && personBeside(segments, index) >= 0);
    const given = segments[number];
    const name = number < 0 ? undefined : segments[personBeside(segments, number)];
    if (given !== undefined && name !== undefined) {
      const whole = { start: Math.min(name.start, given.start), end: Math.max(name.end, given.end) };
      elements.set('full name', quote(passage, whole));
      elements.set('employee id', quote(passage, whole));
      const first = Math.min(number, segments.indexOf(name));
      const place = segments
        .slice(first, first + MOST_IN_ROW)
        .find((one) => one !== name && (isPlace(one.text) || (isLoud(name.text) && isLoudPlace(one.text))));
      if (place !== undefined)
        elements.set('location', quote(passage, { start: whole.start, end: Math.max(whole.end, place.end) }));
      return elements;
    }
    start += line.length + 1;
  }
  return elements;
}

/** The index of the segment beside a number, or next but one, that names a person. */
function personBeside(segments: readonly Segment[], number: number): number {
  return [number - 1, number + 1, number - 2, number + 2].find((index) => isPerson(segments[index]?.text)) ?? -1;
}

const SEPARATOR =
  /[,;|()[\]]|(?<!\b(?:id|eid|wwid|no|number|payroll|matricule|badge)):|(?<!\b(?:emp|no|nr|mr|ms|mrs|st|matr|personalnr))\.(?= |$)| [/–—-] |(?<=\p{Ll})\/(?=\d)|(?<=\d)\/(?=\p{Lu})|\/\/|\t/giu;

/** What separators cut a line into: commas, bars, brackets, spaced strokes and hyphens. */
function segmentsOf(line: string, offset: number): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { index, 0: mark } of matchesOf(SEPARATOR, line)) {
    push(from, index);
    from = index + mark.length;
    if (segments.length >= MOST_SEGMENTS) return segments;
  }
  push(from, line.length);
  return segments;

  function push(start: number, end: number): void {
    const raw = line.slice(start, end);
    const text = raw.trim();
    if (text === '') return;
    const at = offset + start + raw.indexOf(text);
    segments.push({ start: at, end: at + text.length, text: text.length > LONGEST_SEGMENT ? '' : text });
  }
}

const NUMBER_WORD =
  '(?:emp|empl|ee|worker|personnel|employee|staff|badge|payroll|associate|global|colleague|clock|id|no|nr|number|eid|wwid|gid|pernr|psid|matr|matricule|matricola|personalnr|personalnummer)';
/** `48213`, `#48213`, `E48213`, `emp. 48213`, `badge 48213`, `EID:48213`. */
const BARE_NUMBER = new RegExp(`^(?:${NUMBER_WORD}\\b[. #:]*)*#? ?(?:E|EID|ID|P)?-?\\d{5,9}$`, 'i');
const LABELLED_NUMBER = new RegExp(`\\b${NUMBER_WORD}\\b[. #:]{0,3}(?:(?:is|no) ?)?#?[A-Z]{0,3}-?\\d{4,9}$`, 'i');

function isNumber(text: string): boolean {
  return /\d$/.test(text) && (BARE_NUMBER.test(text) || LABELLED_NUMBER.test(text));
}

/** Two or three capitalised words, with what may introduce them: `Ada Example`, `Spoke with Ada Example`. */
function isPerson(text: string | undefined): boolean {
  if (text === undefined) return false;
  const match =
    /^(?:(?:(?:hi|hello) (?:team|all) )?(?:spoke (?:with|to)|call from|chat (?:user|with)|caller|user|usr|cx|cust|customer|employee|anrufer|this is|mr|mrs|ms|dr|herr|frau) ){0,2}(\p{Lu}[\p{L}'’.-]+(?: (?:van|von|de|da|der|den|la|al|bin|el))*(?: \p{Lu}[\p{L}'’.-]*){1,3})$/iu.exec(
      text,
    );
  const name = match?.[1];
  return name !== undefined && isCapitalised(name) && !hasOther(name);
}

const BEFORE_PLACE =
  /^(?:(?:(?:calling|calls|based|working|works|sits|located) )?(?:from|in|at|out of)(?: the)?|based|office|site|loc|location|standort|sede|bureau de|oficina de|branch|city|base|plant|depot) /i;
const BEHIND_PLACE = / (?:office|site|hq|plant|branch|campus|home|remote|wfh|contact cent(?:er|re)|calling)\b.{0,20}$/i;
/** Departments, and what else is written in capitals. */
const NO_CODE = new Set('IT HR AD PC VPN SAP CEO CFO OWG VIP MFA PW PWD URL VDI LAN OK'.split(' '));

/** One to three capitalised words, or a code, with what may stand around a place: `Oslo`, `Oslo office`, `from BLR`. */
function isPlace(text: string): boolean {
  const led = text.replace(BEFORE_PLACE, '');
  const place = led.replace(BEHIND_PLACE, '');
  if (/^[A-Z]{2,5}\d{0,3}$/.test(place)) return (place !== text || /\d/.test(place)) && !NO_CODE.has(place);
  return /^\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}?\p{L}+){0,2}$/u.test(place) && !hasOther(place);
}

/** `ADA EXAMPLE / 48213 / OSLO`: who writes all in capitals writes places so. */
function isLoud(text: string): boolean {
  return text === text.toUpperCase();
}

function isLoudPlace(text: string): boolean {
  return /^\p{Lu}{3,}(?: \p{Lu}{3,})?$/u.test(text) && !hasOther(text);
}

function isCapitalised(name: string): boolean {
  return name.split(' ').filter((word) => /^\p{Lu}/u.test(word)).length >= 2;
}

function hasOther(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[\s.-]+/)
    .some((word) => OTHERS.has(word));
}
