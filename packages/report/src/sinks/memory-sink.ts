import type { FileSink, TextSink } from './sinks.ts';
import { stringOf } from './string-of.ts';

/** Collects text in memory. For tests and small reports. */
export function textCollector(): TextSink & { readonly text: string } {
  const pieces: string[] = [];
  return {
    write(text) {
      pieces.push(stringOf(text));
    },
    get text() {
      return pieces.join('');
    },
  };
}

/** Collects files in memory. For tests and small reports. */
export function memorySink(): FileSink & {
  readonly files: ReadonlyMap<string, string>;
  readonly binaryFiles: ReadonlyMap<string, Uint8Array>;
} {
  const files = new Map<string, string>();
  const binaryFiles = new Map<string, Uint8Array>();
  return {
    files,
    binaryFiles,
    async write(path, ...texts) {
      files.set(path, texts.map(stringOf).join(''));
    },
    async open(path) {
      const collector = textCollector();
      return {
        write: collector.write,
        async close() {
          files.set(path, collector.text);
        },
      };
    },
    async openBinary(path) {
      const pieces: Uint8Array[] = [];
      return {
        async write(bytes) {
          pieces.push(bytes);
        },
        async close() {
          binaryFiles.set(path, Buffer.concat(pieces));
        },
      };
    },
    async spool() {
      const pieces: string[] = [];
      return {
        write(text) {
          pieces.push(stringOf(text));
        },
        async *read() {
          yield* pieces;
        },
        async discard() {
          pieces.length = 0;
        },
      };
    },
  };
}
