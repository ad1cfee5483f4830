/**
 * What an XML export is cut into. `text` is bytes as Latin-1, in the encoding of the source.
 * - `root`, `declaration`: the first tag, and `<?xml …?>`
 * - `row`: one row, from its first tag to its last
 * - `broken`, `oversize`, `cut`: a row without its end, a row that is too large, a row (or nothing) before the end of the
 *   source, with its beginning
 * - `stray`: something that does not belong between rows
 * - `doctype`: a document type before the root
 * - `encoding`: the declaration names an encoding that cannot be read
 * - `empty`, `not-xml`: no tag at all, and nothing or something in its place
 */
export type XmlPiece =
  | { readonly kind: 'root'; readonly name: string }
  | { readonly kind: 'encoding'; readonly label: string }
  | { readonly kind: 'declaration' | 'doctype'; readonly text: string }
  | { readonly kind: 'row' | 'broken' | 'oversize'; readonly table: string; readonly text: string }
  | { readonly kind: 'cut'; readonly table?: string; readonly text?: string }
  | { readonly kind: 'stray' | 'empty' | 'not-xml' };
