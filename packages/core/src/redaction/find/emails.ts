import type { Personal } from '../personal.ts';

/** In UTF-16 units. */
const LONGEST_LOCAL = 64;
const LOCAL = /[\p{L}\d_](?:[\p{L}\d._%+'-]{0,62}[\p{L}\d_+-])?$/u;
const DOMAIN = /^[\p{L}\d](?:[\p{L}\d-]{0,62})(?:\.[\p{L}\d-]{1,63}){1,6}/u;
/** `Message-ID: <…@…>` names a mail, no mailbox. */
const MESSAGE_ID = /message[- ]?id\W{0,4}$/i;

/** E-mail addresses, each from one look around an @. */
export function findEmails(text: string): Personal[] {
  const found: Personal[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const floor = Math.max(found.at(-1)?.end ?? 0, at - LONGEST_LOCAL);
    const before = text.slice(floor, at);
    const local = LOCAL.exec(before)?.[0] ?? '';
    if (local === '') continue;
    const domain = DOMAIN.exec(text.slice(at + 1, at + 256))?.[0].replace(/[-.]+$/, '');
    if (domain === undefined || !domain.includes('.') || !/\.\p{L}{2,}$/u.test(domain)) continue;
    const start = at - local.length;
    const end = at + 1 + domain.length;
    if (MESSAGE_ID.test(text.slice(Math.max(0, start - 16), start))) continue;
    found.push({ type: 'EMAIL', key: text.slice(start, end).toLowerCase(), start, end });
  }
  return found;
}
