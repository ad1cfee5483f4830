/** Text encodings that an export may come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Files that are no text at all, told by their first bytes. */
export type BinaryFormat = 'zip' | 'gzip' | 'pdf' | 'image' | 'old-excel' | 'utf-32';

/** How many bytes {@link detectEncoding} wants to see, where the source has that many. */
export const HEAD_BYTES = 8;

/** How a text is encoded, and how many bytes its byte order mark takes. */
export interface TextEncoding {
  readonly encoding: Encoding;
  readonly skip: number;
}

/** What the first bytes of a source say about the rest. */
export type Detected = TextEncoding | { readonly binary: BinaryFormat };

const SIGNATURES: readonly (readonly [BinaryFormat, ...number[]])[] = [
  ['zip', 0x50, 0x4b, 0x03, 0x04],
  ['zip', 0x50, 0x4b, 0x05, 0x06],
  ['gzip', 0x1f, 0x8b],
  ['pdf', 0x25, 0x50, 0x44, 0x46],
  ['image', 0x89, 0x50, 0x4e, 0x47],
  ['image', 0xff, 0xd8, 0xff],
  ['image', 0x47, 0x49, 0x46, 0x38],
  ['image', 0x52, 0x49, 0x46, 0x46],
  ['image', 0x49, 0x49, 0x2a, 0x00],
  ['image', 0x4d, 0x4d, 0x00, 0x2a],
  ['old-excel', 0xd0, 0xcf, 0x11, 0xe0],
  ['utf-32', 0xff, 0xfe, 0x00, 0x00],
  ['utf-32', 0x00, 0x00, 0xfe, 0xff],
];

/** Tells the encoding from a byte order mark, from zero bytes beside ASCII, or that the bytes are no text. */
export function detectEncoding(head: Uint8Array): Detected {
  for (const [binary, ...signature] of SIGNATURES) {
    if (signature.every((byte, index) => head[index] === byte)) return { binary };
  }
  return textEncoding(head);
}

/** The encoding of what is known to be text. */
export function textEncoding(head: Uint8Array): TextEncoding {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', skip: 2 };
  // An export starts with an ASCII character, which UTF-16 pads with a zero byte.
  if (first !== 0 && second === 0 && third !== 0) return { encoding: 'utf-16le', skip: 0 };
  if (first === 0 && second !== 0 && second !== undefined) return { encoding: 'utf-16be', skip: 0 };
  return { encoding: 'utf-8', skip: 0 };
}

/** Turns chunks of UTF-16 into chunks of UTF-8. */
export class Utf16Transcoder {
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  push(chunk: Uint8Array): Uint8Array {
    return Buffer.from(this.#decoder.decode(chunk, { stream: true }), 'utf8');
  }

  end(): Uint8Array {
    return Buffer.from(this.#decoder.decode(), 'utf8');
  }
}
