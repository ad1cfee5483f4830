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
  const nameOf = (value: string | undefined) => (value === undefined ? NOBODY : writerOf(profile.nameOf(value)));
  const caller = nameOf(ticket.caller).name;
  const openedFor = nameOf(ticket.openedFor).name;
  const callerIsKnown = caller !== '' || openedFor !== '';
  const isStaff = (name: string) =>
    [
      ticket.assignedTo,
      ticket.resolvedBy,
      ticket.closedBy,
      ...(ticket.workNotes ?? []).map(({ author }) => author),
    ].some((value) => nameOf(value).name === name);
  return (field, { author }) => {
    const { name, isMachine } = nameOf(author);
    if (name === '') return field === 'workNotes' ? 'agent' : 'unknown';
    if (name === caller || name === openedFor) return 'caller';
    if (isMachine) return 'system';
    return field === 'workNotes' || callerIsKnown || isStaff(name) ? 'agent' : 'unknown';
  };
}

/** A name as it is compared: `Ohm, Ada` and `Ada Ohm` are one. Empty for a bare id. */
interface Writer {
  readonly name: string;
  readonly isMachine: boolean;
}

const NOBODY: Writer = { name: '', isMachine: false };

/** The same people work on ticket after ticket. */
const writers = new BoundedCache<string, Writer>(1_000);

function writerOf(written: string): Writer {
  const known = writers.get(written);
  if (known !== undefined) return known;
  const trimmed = written.trim();
  const words = isSysId(trimmed) ? [] : wordsOf(trimmed).folded.toSorted();
  const writer = { name: words.join(' '), isMachine: words.some((word) => MACHINE_WORDS.has(word)) };
  writers.set(written, writer);
  return writer;
}
