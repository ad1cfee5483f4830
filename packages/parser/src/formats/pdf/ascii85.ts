/** Decodes ASCII85, which some writers put around compressed streams. Undefined where it is damaged. */
export function decodeAscii85(text: string): Buffer | undefined {
  const end = text.indexOf('~>');
  if (end < 0) return undefined;
  const digits = text.slice(0, end).replace(/\s+/g, '').replaceAll('z', '!!!!!');
  if (/[^!-u]/.test(digits)) return undefined;
  const missing = (5 - (digits.length % 5)) % 5;
  const bytes = Buffer.alloc(((digits.length + missing) / 5) * 4);
  const padded = digits + 'u'.repeat(missing);
  for (let at = 0; at < padded.length; at += 5) {
    let word = 0;
    for (let digit = 0; digit < 5; digit++) word = word * 85 + padded.charCodeAt(at + digit) - 33;
    if (word > 0xffff_ffff) return undefined;
    bytes.writeUInt32BE(word, (at / 5) * 4);
  }
  return bytes.subarray(0, bytes.length - missing);
}
