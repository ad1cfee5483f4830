/** Control characters, and the marks that turn the direction of text around: what could steer or fool a terminal. */
const STEERING = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** Makes text of unknown origin safe to print on one line: escape sequences and line breaks become visible. */
export function plain(text: string): string {
  return text.replace(STEERING, (character) => {
    const code = character.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}

/** The same for text whose own line breaks are to be kept. */
export function plainLines(text: string): string {
  return text.split('\n').map(plain).join('\n');
}

/** {@link plain}, cut to `width` characters with an ellipsis. */
export function plainCut(text: string, width: number): string {
  const safe = plain(text);
  const characters = [...safe];
  return characters.length <= width ? safe : `${characters.slice(0, width - 1).join('')}…`;
}
