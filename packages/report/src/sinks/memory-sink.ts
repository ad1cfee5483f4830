import type { FileSink, TextSink } from './sinks.ts';

/** Collects text in memory. For tests and small reports. */
export function textCollector(): TextSink & { readonly text: string } {
  const pieces: string[] = [];
  return {
    write(text) {
      pieces.push(text);
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
      files.set(path, text);
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
          pieces.push(text);
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
