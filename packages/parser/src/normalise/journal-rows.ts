import type { JournalEntry } from '../ticket.ts';
import { bodyOf } from './journals.ts';
import { toTimestamp } from './times.ts';

/** An entry of a journal as a row of its own, with the columns that ServiceNow's table `sys_journal_field` has. */
export interface RawJournalRow {
  readonly value: string;
  /** Raw, in UTC. */
  readonly sys_created_on?: string;
  /** The user name, not the full name. */
  readonly sys_created_by?: string;
}

/** The rows in a journal column, where it holds a list of rows instead of one text. */
export function journalRowsIn(value: unknown): readonly RawJournalRow[] | undefined {
  return Array.isArray(value) && value.every(isJournalRow) ? value : undefined;
}

/** Entries from rows: newest first, as far as their times tell, without exact duplicates and empty ones. */
export function entriesOf(rows: readonly RawJournalRow[]): JournalEntry[] {
  const seen = new Set<string>();
  const entries: JournalEntry[] = [];
  for (const { value, sys_created_on: at = '', sys_created_by: author = '' } of rows) {
    const text = bodyOf(value);
    const identity = JSON.stringify([at, author, text]);
    if (text === '' || seen.has(identity)) continue;
    seen.add(identity);
    entries.push({ text, ...(author !== '' && { author }), ...(at !== '' && { at: toTimestamp(at, at) }) });
  }
  const timeOf = ({ at }: JournalEntry) => at?.instant ?? '';
  return entries.sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : 0));
}

function isJournalRow(value: unknown): value is RawJournalRow {
  if (typeof value !== 'object' || value === null || !('value' in value) || typeof value.value !== 'string')
    return false;
  const { sys_created_on: at, sys_created_by: author } = value as Record<string, unknown>;
  return isTextOrAbsent(at) && isTextOrAbsent(author);
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
