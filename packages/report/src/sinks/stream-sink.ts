import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { TextSink } from './sinks.ts';

/** Pieces are gathered up to this many characters before they are written. */
const BUFFER = 64 * 1024;

/** A stream that is written through a buffer. */
export interface StreamSink extends TextSink {
  /** Hands everything written so far to the stream. Call it at the end, and where a reader waits. */
  flush(): Promise<void>;
}

/** Writes to a Node stream, such as standard output, and waits where the reader is slower than the writer. */
export function streamSink(stream: Writable): StreamSink {
  let pending = '';
  const flush = async () => {
    const text = pending;
    pending = '';
    if (text !== '' && !stream.write(text)) await once(stream, 'drain');
  };
  return {
    write(text) {
      pending += text;
      return pending.length >= BUFFER ? flush() : undefined;
    },
    flush,
  };
}
