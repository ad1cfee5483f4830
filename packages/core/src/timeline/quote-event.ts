import type { Ticket, TimeField } from '@tqrs/parser';
import { quote, quoteField } from '../text/find.ts';
import type { Passage } from '../text/ticket-text.ts';
import type { Evidence } from '../verdict.ts';
import type { TimelineEvent } from './types.ts';

/** Longer beginnings say no more about which entry is meant. In UTF-16 units. */
const LONGEST = 160;

/** A line that is shorter is a greeting. In UTF-16 units. */
const SHORTEST = 25;

/** The beginning of an entry: its first line that says something, as far as it fits. */
export function quoteBeginning(passage: Passage): Evidence {
  const { text } = passage;
  const start = text.length - text.trimStart().length;
  const lineFeed = text.indexOf('\n', start + SHORTEST);
  let end = lineFeed < 0 ? text.length : lineFeed;
  if (end - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST);
    end = space > start ? space : start + LONGEST;
  }
  return quote(passage, { start, end: start + text.slice(start, end).trimEnd().length });
}

/** A time of the ticket, as it was exported. */
export function quoteTime(ticket: Ticket, field: TimeField): Evidence[] {
  const time = ticket[field];
  return time === undefined ? [] : [quoteField(field, time.text)];
}

/** The beginning of an entry, or the time of what is no entry. Nothing for a blank entry. */
export function quoteEvent({ field, passage }: TimelineEvent, ticket: Ticket): Evidence[] {
  if (field !== 'workNotes' && field !== 'comments') return quoteTime(ticket, field);
  return passage === undefined ? [] : [quoteBeginning(passage)];
}
