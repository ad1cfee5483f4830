import { JOURNAL_FIELDS, TEXT_FIELDS, TIME_FIELDS } from '@tqrs/parser';
import { suggest } from './closest.ts';
import type { IssueLog } from './issue-log.ts';

const TEXT: ReadonlySet<string> = new Set(TEXT_FIELDS);
const READABLE: ReadonlySet<string> = new Set([...TEXT_FIELDS, ...JOURNAL_FIELDS]);
/** The names of all fields of a ticket that a rubric may speak of. */
export const FIELD_NAMES: readonly string[] = [...TEXT_FIELDS, ...JOURNAL_FIELDS, ...TIME_FIELDS];
const ANY: ReadonlySet<string> = new Set(FIELD_NAMES);

/** Which fields of a ticket may stand in a place: with one value, with text to read, or any. */
export type FieldKind = 'text' | 'readable' | 'any';

const FIELDS: Readonly<Record<FieldKind, ReadonlySet<string>>> = { text: TEXT, readable: READABLE, any: ANY };

/** Says so where a name is no field of the ticket, or not one of the kind that is needed. */
export function checkField(name: string, kind: FieldKind, log: IssueLog): void {
  if (FIELDS[kind].has(name)) return;
  if (ANY.has(name)) {
    log.error(
      `"${name}" holds no ${kind === 'text' ? 'single value' : 'text to read'}`,
      `Use one of: ${[...FIELDS[kind]].join(', ')}.`,
    );
  } else log.error(`"${name}" is not a field of a ticket`, suggest(name, FIELDS[kind]));
}
