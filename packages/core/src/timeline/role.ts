import { isSysId, type JournalEntry, type Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import { BoundedCache } from '../text/bounded-cache.ts';
import { wordsOf } from '../text/words.ts';
import type { Role } from './types.ts';

/** Words in the names of accounts that nobody sits behind. */
const MACHINE_WORDS = new Set(
  'system guest integration automation automated bot chatbot api workflow orchestrator monitoring servicenow svc'.split(
    ' ',
  ),
);

/** Says who wrote an entry. */
export type RoleOf = (field: 'workNotes' | 'comments', entry: JournalEntry) => Role;

/**
 * Tells agents from the caller by their names. Work notes are written by staff. A comment is an agent's where its writer
 * also works on the ticket, or where the caller's name is known and is another.
 */
export function rolesIn(ticket: Ticket, profile: CompiledProfile): RoleOf {
  const nameOf = (value: string | undefined) => foldName(value === undefined ? '' : profile.nameOf(value));
  const callers = new Set([ticket.caller, ticket.openedFor].map(nameOf).filter((name) => name !== ''));
  const staff = new Set(
    [ticket.assignedTo, ticket.resolvedBy, ticket.closedBy, ...(ticket.workNotes ?? []).map(({ author }) => author)]
      .map(nameOf)
      .filter((name) => name !== '' && !callers.has(name)),
  );
  return (field, { author }) => {
    const name = nameOf(author);
    if (name === '') return field === 'workNotes' ? 'agent' : 'unknown';
    if (callers.has(name)) return 'caller';
    if (isMachine(name)) return 'system';
    return field === 'workNotes' || staff.has(name) || callers.size > 0 ? 'agent' : 'unknown';
  };
}

/** The same people work on ticket after ticket. */
const folded = new BoundedCache<string, string>(1_000);

/** `Ohm, Ada` and `Ada Ohm` are one name. A bare id is none. */
function foldName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const trimmed = name.trim();
  const fold = isSysId(trimmed) ? '' : wordsOf(trimmed).folded.toSorted().join(' ');
  folded.set(name, fold);
  return fold;
}

function isMachine(name: string): boolean {
  return name.split(' ').some((word) => MACHINE_WORDS.has(word));
}
