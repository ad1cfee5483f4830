import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { TextSink } from './sinks.ts';

/** Writes to a Node stream, such as standard output, and waits where the reader is slower than the writer. */
export function streamSink(stream: Writable): TextSink {
  return {
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain');
    },
  };
}
