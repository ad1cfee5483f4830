import { detectEncoding, HEAD_BYTES, Utf16Transcoder } from '../../bytes/encoding.ts';
import { RowParser } from './parse-row.ts';
import type { XmlPiece } from './pieces.ts';
import { RowSplitter } from './row-splitter.ts';

/** Encodings in which no character but `<` holds its byte, as the splitter needs. */
const ASCII_LIKE =
  /^(?:utf-8|windows-\d+|iso-8859-[\d-]+i?|koi8-[ru]|ibm866|macintosh|gbk|gb18030|big5|euc-\w+|shift_jis)$/;

/** The pieces of an XML export, and how its rows are parsed. */
export class XmlSource {
  readonly #maxRowBytes: number;
  #parser = new RowParser('utf-8');
  /** The encoding is known from the first bytes, whatever the declaration says. */
  #detected = false;

  constructor(maxRowBytes: number) {
    this.#maxRowBytes = maxRowBytes;
  }

  /** Parses rows of the pieces that were read last. */
  get parser(): RowParser {
    return this.#parser;
  }

  /** Reads to the end, a chunk at a time. Ends after a piece that {@link wholeSourceFault} knows. */
  async *pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<XmlPiece, void, undefined> {
    const splitter = new RowSplitter(this.#maxRowBytes);
    let transcoder: Utf16Transcoder | undefined;
    let head: Uint8Array | undefined = new Uint8Array(0);
    for await (const chunk of bytes) {
      if (head !== undefined) {
        head = Buffer.concat([head, chunk]);
        if (head.byteLength < HEAD_BYTES) continue;
        transcoder = this.#detect(head);
        yield* this.#declared(splitter.push(latin1(transcoder?.push(head) ?? head)));
        head = undefined;
      } else {
        yield* this.#declared(splitter.push(latin1(transcoder?.push(chunk) ?? chunk)));
      }
    }
    if (head !== undefined) yield* this.#declared(splitter.push(latin1(head)));
    if (transcoder !== undefined) yield* this.#declared(splitter.push(latin1(transcoder.end())));
    yield* this.#declared(splitter.end());
  }

  #detect(head: Uint8Array): Utf16Transcoder | undefined {
    const detected = detectEncoding(head);
    if ('binary' in detected) return undefined;
    this.#detected = detected.encoding !== 'utf-8' || detected.skip > 0;
    return detected.encoding === 'utf-8' ? undefined : new Utf16Transcoder(detected.encoding);
  }

  *#declared(pieces: readonly XmlPiece[]): Generator<XmlPiece, void, undefined> {
    for (const piece of pieces) {
      if (piece.kind !== 'declaration') yield piece;
      else if (!this.#detected) {
        const label = /\sencoding\s*=\s*["']([^"']{1,40})["']/.exec(piece.text)?.[1] ?? 'utf-8';
        const encoding = encodingOf(label);
        if (encoding === undefined) yield { kind: 'encoding', label };
        else this.#parser = new RowParser(encoding);
      }
    }
  }
}

/** The decoder's name of an encoding, or undefined where it cannot be read. */
function encodingOf(label: string): string | undefined {
  // The declaration itself could be read byte by byte, so the text was changed to UTF-8 and the declaration was not.
  if (/^(?:utf-?16|ucs-?2)/i.test(label)) return 'utf-8';
  try {
    const { encoding } = new TextDecoder(label);
    return ASCII_LIKE.test(encoding) ? encoding : undefined;
  } catch {
    return undefined;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
