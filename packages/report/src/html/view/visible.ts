/**
 * Characters that draw nothing, move the cursor, or turn the direction of the text: controls but tab and line feed,
 * soft hyphen, zero-width and bidirectional marks, interlinear marks, tags, and lone surrogates.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: so are combining characters, each by itself
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]|\p{Surrogate}/gu;

/** Most texts hold nothing else, which is found out faster. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;

const JOINER = '\u200D';
const PICTOGRAPH = /\p{Extended_Pictographic}/u;

/** A zero-width joiner that builds one emoji out of two. */
function joinsEmoji(text: string, at: number): boolean {
  return PICTOGRAPH.test(String.fromCodePoint(text.codePointAt(at + 1) ?? 0)) && !/[\s\w]/.test(text.charAt(at - 1));
}

function show(char: string, at: number, text: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code === 0x0d) return text.charAt(at + 1) === '\n' ? '' : '\n';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
  if (char === JOINER && joinsEmoji(text, at)) return char;
  return `\u27E6U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27E7`;
}

/**
 * Text as a page may show it: what would be invisible, or would change how its neighbours look, is written out
 * (`␛`, `⟦U+202E⟧`), and line ends become `\n`. The result still needs HTML escaping.
 */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(HIDDEN, show);
}

/** {@link visible} on one line, cut at `limit` characters. */
export function visibleLine(text: string, limit: number): string {
  // A character has at most two units, so this holds one character more than the limit wherever the text does.
  const enough = text.trimStart().slice(0, 2 * limit + 2);
  const line = visible(enough)
    .replace(/[\n\t]/g, ' ')
    .trim();
  if (line.length <= limit) return line;
  const chars = [...line];
  return chars.length > limit ? `${chars.slice(0, limit - 1).join('')}…` : line;
}
