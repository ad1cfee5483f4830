/** The first position from `from` on that is no white space. */
export function skipSpace(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && isSpace(text, index)) index++;
  return index;
}

/** The end of a value without trailing white space and the marks that separate it from the next. */
export function trimValue(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && (isSpace(text, index - 1) || /[,;|(]/.test(text.charAt(index - 1)))) index--;
  return index;
}

/** All that JavaScript takes for white space. Most characters are told apart without the expression. */
function isSpace(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 32 || ((code < 32 || code >= 128) && /\s/.test(text.charAt(index)));
}
