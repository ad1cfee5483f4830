import { type Foreign, foreignFault } from './foreign-faults.ts';
import type { Identified } from './identify.ts';

const ENTRY = Buffer.from('PK\u0003\u0004');
const HEADER_BYTES = 30;
const LONGEST_NAME = 500;

/** Folders that tell what a zip archive is. */
const FOLDERS: readonly (readonly [RegExp, Foreign])[] = [
  [/^word\//, 'word'],
  [/^ppt\//, 'presentation'],
  [/^(?:mimetype$|META-INF\/manifest\.xml$)/, 'open-document'],
];

/** What a zip archive is by the names of its first parts. */
export function identifyZip(head: Buffer): Identified {
  let isOffice = false;
  for (const name of namesIn(head)) {
    if (WORKBOOK.test(name)) isOffice = true;
    if (name.startsWith('xl/')) break;
    const known = FOLDERS.find(([folder]) => folder.test(name));
    if (known !== undefined) return { fault: foreignFault(known[1]) };
  }
  return isOffice ? { format: 'xlsx' } : { fault: foreignFault('zip') };
}

/** What every workbook begins with, in one order or another. */
const WORKBOOK = /^(?:xl|_rels|docProps|customXml)\/|^\[Content_Types\]\.xml$/;

function* namesIn(head: Buffer): Generator<string, void, undefined> {
  for (let at = head.indexOf(ENTRY); at >= 0; at = head.indexOf(ENTRY, at + 1)) {
    if (at + HEADER_BYTES > head.length) return;
    const length = Math.min(head.readUInt16LE(at + 26), LONGEST_NAME);
    yield head.toString('utf8', at + HEADER_BYTES, at + HEADER_BYTES + length);
  }
}
