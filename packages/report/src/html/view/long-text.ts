import { splitsPair } from '../../marking/segments.ts';

/** More of a field is not shown: the export has it, and a browser should not choke on it. UTF-16 units. */
const FIELD_LIMIT = 20_000;
/** Browsers take very long to lay out a longer run without a place to break. */
const RUN_LIMIT = 500;
const RUN = /[^ \t\n]+/g;
/** A stretch of a run. Marks stay with the letter that they stand on. */
const STRETCH = /.{100}\p{M}{0,20}/gsu;

/** The beginning of a field's text, as much as a page shows. */
export function cutText(text: string): string {
  return text.slice(0, splitsPair(text, FIELD_LIMIT) ? FIELD_LIMIT - 1 : FIELD_LIMIT);
}

/** Visible text in pieces between which a line may break, which cut nothing but very long runs. Joined they are the text. */
export function breakable(text: string): string[] {
  if (text.length <= RUN_LIMIT) return [text];
  // Visible text holds no NUL.
  const broken = text.replace(RUN, (run) => (run.length > RUN_LIMIT ? run.replace(STRETCH, '$&\0') : run));
  return broken.split('\0');
}
