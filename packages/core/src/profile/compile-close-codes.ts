import { type PhraseSet, phraseSet } from '../text/phrases.ts';
import { LabelIndex } from './fold-label.ts';
import type { CloseCode, CloseMeaning } from './schema.ts';

/** A code that a ticket may be closed with, with its phrases compiled. */
export interface CompiledCloseCode {
  readonly name: string;
  readonly meaning: CloseMeaning;
  /** What in a ticket's prose speaks for this code. */
  readonly phrases: PhraseSet;
}

/** Finds a close code by its name or an alias. */
export function compileCloseCodes(
  codes: readonly CloseCode[],
): (label: string | undefined) => CompiledCloseCode | undefined {
  const index = new LabelIndex(
    codes.map(({ name, aliases, meaning, phrases }) => ({ name, aliases, meaning, phrases: phraseSet(phrases) })),
    ({ name, aliases }) => [name, ...aliases],
  );
  return (label) => index.find(label);
}
