import { quote } from '../text/find.ts';
import type { Span } from '../text/spans.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import type { IdentityElement } from './elements.ts';

/** What a caller says of himself in a row, without labels: `Ada Example | 48213 | Oslo`, `Ada Example (48213, Oslo)`. */

/** In UTF-16 units. */
const LONGEST_SEGMENT = 50;
const MOST_SEGMENTS = 40;
/** Segments that may lie between the number and the place. */
const NEAR = 2;
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

/** The elements told in such a row: only where a name stands beside a number. */
export function elementsInRow(passage: Passage): Map<IdentityElement, Evidence> {
  const elements = new Map<IdentityElement, Evidence>();
  let start = 0;
  for (const line of passage.text.split('\n')) {
    const segments = segmentsOf(line, start);
    const number = segments.findIndex(
      ({ text }, index) =>
        isNumber(text) && (isPerson(segments[index - 1]?.text) || isPerson(segments[index + 1]?.text)),
    );
    const person = isPerson(segments[number - 1]?.text) ? number - 1 : number + 1;
    const given = segments[number];
    const name = segments[person];
    if (given !== undefined && name !== undefined) {
      const whole = { start: Math.min(name.start, given.start), end: Math.max(name.end, given.end) };
      elements.set('full name', quote(passage, whole));
      elements.set('employee id', quote(passage, whole));
      const last = Math.max(number, person);
      const place = segments.slice(last + 1, last + 1 + NEAR).find(({ text }) => isPlace(text));
      if (place !== undefined) elements.set('location', quote(passage, { start: whole.start, end: place.end }));
      return elements;
    }
    start += line.length + 1;
  }
  return elements;
}

/** What separators cut a line into: commas, bars, brackets, spaced strokes and hyphens. */
function segmentsOf(line: string, offset: number): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { index, 0: mark } of line.matchAll(
    /[,;|()[\]:]|(?<!\b(?:emp|no|nr|mr|ms|mrs|st))\.(?= |$)| [/–—-] |\/\/|\t/gi,
  )) {
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

/** `48213`, `#48213`, `E48213`, `emp. 48213`, `badge 48213`. */
function isNumber(text: string): boolean {
  return (
    /^(?:(?:emp|empl|ee|worker|personnel|employee|staff|badge|id|no|nr|eid)\b[. #]*)*#? ?(?:E|EID|ID|P)?-?\d{5,8}$/i.test(
      text,
    ) || /\b(?:employee|staff|company) (?:badge|id|number|no\.?) #?\d{5,8}$/i.test(text)
  );
}

/** Two or three capitalised words, with what may introduce them: `Ada Example`, `Spoke with Ada Example`. */
function isPerson(text: string | undefined): boolean {
  if (text === undefined) return false;
  const match =
    /^(?:(?:spoke (?:with|to)|call from|caller|user|this is|mr|mrs|ms) )?(\p{Lu}[\p{L}'’.-]+(?: (?:van|von|de|da|der|den|la|al|bin|el))*(?: \p{Lu}[\p{L}'’.-]*){1,3})$/iu.exec(
      text,
    );
  const name = match?.[1];
  return name !== undefined && isCapitalised(name) && !hasOther(name);
}

/** One to three capitalised words, with what may stand behind a place: `Oslo`, `Oslo office`. */
function isPlace(text: string): boolean {
  const place = text.replace(/ (?:office|site|hq|plant|branch|campus|home|remote)$/i, '');
  return /^\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}?\p{L}+){0,2}$/u.test(place) && !hasOther(place);
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
