import { isIP } from 'node:net';
import { isPublicAddress } from '@tqrs/llm/network';
import { ApiError } from '../http/api-error.ts';

/** Where Azure puts the resources of its customers: nobody else can point such a name anywhere. */
const AZURE = ['*.openai.azure.com', '*.cognitiveservices.azure.com', '*.services.ai.azure.com'];

/** What an address may be used with. */
export interface AllowedAddress {
  /** Every connection is checked: it must lead to a public address, whatever the name resolves to by then. */
  readonly publicOnly: boolean;
}

/**
 * Whether somebody who uses the page may let the server ask an address.
 * @param listed What whoever runs the server allows: `host`, `host:port`, `*.domain`, or `*` for any public one.
 * @throws {ApiError} where it may not.
 */
export function checkAddress(
  provider: 'azure' | 'compatible',
  address: string,
  listed: readonly string[],
): AllowedAddress {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new ApiError(422, 'address-invalid', 'That is no address that begins with https://.');
  if (url.username !== '' || url.password !== '') throw refused('It holds a name or a password.');
  const isListed = listed.some((entry) => entry !== '*' && matches(url, entry));
  if (isListed) return { publicOnly: false };
  if (url.protocol !== 'https:') throw refused('It is not encrypted: only https:// is allowed.');
  if (provider === 'azure' && AZURE.some((entry) => matches(url, entry))) return { publicOnly: false };
  if (!listed.includes('*')) throw refused('This server does not allow it.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw refused('It is not a public address.');
  return { publicOnly: true };
}

/** Entries are in lower case, as hosts of a URL are. */
function matches({ hostname, host }: URL, entry: string): boolean {
  if (entry.startsWith('*.')) return hostname.endsWith(entry.slice(1));
  return entry === host || entry === hostname;
}

function refused(why: string): ApiError {
  return new ApiError(
    403,
    'address-refused',
    `The address cannot be used. ${why}`,
    'Whoever runs the server can allow it by TQRS_SERVE_ADDRESSES.',
  );
}
