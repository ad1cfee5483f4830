/**
 * The matches of a global expression, as `matchAll` gives them. That copies the expression for every text, which costs more than
 * to search a short one. No two searches with one expression may be under way at the same time.
 */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray, void, undefined> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { lastIndex } = pattern;
    yield match;
    pattern.lastIndex = match[0] === '' ? lastIndex + 1 : lastIndex;
  }
}
