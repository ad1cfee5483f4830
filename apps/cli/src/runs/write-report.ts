import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createReportMask, loadProfile, loadRubric } from '@tqrs/core';
import { RUN_FILE, type RunRecord, readRun } from '@tqrs/core/runs';
import type { FormatId } from '@tqrs/report';
import { pseudonymKey } from '../anonymity/pseudonym-key.ts';
import type { EventStream } from '../events/event-stream.ts';
import { withEvents } from '../events/with-events.ts';
import { ExitCode } from '../exit-code.ts';
import { describeRuns } from '../review/describe-runs.ts';
import { printResults } from '../review/print-results.ts';
import { chooseTarget } from '../review/target.ts';
import { writeResults } from '../review/write-results.ts';
import { readEnvironment, readSettings } from '../settings.ts';
import { createLog } from '../terminal/output.ts';
import { createProblemList } from '../terminal/problems.ts';
import { createProgress } from '../terminal/progress.ts';
import { decisionsFor } from './decisions.ts';
import { recordedEvents } from './recorded-events.ts';
import { unreadIn } from './run-source.ts';

/** What the report of a kept run is to be like. */
export interface ReportFlags {
  readonly out?: string;
  readonly format?: readonly FormatId[];
  readonly locale?: string;
  readonly anonymize: boolean;
  /** The descriptor that events are told to. */
  readonly events?: number;
  readonly force: boolean;
  readonly quiet: boolean;
}

/** A file of a run that only its review could write. */
const MANIFEST = 'manifest.json';

/**
 * Writes the report of a kept run from its record: nothing is reviewed, and no export is read.
 * @throws {RunError} where there is no run in the folder, or it is in use.
 */
export async function writeReport(folder: string, flags: ReportFlags): Promise<ExitCode> {
  return withEvents(flags.events, async (events) => {
    const record = readRun(join(folder, RUN_FILE));
    try {
      return await write(record, folder, flags, events);
    } finally {
      record.close();
    }
  });
}

async function write(
  record: RunRecord,
  folder: string,
  flags: ReportFlags,
  events: EventStream | undefined,
): Promise<ExitCode> {
  const environment = readEnvironment(process.cwd(), process.env);
  const settings = readSettings(environment);
  const log = createLog(process.stderr, flags.quiet ? 'ERROR' : settings.logLevel);
  const { configuration } = record;
  const rubrics = configuration.rubrics.map(({ data }) => loadRubric(data));
  const profile = loadProfile(configuration.profile.data, { base: configuration.profile.data });
  const key = flags.anonymize ? pseudonymKey(environment, log) : undefined;
  const mask = createReportMask({ rubrics, profile, pseudonymKey: key });
  const out = flags.out ?? folder;
  const isOwnFolder = resolve(out) === resolve(folder);
  const target = chooseTarget({ ...flags, out, rubrics: rubrics.map(({ data }) => data.id), resumes: isOwnFolder });
  const manifest = readIfThere(join(folder, MANIFEST));
  const decisions = decisionsFor(folder, undefined);
  const line = createProgress(process.stderr, log.allows('INFO'));
  const progress = events?.watching(line) ?? line;
  const unread = unreadIn(record);
  for (const { error } of unread) events?.problem('error', error);
  progress.start(record.count);
  try {
    const output = await target.prepare();
    const results = await writeResults({
      events: recordedEvents(record, {
        rubrics,
        decisions,
        mask,
        describe: (facts) =>
          describeRuns({
            startedAt: configuration.startedAt,
            engine: configuration.engine,
            rubrics,
            profile,
            judge: configuration.judge.id,
            facts,
            sources: record.sources().map(({ name }) => name),
            selection: record.selection,
            mask,
            isAnonymous: key !== undefined,
            locale: flags.locale,
          }),
      }),
      output,
      batchSize: settings.batchSize,
      unread,
      recorder: undefined,
      told: events,
      problems: createProblemList(),
      progress,
      note: () => '',
      onReviewed: () => {},
      log,
      // A report of an unfinished run says that it is one.
      signal: record.isComplete ? new AbortController().signal : AbortSignal.abort(),
    });
    if (manifest !== undefined) await output.add(MANIFEST, manifest);
    const entries = await output.finish(record.isComplete);
    events?.cameTo({ reason: record.isComplete ? 'finished' : 'interrupted', summaries: results.summaries });
    progress.stop();
    const print = { rubrics, profile, judge: configuration.judge.id, model: undefined, entries };
    const isAnonymous = key !== undefined && isOwnFolder;
    if (log.allows('INFO'))
      printResults(results, { ...print, target, isComplete: record.isComplete || !isOwnFolder, isAnonymous });
    return ExitCode.done;
  } finally {
    progress.stop();
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
