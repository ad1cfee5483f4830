import { matchesOf } from '../../text/matches-of.ts';
import type { Span } from '../../text/spans.ts';
import type { Personal } from '../personal.ts';

/** `100234`, `AB-20931`, `EMP20931`, `771-33-02`, `100 234` */
const ID = /^(?:[A-Za-z]{1,4}[-/]?)?\d[\d-]{1,15}[A-Za-z]?(?![\p{L}\d@\\])/u;
const SPACED_ID = /^\d{1,4}(?: \d{2,4}){1,4}$/;
const FEWEST_DIGITS = 3;
/** Before an id in a sentence. */
const CUE =
  /\b(?:(?:employee|empl|emp|staff|personnel|payroll|badge|colleague|associate)(?:['’]s)?[\s.-]{0,2}(?:id|no|number|num|nr|nbr|code|card|badge|identification)|eid|empid|employeeid|matricule|personalnummer|personalnr|ansattnr|badge|emp\.? code)\b[.:#)]{0,2}\s{0,2}(?:(?:is|was|as|of|no|number)\b\s?)?[-–=:#]?\s{0,2}["'(#]?/gi;

/** Asked for at the end of one line, and told on the next: `your staff number please?` */
const ASKED =
  /\b(?:employee|emp|staff|personnel) ?(?:id|number|no|code)\b[^\n?]{0,40}\?[ \t]{0,3}\r?\n{1,2}[^\n]{0,80}?(?<![\p{L}\d:.,/-])(?=[A-Za-z]{0,3}-?\d{4,8}(?![\d:.,/-]*[\d:]))/giu;

/** Employee ids in sentences: behind words such as "employee id", "staff number". */
export function findEmployeeIds(text: string): Personal[] {
  const found: Personal[] = [];
  if (!/\d/.test(text)) return found;
  for (const pattern of text.includes('?') ? [CUE, ASKED] : [CUE]) {
    for (const { 0: cue, index } of matchesOf(pattern, text)) {
      const start = index + cue.length;
      const id = employeeIdAt(text, { start, end: Math.min(text.length, start + 40) });
      if (id !== undefined) found.push(id);
    }
  }
  return found;
}

/** The employee id that a value begins with, or is. */
export function employeeIdAt(text: string, { start, end }: Span): Personal | undefined {
  const value = text.slice(start, end);
  const lead = /^[\s#"'(:.-]{0,4}/.exec(value)?.[0].length ?? 0;
  const rest = value.slice(lead);
  const id = (SPACED_ID.test(rest.trim()) ? rest.trim() : (ID.exec(rest)?.[0] ?? '')).replace(/-+$/, '');
  if (id.replace(/\D/g, '').length < FEWEST_DIGITS || isDate(id) || /^(?:inc|kb|ritm|req|chg)\d/i.test(id))
    return undefined;
  return { type: 'EMPLOYEE_ID', key: employeeKey(id), start: start + lead, end: start + lead + id.length };
}

function employeeKey(id: string): string {
  return id.toUpperCase().replace(/[\s/-]/g, '');
}

function isDate(id: string): boolean {
  return /^(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})$/.test(id);
}
