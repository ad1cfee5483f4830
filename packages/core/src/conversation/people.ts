import { isSysId, type Ticket } from '@tqrs/parser';
import { wordsOf } from '../text/words.ts';

/** The people whom a record names, by what they are to the ticket. */
export interface People {
  readonly users: readonly (readonly string[])[];
  readonly agents: readonly (readonly string[])[];
  /** Whoever opened the ticket may be either. */
  readonly openers: readonly (readonly string[])[];
}

/** The people of a ticket. Bare sys_ids name nobody. */
export function peopleOf({ caller, openedFor, assignedTo, resolvedBy, closedBy, openedBy }: Ticket): People {
  return {
    users: namesOf([caller, openedFor]),
    agents: namesOf([assignedTo, resolvedBy, closedBy]),
    openers: namesOf([openedBy]),
  };
}

function namesOf(fields: readonly (string | undefined)[]): string[][] {
  return fields.flatMap((field) => {
    if (field === undefined || isSysId(field.trim())) return [];
    const words = wordsOf(field.replace(/@.*$/, '')).folded.filter((word) => !/^\d+$/.test(word));
    return words.length === 0 ? [] : [words];
  });
}

/** Whether a name as somebody writes it is one of these: in full, the first or last name alone, or with initials. */
export function isOneOf(name: readonly string[], people: readonly (readonly string[])[]): boolean {
  return people.some((person) => isSame(name, person));
}

function isSame(name: readonly string[], person: readonly string[]): boolean {
  const written = name.filter((word) => !/^\d+$/.test(word));
  return (
    written.some((word) => word.length > 1 && person.includes(word)) &&
    written.every(
      (word) => person.includes(word) || (word.length === 1 && person.some((full) => full.startsWith(word))),
    )
  );
}

/** What a name is to the ticket, where the record tells, and tells but one thing. */
export function roleByRecord(name: readonly string[], people: People): 'user' | 'agent' | undefined {
  if (name.length === 0) return undefined;
  const isUser = isOneOf(name, people.users);
  const isAgent = isOneOf(name, people.agents);
  if (isUser === isAgent) return undefined;
  return isUser ? 'user' : 'agent';
}

/** Whether the record names this person at all. */
export function isKnown(name: readonly string[], { users, agents, openers }: People): boolean {
  return name.length > 0 && (isOneOf(name, users) || isOneOf(name, agents) || isOneOf(name, openers));
}
