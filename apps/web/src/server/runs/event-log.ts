import { appendFile, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

const NAME = /^events-(\d+)\.ndjson$/;
const READ_AT_ONCE = 64 * 1024;

/** Where a reader of a log is: behind the line that ends at `offset` of the events of a try. */
export interface LogPlace {
  readonly attempt: number;
  /** In bytes. */
  readonly offset: number;
}

/** A line, and the place behind it. */
export interface LogLine extends LogPlace {
  readonly text: string;
}

/** The events of one try of a run, as the command told them, in a file. */
export class EventLog {
  readonly #path: string;
  readonly attempt: number;

  constructor(folder: string, attempt: number) {
    this.#path = join(folder, `events-${attempt}.ndjson`);
    this.attempt = attempt;
  }

  /** Begins the log of a try; those of earlier ones are deleted. */
  static async begin(folder: string, attempt: number): Promise<EventLog> {
    const log = await EventLog.beside(folder, attempt);
    await log.forgetOthers(folder);
    return log;
  }

  /** Begins the log of a try, and leaves those of earlier ones. */
  static async beside(folder: string, attempt: number): Promise<EventLog> {
    const log = new EventLog(folder, attempt);
    await (await open(log.#path, 'w', 0o600)).close();
    return log;
  }

  /** Deletes the logs of all other tries. */
  async forgetOthers(folder: string): Promise<void> {
    for (const name of await readdir(folder))
      if (NAME.test(name) && join(folder, name) !== this.#path) await rm(join(folder, name), { force: true });
  }

  /** Adds whole lines. */
  async append(lines: string): Promise<void> {
    await appendFile(this.#path, lines);
  }

  /** Whether a line ends at an offset: anything else is no place to go on from. */
  async endsLineAt(offset: number): Promise<boolean> {
    if (offset === 0) return true;
    const file = await open(this.#path).catch(() => undefined);
    try {
      const read = await file?.read(Buffer.alloc(1), 0, 1, offset - 1);
      return read?.buffer.toString() === '\n';
    } finally {
      await file?.close();
    }
  }

  /** The lines that are there behind an offset. Reads on only as its lines are taken. */
  async *linesFrom(offset: number): AsyncGenerator<LogLine> {
    // Opened once: the log of an earlier try may be deleted meanwhile.
    const file = await open(this.#path).catch(() => undefined);
    if (file === undefined) return;
    const { size } = await file.stat();
    if (offset >= size) return file.close();
    const decoder = new StringDecoder('utf8');
    let rest = '';
    let at = offset;
    const stream = file.createReadStream({ start: offset, end: size - 1, highWaterMark: READ_AT_ONCE });
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        at += Buffer.byteLength(text) + 1;
        yield { attempt: this.attempt, offset: at, text };
      }
    }
  }
}
