import { type Place, SelectionError } from '../errors.ts';

/** A value of a list, without its quotes, and where it stands. */
export interface ListedValue {
  readonly text: string;
  readonly place: Place;
}

/** A quoted value, in which two quotes stand for one, or anything up to the next comma. */
const VALUE = /\s*(?:"((?:[^"]|"")*)"\s*|([^",][^,]*)?)(,|$)/y;

/**
 * Reads values joined by commas from `start` on. A value that holds a comma stands in double quotes: `"Olsen, Ada",Jan Berg`.
 * @throws {SelectionError} where a value is empty, or a quote is not closed.
 */
export function readValueList(text: string, start = 0): ListedValue[] {
  const values: ListedValue[] = [];
  let at = start;
  for (;;) {
    VALUE.lastIndex = at;
    const found = VALUE.exec(text);
    const end = found === null ? text.length : VALUE.lastIndex - (found[3]?.length ?? 0);
    if (found === null) {
      throw new SelectionError('A value in quotes does not end before the next comma.', {
        code: 'value-quotes',
        hint: 'Put quotes around the whole value, and write two of them for one inside: "Olsen, Ada".',
        place: trimmed(text, at, end),
      });
    }
    const value = (found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim();
    const place = trimmed(text, at, end);
    if (value === '') {
      throw new SelectionError('A value is missing.', {
        code: 'value-missing',
        hint: 'Name one. A field that was left empty is told by "is blank".',
        place,
      });
    }
    values.push({ text: value, place });
    at = VALUE.lastIndex;
    if (found[3] === '') return values;
  }
}

function trimmed(text: string, start: number, end: number): Place {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { text, start: Math.min(from, end), end: Math.max(from, start + part.trimEnd().length) };
}
