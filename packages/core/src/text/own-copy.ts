/** The same text in memory of its own. A part of a longer text, as the engine cuts it, keeps all of that text in memory. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
