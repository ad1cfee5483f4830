import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { FileSink, OpenFile } from './sinks.ts';
import { TextBuffer } from './text-buffer.ts';

/** In bytes. */
const READ_AT_ONCE = 64 * 1024;

/** A folder of files, written through a buffer. */
export interface DirectorySink extends FileSink {
  /** Waits until the disk has everything written so far, so that a crash later on cannot take it. */
  save(): Promise<void>;
}

interface BufferedFile extends OpenFile {
  save(): Promise<void>;
}

function buffered(handle: FileHandle, onClose: () => void): BufferedFile {
  const buffer = new TextBuffer();
  const flush = () => buffer.flush((bytes) => handle.writeFile(bytes));
  return {
    write(text) {
      buffer.add(text);
      return buffer.isFull ? flush() : undefined;
    },
    async save() {
      await flush();
      await handle.datasync();
    },
    async close() {
      onClose();
      try {
        await flush();
      } finally {
        await handle.close();
      }
    },
  };
}

/**
 * Writes files into a folder, which is made where it is missing. Files of the same name are replaced, others left.
 * Throws a RangeError for a path that leads out of the folder.
 */
export function directorySink(folder: string): DirectorySink {
  const root = resolve(folder);
  const made = new Set<string>();
  const unfinished = new Set<BufferedFile>();
  let spools = 0;

  const prepare = async (path: string) => {
    const target = join(root, path);
    if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new RangeError(`A report file may not lie outside of its folder: ${JSON.stringify(path)}`);
    }
    const parent = dirname(target);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    return target;
  };

  return {
    async write(path, ...texts) {
      const bytes = texts.map((text) => (typeof text === 'string' ? Buffer.from(text) : text));
      await writeFile(await prepare(path), Buffer.concat(bytes));
    },
    async open(path) {
      const file = buffered(await open(await prepare(path), 'w'), () => unfinished.delete(file));
      unfinished.add(file);
      return file;
    },
    async openBinary(path) {
      const handle = await open(await prepare(path), 'w');
      return { write: (bytes) => handle.writeFile(bytes), close: () => handle.close() };
    },
    async spool() {
      spools += 1;
      const path = await prepare(`.spool-${spools}.tmp`);
      const file = buffered(await open(path, 'w'), () => {});
      return {
        write: file.write,
        async *read() {
          await file.close();
          yield* createReadStream(path, { encoding: 'utf8', highWaterMark: READ_AT_ONCE }) as AsyncIterable<string>;
        },
        discard: () => rm(path, { force: true }),
      };
    },
    async save() {
      for (const file of unfinished) await file.save();
    },
  };
}
