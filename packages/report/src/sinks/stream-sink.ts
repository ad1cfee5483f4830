import type { Writable } from 'node:stream';
import type { TextSink } from './sinks.ts';
import { TextBuffer } from './text-buffer.ts';

/** A stream that is written through a buffer. */
export interface StreamSink extends TextSink {
  /** Hands everything written so far to the stream. Call it at the end, and where a reader waits. */
  flush(): Promise<void>;
}

/** Writes to a Node stream, such as standard output, and waits where the reader is slower than the writer. */
export function streamSink(stream: Writable): StreamSink {
  const buffer = new TextBuffer();
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      stream.write(bytes, (error) => (error == null ? resolve() : reject(error)));
    });
  return {
    write(text) {
      buffer.add(text);
      return buffer.isFull ? buffer.flush(write) : undefined;
    },
    flush: () => buffer.flush(write),
  };
}
