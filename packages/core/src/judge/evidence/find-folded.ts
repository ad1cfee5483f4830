/**
 * Every position where `needle` stands in `haystack`, in order, overlapping ones too. Knuth, Morris and Pratt's search:
 * linear whatever the texts, which a built-in search is not.
 */
export function* occurrences(haystack: string, needle: string): Generator<number> {
  if (needle === '') return;
  const borders = bordersOf(needle);
  let matched = 0;
  for (let at = 0; at < haystack.length; at++) {
    const unit = haystack.charCodeAt(at);
    while (matched > 0 && needle.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (needle.charCodeAt(matched) === unit) matched++;
    if (matched < needle.length) continue;
    yield at - needle.length + 1;
    matched = borders[matched - 1] ?? 0;
  }
}

/** For each prefix, the length of its longest proper prefix that is also its suffix. */
function bordersOf(needle: string): Uint32Array {
  const borders = new Uint32Array(needle.length);
  let length = 0;
  for (let at = 1; at < needle.length; at++) {
    const unit = needle.charCodeAt(at);
    while (length > 0 && needle.charCodeAt(length) !== unit) length = borders[length - 1] ?? 0;
    if (needle.charCodeAt(length) === unit) length++;
    borders[at] = length;
  }
  return borders;
}
