/** The bytes that JSON is built of. */
export const QUOTE = 0x22;
export const SINGLE_QUOTE = 0x27;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const BACKSLASH = 0x5c;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const LINE_FEED = 0x0a;

/** Whether a byte is one of the four that may stand between the tokens of JSON. */
export function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === LINE_FEED || byte === 0x0d || byte === 0x09;
}

/** 0: nothing to do; 1: end, escape or a character that JSON forbids in a string. */
export const IN_STRING = new Uint8Array(256);
IN_STRING.fill(1, 0, 0x20);
IN_STRING[QUOTE] = 1;
IN_STRING[BACKSLASH] = 1;

/** 0: nothing to do; 1: a quote or bracket; 2: cannot stand outside strings. */
export const OUTSIDE = new Uint8Array(256).fill(2);
for (const character of ' \t\r\n,:+-.0123456789truefalsnE') OUTSIDE[character.charCodeAt(0)] = 0;
for (const character of '"[]{}') OUTSIDE[character.charCodeAt(0)] = 1;

/** The characters that can start a number, `true`, `false` or `null`. */
export const STARTS_LITERAL = new Set([...'-0123456789tfn'].map((character) => character.charCodeAt(0)));
