import type { FileSink, Text, TextSink } from './sinks.ts';

const stringOf = (text: Text): string => (typeof text === 'string' ? text : Buffer.from(text).toString());

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
export function memorySink(): FileSink & { readonly files: ReadonlyMap<string, string> } {
  const files = new Map<string, string>();
  return {
    files,
    async write(path, text) {
      files.set(path, stringOf(text));
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
