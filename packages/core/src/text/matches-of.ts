/**
 * The matches of a global expression, as `matchAll` gives them. That copies the expression for every text, which costs more than
 * to search a short one. The expression matches no empty text, and no two searches with it are under way at the same time.
 */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray, void, undefined> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { lastIndex } = pattern;
    yield match;
    pattern.lastIndex = lastIndex;
  }
}
