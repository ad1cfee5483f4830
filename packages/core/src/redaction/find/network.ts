import { matchesOf } from '../../text/matches-of.ts';
import type { Personal } from '../personal.ts';

const MAC =
  /(?<![\p{L}\d:.-])(?:[\da-f]{2}([:-])[\da-f]{2}(?:\1[\da-f]{2}){4}|[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4})(?![\p{L}\d:-]|\.\d)/giu;
const IPV4 = /(?<![\p{L}\d.@_-])(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\d_-]|\.\d)/gu;
const IPV6 = /(?<![\p{L}\d:.\]])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\p{L}\d:]|\.\d)/giu;
/** What stands in every address: looked for first, at less cost. */
const MAC_HINT = /[\da-f]{2}[:-][\da-f]{2}[:-]|[\da-f]{4}\.[\da-f]{4}\./i;
const IPV4_HINT = /\d\.\d{1,3}\.\d/;
const IPV6_HINT = /:[\da-f]{0,4}:/i;
/** In UTF-16 units. */
const LOOK_BACK = 40;
const IP_CUE =
  /(?:\bip(?:v?[46])?\b|\baddr|\bping|\bhost|\bgateway|\bdns\b|\bdhcp\b|\bsubnet|\bserver|\bconnected (?:from|to)|\brouter|:\/\/|\bfrom|\bnode)[^\n.;]{0,20}$/i;
const VERSION_CUE =
  /(?:\bv(?:er(?:sion)?)?|\bbuild|\brelease|\bfirmware|\bfw|\bdriver|\bupdate[ds]?(?: (?:to|from))?|\bupgraded?(?: (?:to|from))?|\bbios|\bpatch(?:ed)?(?: to)?|\bclient|\bagent|\bapp)[\s:=]{0,3}$/i;
/** `10.2.1.1 (build 881)` */
const VERSION_AFTER = /^[\s,]{0,2}\((?:build|hotfix|rev|patch|sp|beta|x64|x86)/i;

/** IP and MAC addresses. What may as well be a version is one, unless something says that it is an address. */
export function findNetworkAddresses(text: string): Personal[] {
  const found: Personal[] = [];
  if (/\d/.test(text) && MAC_HINT.test(text)) {
    for (const { 0: mac, index } of matchesOf(MAC, text)) {
      const key = mac.toLowerCase().replace(/[^\da-f]/g, '');
      if (/\d/.test(key)) found.push({ type: 'MAC', key, start: index, end: index + mac.length });
    }
  }
  if (IPV4_HINT.test(text)) {
    for (const { 0: ip, index } of matchesOf(IPV4, text)) {
      if (isAddress(text, ip, index)) found.push({ type: 'IP', key: ip, start: index, end: index + ip.length });
    }
  }
  if (IPV6_HINT.test(text)) {
    for (const { 0: ip, index } of matchesOf(IPV6, text)) {
      if (isIpv6(ip)) found.push({ type: 'IP', key: ip.toLowerCase(), start: index, end: index + ip.length });
    }
  }
  return found;
}

function isAddress(text: string, ip: string, index: number): boolean {
  const octets = ip.split('.').map(Number);
  const [first = 0, second = 0] = octets;
  if (octets.some((octet) => octet > 255) || /\b0\d/.test(ip)) return false;
  // Masks and the addresses of nobody.
  if (first === 255 || first === 0 || ip === '127.0.0.1') return false;
  const before = text.slice(Math.max(0, index - LOOK_BACK), index);
  if (VERSION_CUE.test(before) || VERSION_AFTER.test(text.slice(index + ip.length, index + ip.length + 12)))
    return /\bip\b/i.test(before);
  if (IP_CUE.test(before)) return true;
  return first >= 24 || (first === 10 && second + (octets[2] ?? 0) > 0);
}

/** Eight groups, or fewer with a gap; not a time, and not a word of a programming language. */
function isIpv6(text: string): boolean {
  const groups = text.split(':').filter((group) => group !== '');
  if (!/[\da-f]/i.test(text) || groups.length < 2) return false;
  const gaps = text.split('::').length - 1;
  if (gaps === 0) return groups.length === 8 && text.split(':').length === 8 && groups.some(({ length }) => length > 2);
  return (
    gaps === 1 &&
    groups.length < 8 &&
    (groups.length > 2 || /^(?:fe80|f[cd]|2[\da-f]{3}|64)/i.test(text)) &&
    /\d/.test(text)
  );
}
