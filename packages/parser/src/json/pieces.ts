/** Why a record's structure cannot be followed. */
export type Damage = 'control-character' | 'single-quotes' | 'brackets' | 'character' | 'nesting';

/**
 * What a source is cut into. `bytes` are a view that stays right only until the splitter is given its next chunk.
 * - `record`: one element of the array, or one value at the top level
 * - `envelope`: the members beside the array, as the text before the array or after it
 * - `damaged`, `oversize`: a record that was passed over, with its beginning (up to the damage)
 * - `comma`: a comma missing or one too many between two records
 * - `garbage`: bytes at the top level that start no JSON value; shown where they are the first of the source
 * - `cut`: the source ends inside a record (`bytes` is its beginning) or inside the array (`bytes` is empty)
 * - `unclosed`: the source ends after its array, but before the object around it is closed
 */
export type Piece =
  | { readonly kind: 'record' | 'oversize' | 'cut'; readonly bytes: Buffer }
  | { readonly kind: 'envelope'; readonly part: 'before' | 'after'; readonly bytes: Buffer }
  | { readonly kind: 'damaged'; readonly cause: Damage; readonly bytes: Buffer }
  | { readonly kind: 'garbage'; readonly bytes: Buffer; readonly first: boolean }
  | { readonly kind: 'comma' | 'unclosed' };

/** Says where a record ends that nobody wants to see, or -1: then it is split off as usual. */
export type Skim = (buffer: Buffer, start: number, end: number) => number;
