import { BlockList, isIP, isIPv6 } from 'node:net';

/** Ranges that lead into a machine, a private network or a cloud's own services, or nowhere. From IANA's special-purpose registries. */
const IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Azure's host answers its guests there.
  '168.63.129.16/32',
];
/** Public is what is in the first and in none of the others: tunnels and translations hide an IPv4 address. */
const IPV6_GLOBAL = '2000::/3';
const IPV6_OTHERS = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const NOT_PUBLIC = listOf([...IPV4, ...IPV6_OTHERS]);
const GLOBAL = listOf([IPV6_GLOBAL]);

/** What a connection fails with whose address is not public. */
export const ADDRESS_REFUSED = 'TQRS_ADDRESS_REFUSED';

/** Whether an IP address is one of the public internet. What is no address in its usual notation is none. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (!isIPv6(address)) return !NOT_PUBLIC.check(address, 'ipv4');
  return GLOBAL.check(address, 'ipv6') && !NOT_PUBLIC.check(address, 'ipv6');
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return list;
}
