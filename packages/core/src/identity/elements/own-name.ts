import { isSysId, type Ticket } from '@tqrs/parser';
import { quote } from '../../text/find.ts';
import type { Passage } from '../../text/ticket-text.ts';
import type { Evidence } from '../../verdict.ts';
import { hasTwoNames } from '../person-name.ts';

/** The caller's own name, as the record has it: in lower case, to be looked for. */
export function callerNames({ caller, openedFor }: Ticket): string[] {
  return [caller, openedFor].flatMap((name) =>
    name === undefined || isSysId(name) || !hasTwoNames(name) ? [] : [name.toLowerCase()],
  );
}

export function nameIn(passage: Passage, names: readonly string[]): Evidence | undefined {
  if (names.length === 0) return undefined;
  const text = passage.text.toLowerCase();
  for (const name of names) {
    const start = text.indexOf(name);
    if (start >= 0) return quote(passage, { start, end: start + name.length });
  }
  return undefined;
}
