import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { buildConnector } from 'undici';
import { ADDRESS_REFUSED, isPublicAddress } from './public-address.ts';

/**
 * Makes connections to public addresses alone. The very address is checked that a connection is made to, so that no name can
 * resolve to another one in between, and no redirect leads around it.
 */
export function publicConnector(tls: ConnectionOptions | undefined): buildConnector.connector {
  const connect = buildConnector({ ...tls, lookup: publicLookup } as buildConnector.BuildOptions);
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    // An address is not looked up.
    if (isIP(host) !== 0 && !isPublicAddress(host)) callback(refused(), null);
    else connect(options, callback);
  };
}

/** Node's own look-up, which fails where a name has any address that is not public. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...(options as LookupOptions), all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) callback(error, '', 0);
    else if (addresses.some(({ address }) => !isPublicAddress(address))) callback(refused(), '', 0);
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function refused(): NodeJS.ErrnoException {
  return Object.assign(new Error('The address is not public.'), { code: ADDRESS_REFUSED });
}
