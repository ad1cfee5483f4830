import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DECISIONS_FILE, RUN_FILE } from '@tqrs/core/runs';
import {
  type DirectorySink,
  directorySink,
  FORMATS,
  type FormatId,
  openReport,
  openTextReport,
  type ReportWriter,
  type RunInfo,
  type StreamFormatId,
  streamSink,
} from '@tqrs/report';
import { ConfigError } from '../config-error.ts';
import { refuseToLose } from '../runs/refuse-to-lose.ts';
import { isTerminal } from '../terminal/output.ts';
import { type OutputFolder, prepareOutputFolder, withClearErrors } from './output-folder.ts';

/** What reports write into a folder, at its top. */
const REPORT_ENTRIES = [
  ...Object.values(FORMATS).map(({ entry }) => entry.split('/')[0] ?? entry),
  'tickets',
  'manifest.json',
  ...Array.from({ length: 9 }, (_, index) => `.spool-${index + 1}.tmp`),
];
/** The record of a run, what a process that was killed leaves beside it, and what people decided. */
const RUN_ENTRIES = [...['', '-wal', '-shm', '-journal'].map((suffix) => RUN_FILE + suffix), DECISIONS_FILE];

/** Where the results of a run go. */
export interface Target {
  /** The stream for the closing summary: standard output where nothing else goes there. */
  readonly summary: NodeJS.WriteStream;
  readonly formats: readonly FormatId[];
  /** The folder that the run is kept in; undefined where it is not kept. */
  readonly folder: string | undefined;
  /** Makes ready for a run. Called before any ticket is read, so that an output nobody can write costs no time. */
  prepare(): Promise<OpenTarget>;
}

/** A target that is ready. */
export interface OpenTarget {
  /** A report for each rubric of the run, in their order. */
  open(runs: readonly RunInfo[]): Promise<readonly ReportWriter[]>;
  /** Writes a further file beside the reports, where they have a folder. */
  add(name: string, text: string): Promise<void>;
  /** Makes sure that everything written so far survives a crash. */
  save(): Promise<void>;
  /** Called once everything is written. Tells the file to open first, for each report that has files. */
  finish(complete: boolean): Promise<readonly string[]>;
}

/** The options that decide. */
export interface TargetOptions {
  readonly out?: string;
  readonly format?: readonly FormatId[];
  readonly force: boolean;
  /** Nothing is printed that is not asked for. */
  readonly quiet: boolean;
  /** Ids of the rubrics that the tickets are scored on. */
  readonly rubrics: readonly string[];
  /** A run in the folder is gone on with. */
  readonly resumes: boolean;
}

/**
 * Where a run writes, by the command's options.
 * @throws {ConfigError} where standard output cannot take what is asked for, or the folder has no name.
 */
export function chooseTarget(options: TargetOptions): Target {
  const { out, format, quiet, rubrics } = options;
  if (out?.trim() === '') {
    throw new ConfigError('--out names no folder.', { code: 'output-unnamed', hint: 'Name one: --out report.' });
  }
  if (out !== undefined) return folderTarget(out, format ?? ['html', 'json'], options);
  if (format === undefined && (quiet || isTerminal(process.stdout))) return summaryTarget();
  const [id, ...others] = new Set<FormatId>(format ?? ['json']);
  if (others.length > 0 || !isText(id)) {
    throw new ConfigError(`Standard output takes one text format, not ${format?.join(' and ')}.`, {
      code: 'format-needs-folder',
      hint: 'Add --out <folder>.',
    });
  }
  if (rubrics.length > 1 && id !== 'ndjson') {
    throw new ConfigError(`Standard output takes the ${id} of one rubric, not of ${rubrics.length}.`, {
      code: 'rubrics-need-folder',
      hint: 'Add --out <folder>, or --format ndjson.',
    });
  }
  return streamTarget(id);
}

function isText(id: FormatId | undefined): id is StreamFormatId {
  return id !== undefined && FORMATS[id].kind === 'stream';
}

function folderTarget(out: string, formats: readonly FormatId[], options: TargetOptions): Target {
  const { force, rubrics, resumes } = options;
  return {
    summary: process.stdout,
    formats,
    folder: out,
    async prepare() {
      if (!resumes) refuseToLose(out, force);
      const own = [...REPORT_ENTRIES, ...rubrics, ...(resumes ? [] : RUN_ENTRIES)];
      const folder: OutputFolder = await prepareOutputFolder(out, { force, own, ...(resumes && { keep: RUN_FILE }) });
      const sinks: DirectorySink[] = [];
      const places: string[] = [];
      return {
        async open(runs) {
          const opened = runs.map(async (run) => {
            // With one rubric its report is the folder; with several, each has a folder of its own.
            const place = runs.length === 1 ? '' : run.rubric.id;
            const files = directorySink(join(folder.path, place));
            sinks.push(files);
            places.push(join(out, place));
            return explaining(out, await openReport(run, { formats, files }));
          });
          const writers = await withClearErrors(out, () => Promise.all(opened));
          await folder.mark(false);
          return writers;
        },
        add: (name, text) => withClearErrors(out, () => writeFile(join(folder.path, name), text)),
        save: () =>
          withClearErrors(out, async () => {
            for (const sink of sinks) await sink.save();
          }),
        async finish(complete) {
          await folder.mark(complete);
          const { entry } = FORMATS[formats.includes('html') ? 'html' : (formats[0] ?? 'html')];
          return places.map((place) => join(place, entry));
        },
      };
    },
  };
}

/** A writer whose failures say in words why the folder could not be written. */
function explaining(out: string, writer: ReportWriter): ReportWriter {
  return {
    formats: writer.formats,
    addRendered: (card) => withClearErrors(out, () => writer.addRendered(card)),
    add: (ticket, scorecard) => withClearErrors(out, () => writer.add(ticket, scorecard)),
    fail: (failure) => withClearErrors(out, () => writer.fail(failure)),
    close: (outcome) => withClearErrors(out, () => writer.close(outcome)),
  };
}

function streamTarget(id: StreamFormatId): Target {
  const sink = streamSink(process.stdout);
  return {
    summary: process.stderr,
    formats: [id],
    folder: undefined,
    prepare: async () => ({
      open: async (runs) => runs.map((run) => openTextReport(run, id, sink)),
      async add() {},
      save: () => sink.flush(),
      async finish() {
        await sink.flush();
        return [];
      },
    }),
  };
}

/** Nothing is written but the summary, where one is wanted. */
function summaryTarget(): Target {
  return {
    summary: process.stdout,
    formats: [],
    folder: undefined,
    prepare: async () => ({ open: async () => [], async add() {}, async save() {}, finish: async () => [] }),
  };
}
