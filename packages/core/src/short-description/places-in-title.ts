import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import { readParts } from './read-parts.ts';

/** The place that a short description names as its second part, if that reads as a place. Empty: none. */
export function placesInTitle(ticket: Ticket, profile: CompiledProfile): string[] {
  const { shortDescription } = ticket;
  if (shortDescription === undefined || shortDescription === '') return [];
  const reading = readParts(shortDescription, { ticket, profile, maxBriefWords: 8 }).find(
    ({ part }) => part === 'location',
  );
  if (reading?.span === undefined || reading.fault !== undefined) return [];
  const place = shortDescription.slice(reading.span.start, reading.span.end);
  return /^\p{L}[\p{L}\s.'’-]{2,30}$/u.test(place) ? [place] : [];
}
