import { readField } from '@tqrs/parser';
import type { Finding } from '../../scorecard/schema.ts';
import { nameFields } from '../../text/name-fields.ts';
import type { BlottedTicket } from './blot-secrets.ts';
import type { SecretKind } from './secret.ts';

const NAMES: Readonly<Record<SecretKind, readonly [one: string, more: string]>> = {
  password: ['a password', 'passwords'],
  pin: ['a PIN', 'PINs'],
  code: ['an access code', 'access codes'],
  key: ['a key', 'keys'],
  token: ['an access token', 'access tokens'],
};

/**
 * Tells that secrets were written into a ticket, and where. The evidence quotes the ticket as it is shown, with the secrets
 * blotted out. It has all of them, so that a report can blot them out of a ticket that it gets from elsewhere.
 */
export function secretFindings({ ticket, secrets }: BlottedTicket): Finding[] {
  if (secrets.length === 0) return [];
  const kinds = [...Map.groupBy(secrets, ({ kind }) => kind)].map(
    ([kind, { length }]) => NAMES[kind][length > 1 ? 1 : 0],
  );
  const told = kinds.length < 2 ? kinds.join() : `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`;
  const where = nameFields([...new Set(secrets.map(({ field }) => field))]);
  const [verb, them] = secrets.length === 1 ? ['stands', 'it'] : ['stand', 'them'];
  const message = `${told.charAt(0).toUpperCase()}${told.slice(1)} ${verb} in the ${where}, for everybody to read who may read the ticket. Reports blot ${them} out. Change ${them}, and take ${them} out of the ticket.`;
  const evidence = secrets.map(({ field, entry, start, end }) => {
    const quote = (readField(ticket, field, entry) ?? '').slice(start, end);
    return entry === undefined ? { field, start, end, quote } : { field, entry, start, end, quote };
  });
  return [{ id: 'secret-in-ticket', message, evidence }];
}
