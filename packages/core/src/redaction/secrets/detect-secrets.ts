import type { Ticket } from '@tqrs/parser';
import { withoutOverlaps } from '../../text/spans.ts';
import { ticketTexts } from '../ticket-texts.ts';
import { findSecrets } from './find-secrets.ts';
import { occurrencesOf } from './occurrences.ts';
import type { SecretKind, SecretSpan } from './secret.ts';

/** A secret that was written into a ticket: where it stands, in UTF-16 offsets into the field or journal entry. */
export interface TicketSecret extends SecretSpan {
  readonly field: string;
  /** Which entry of a journal, counted from 0. */
  readonly entry?: number;
}

/** Shorter ones may stand elsewhere by chance. In UTF-16 units. */
const SHORTEST_REPEATED = 6;
/** So many different secrets are looked for again. */
const MOST_REPEATED = 20;

/**
 * Passwords, PINs, one-time codes, keys and tokens that were written into a ticket, in the order of its fields. One that is
 * told as such in one place is found wherever it stands. Words such as "password reset" or "PIN: N" are no secrets.
 */
export function detectSecrets(ticket: Ticket): TicketSecret[] {
  const texts = ticketTexts(ticket);
  const found = texts.map(({ text }) => findSecrets(text));
  if (found.every(({ length }) => length === 0)) return [];
  const told = new Map<string, SecretKind>();
  texts.forEach(({ text }, index) => {
    for (const { kind, start, end } of found[index] ?? []) told.set(text.slice(start, end), kind);
  });
  const repeated = [...told].filter(([value]) => isRepeatable(value)).slice(0, MOST_REPEATED);
  return texts.flatMap(({ text, ...place }, index) => {
    const again = repeated.flatMap(([value, kind]) => occurrencesOf(value, text).map((span) => ({ kind, ...span })));
    return withoutOverlaps([...(found[index] ?? []), ...again]).map((secret) => ({ ...place, ...secret }));
  });
}

function isRepeatable(value: string): boolean {
  return value.length >= SHORTEST_REPEATED && /\D/.test(value);
}
