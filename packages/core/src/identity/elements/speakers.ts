import type { Passage } from '../../text/ticket-text.ts';

/** Labels that come again and again: `User: It flickers.` tells who speaks. */
export function speakersOf({ formLines }: Passage): ReadonlySet<string> {
  if (formLines.length < 2) return NOBODY;
  const seen = new Set<string>();
  return new Set(formLines.filter(({ label }) => seen.size === seen.add(label).size).map(({ label }) => label));
}

const NOBODY: ReadonlySet<string> = new Set();
