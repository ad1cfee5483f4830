import type { Foreign } from './foreign-faults.ts';

/** What old Office files and protected ones call their parts, in their own encoding. */
const PARTS: readonly (readonly [string, Foreign])[] = [
  ['EncryptedPackage', 'protected'],
  ['WordDocument', 'word'],
  ['PowerPoint Document', 'presentation'],
];

/** What an OLE file is: the container of old Office files, and of new ones with a password. */
export function identifyOle(head: Buffer): Foreign {
  const found = PARTS.find(([part]) => head.includes(Buffer.from(part, 'utf16le')));
  return found?.[1] ?? 'old-excel';
}
