import { JOURNAL_FIELDS, type JournalField, readField, TEXT_FIELDS, TIME_FIELDS, type Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../../../profile/compile.ts';
import { rolesIn } from '../../../timeline/role.ts';

/** Fields stand in this order, whichever are asked for. */
const ORDER: readonly string[] = [...TEXT_FIELDS, ...TIME_FIELDS, ...JOURNAL_FIELDS];
const JOURNALS: ReadonlySet<string> = new Set(JOURNAL_FIELDS);
const NOT_EXPORTED = '(not exported)';
const BLANK = '(blank)';
const ROLES = { agent: 'an agent', caller: 'the user', system: 'a machine', unknown: 'somebody' } as const;

/** A field as it is written down: its head, and its text where it has one. */
export interface WrittenField {
  readonly field: string;
  readonly head: string;
  readonly text: string;
  /** It was left blank, or not exported. */
  readonly isEmpty: boolean;
}

/**
 * Writes these fields of a ticket down, in a fixed order.
 * @param clean What is done to every text before anybody else reads it.
 */
export function writeFields(
  ticket: Ticket,
  profile: CompiledProfile,
  fields: ReadonlySet<string>,
  clean: (text: string) => string,
): WrittenField[] {
  const known = ORDER.filter((field) => fields.has(field));
  const flags = [...fields].filter((field) => !ORDER.includes(field)).toSorted();
  return [...known, ...flags].flatMap((field) =>
    JOURNALS.has(field) ? writeJournal(ticket, profile, field as JournalField, clean) : writeText(ticket, field, clean),
  );
}

function writeText(ticket: Ticket, field: string, clean: (text: string) => string): WrittenField[] {
  const value = readField(ticket, field);
  const isEmpty = value === undefined || value.trim() === '';
  const text = value === undefined ? NOT_EXPORTED : isEmpty ? BLANK : clean(value);
  return [{ field, head: `field ${field}`, text, isEmpty }];
}

function writeJournal(
  ticket: Ticket,
  profile: CompiledProfile,
  field: JournalField,
  clean: (text: string) => string,
): WrittenField[] {
  const entries = ticket[field];
  if (entries === undefined || entries.length === 0)
    return [{ field, head: `field ${field}`, text: entries === undefined ? NOT_EXPORTED : BLANK, isEmpty: true }];
  const roleOf = rolesIn(ticket, profile);
  return entries.map((entry, index) => {
    const author = entry.author === undefined ? '' : `, ${clean(entry.author)}`;
    const when = entry.at === undefined ? '' : `, ${entry.at.text}`;
    const head = `field ${field}, entry ${index + 1} of ${entries.length}${when}${author}, ${ROLES[roleOf(field, entry)]}`;
    return { field, head, text: clean(entry.text), isEmpty: false };
  });
}
