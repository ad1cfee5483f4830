import { join } from 'node:path';
import {
  directorySink,
  FORMATS,
  type FormatId,
  openReport,
  type ReportWriter,
  type RunInfo,
  streamSink,
} from '@tqrs/report';
import { ConfigError } from '../config-error.ts';
import { isTerminal } from '../terminal/output.ts';
import { type OutputFolder, prepareOutputFolder, withClearErrors } from './output-folder.ts';

/** Where the results of a run go. */
export interface Target {
  /** The stream for the closing summary: standard output where nothing else goes there. */
  readonly summary: NodeJS.WriteStream;
  /** Makes ready for a run. Called before any ticket is read, so that an output nobody can write costs no time. */
  prepare(): Promise<OpenTarget>;
}

/** A target that is ready. */
export interface OpenTarget {
  open(run: RunInfo): Promise<ReportWriter>;
  /** Makes sure that everything written so far survives a crash. */
  save(): Promise<void>;
  /** Called once everything is written. `entry` is the file to open first, where there is a file. */
  finish(complete: boolean): Promise<{ readonly entry: string | undefined }>;
}

/** The options that decide. */
export interface TargetOptions {
  readonly out?: string;
  readonly format?: readonly FormatId[];
  readonly force: boolean;
  /** Nothing is printed that is not asked for. */
  readonly quiet: boolean;
}

/**
 * Where a run writes, by the command's options.
 * @throws {ConfigError} where standard output cannot take what is asked for, or the folder has no name.
 */
export function chooseTarget({ out, format, force, quiet }: TargetOptions): Target {
  if (out?.trim() === '') {
    throw new ConfigError('--out names no folder.', { code: 'output-unnamed', hint: 'Name one: --out report.' });
  }
  if (out !== undefined) return folderTarget(out, format ?? ['html', 'json'], force);
  if (format === undefined) return quiet || isTerminal(process.stdout) ? summaryTarget() : streamTarget('json');
  const [id, ...others] = new Set(format);
  if (id === undefined || others.length > 0 || FORMATS[id].kind === 'folder') {
    throw new ConfigError(`Standard output takes one text format, not ${format.join(' and ')}.`, {
      code: 'format-needs-folder',
      hint: 'Add --out <folder>.',
    });
  }
  return streamTarget(id);
}

function folderTarget(out: string, formats: readonly FormatId[], force: boolean): Target {
  return {
    summary: process.stdout,
    async prepare() {
      const folder: OutputFolder = await prepareOutputFolder(out, force);
      const files = directorySink(folder.path);
      return {
        open: (run) => withClearErrors(out, async () => explaining(out, await openReport(run, { formats, files }))),
        save: () => withClearErrors(out, () => files.save()),
        async finish(complete) {
          await folder.mark(complete);
          const entry = FORMATS[formats.includes('html') ? 'html' : (formats[0] ?? 'html')].entry;
          return { entry: join(out, entry) };
        },
      };
    },
  };
}

/** A writer whose failures say in words why the folder could not be written. */
function explaining(out: string, writer: ReportWriter): ReportWriter {
  return {
    add: (ticket, scorecard) => withClearErrors(out, () => writer.add(ticket, scorecard)),
    fail: (failure) => withClearErrors(out, () => writer.fail(failure)),
    close: (outcome) => withClearErrors(out, () => writer.close(outcome)),
  };
}

function streamTarget(id: FormatId): Target {
  return {
    summary: process.stderr,
    prepare: async () => ({
      open: async (run) => {
        const format = FORMATS[id];
        if (format.kind === 'folder') throw new TypeError(`${id} is not one text`);
        return format.open(run, streamSink(process.stdout));
      },
      async save() {},
      finish: async () => ({ entry: undefined }),
    }),
  };
}

/** Nothing is written but the summary, where one is wanted. */
function summaryTarget(): Target {
  const writer: ReportWriter = { async add() {}, async fail() {}, async close() {} };
  return {
    summary: process.stdout,
    prepare: async () => ({ open: async () => writer, async save() {}, finish: async () => ({ entry: undefined }) }),
  };
}
