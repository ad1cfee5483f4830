import { type ByteSource, chunksOf } from '../bytes/chunks.ts';
import { HEAD_BYTES, textEncoding, Utf16Transcoder } from '../bytes/encoding.ts';
import type { Piece, Skim } from './pieces.ts';
import { RecordSplitter } from './splitter.ts';

/** What a source of JSON consists of: the pieces of {@link RecordSplitter}, or nothing at all. */
export type SourcePiece = Piece | { readonly kind: 'empty' };

/**
 * Reads a source to its end, a chunk at a time. Use a batch before asking for the next: its bytes are used again.
 * Pull-driven: it reads a chunk only when the batch before it is used up. Errors of the source itself pass through.
 */
export async function* readPieces(
  source: ByteSource,
  maxRecordBytes: number,
  skim?: Skim,
): AsyncGenerator<SourcePiece[]> {
  const splitter = new RecordSplitter(maxRecordBytes, skim);
  let transcoder: Utf16Transcoder | undefined;
  let head: Uint8Array | undefined = new Uint8Array(0);
  const start = (bytes: Uint8Array): SourcePiece[] => {
    const { encoding, skip } = textEncoding(bytes);
    if (encoding !== 'utf-8') transcoder = new Utf16Transcoder(encoding);
    const text = bytes.subarray(skip);
    return splitter.push(transcoder?.push(text) ?? text);
  };
  for await (const chunk of chunksOf(source)) {
    if (head === undefined) {
      yield splitter.push(transcoder?.push(chunk) ?? chunk);
      continue;
    }
    head = head.byteLength === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.byteLength < HEAD_BYTES) {
      // The caller may use the chunk's memory again.
      head = Buffer.from(head);
      continue;
    }
    const first = start(head);
    head = undefined;
    yield first;
  }
  if (head !== undefined) yield start(head);
  if (transcoder !== undefined) yield splitter.push(transcoder.end());
  yield splitter.empty ? [{ kind: 'empty' }] : splitter.end();
}
