import {
  type CompiledProfile,
  type CompiledRubric,
  createReportMask,
  createSelection,
  createSpellChecker,
  profileWords,
} from '@tqrs/core';
import type { RunStore } from '@tqrs/core/runs';
import { pseudonymKey } from '../anonymity/pseudonym-key.ts';
import { findRubrics } from '../commands/find-rubrics.ts';
import { findProfile } from '../commands/profile.ts';
import { DEFAULT_PROFILE, DEFAULT_RUBRIC, type ReviewFlags } from '../commands/review-options.ts';
import type { EventStream } from '../events/event-stream.ts';
import type { ExitCode } from '../exit-code.ts';
import { chooseJudge } from '../judge/choose-judge.ts';
import { findInputs } from '../review/inputs.ts';
import { runReview } from '../review/run-review.ts';
import { chooseTarget } from '../review/target.ts';
import { selectionOptions } from '../selection/selection-flags.ts';
import { readEnvironment, readSettings, wholeNumber } from '../settings.ts';
import { createLog } from '../terminal/output.ts';
import { plain } from '../terminal/plain.ts';
import { openCache } from './answer-cache.ts';
import { type GivenOption, type RememberedCommand, remember } from './remembered.ts';
import type { RunSource } from './run-source.ts';

/** A command line that was read. */
export interface AskedRun {
  readonly kind: RememberedCommand['kind'];
  readonly sources: readonly string[];
  readonly flags: ReviewFlags;
  readonly given: readonly GivenOption[];
  /** Is told how the run goes. */
  readonly events: EventStream | undefined;
}

/** What a run builds on. */
export interface Foundation {
  /** A kept run that its tickets come from. Absent: they come from exports. */
  readonly source?: RunSource | undefined;
  /** The record that is gone on with. */
  readonly resumed?: RunStore | undefined;
  /** The record whose answers are taken over. */
  readonly earlier?: string | undefined;
}

/** Sets everything up that a command line asks for, and runs it. */
export async function startRun(asked: AskedRun, version: string, on: Foundation = {}): Promise<ExitCode> {
  const { sources, flags, given, events } = asked;
  const { source, resumed, earlier } = on;
  const environment = readEnvironment(process.cwd(), process.env);
  const settings = readSettings(environment);
  const concurrency = wholeNumber('--concurrency', flags.concurrency, 1_000) ?? settings.concurrency;
  const log = createLog(process.stderr, flags.quiet ? 'ERROR' : settings.logLevel);
  const threads = wholeNumber('--threads', flags.threads, 64);
  const [rubrics, profile] = await Promise.all([rubricsFor(flags, source), profileFor(flags, source)]);
  const selected = selectionOptions(flags);
  const selection = selected && createSelection(selected, profile);
  const choice = await chooseJudge(flags, environment, {
    concurrency,
    before: source?.configuration.judge,
    onRetry: ({ error, attempts, delayMs }) =>
      log.debug(`request failed (${error.code}), tried ${attempts} times, again in ${Math.round(delayMs)} ms`),
  });
  if (choice.kind === 'model' && !choice.redact)
    log.warning(`names, numbers and addresses are sent to ${plain(choice.id)} as they are.`);
  if (choice.kind === 'model' && choice.remembersOnly)
    log.warning('no language model is set up: what the run did not ask stays unscored.');
  const target = chooseTarget({
    ...flags,
    rubrics: rubrics.map(({ data }) => data.id),
    resumes: resumed !== undefined,
  });
  const inputs =
    source === undefined
      ? await findInputs(sources, profile.data.fieldAliases, flags.name)
      : { found: source.inputs, problems: [], skipped: [] };
  const examinesSpelling = source?.configuration.spelling ?? flags.spelling;
  const spelling =
    examinesSpelling && !flags.estimate ? await createSpellChecker(profileWords(profile.data)) : undefined;
  const cache = choice.kind === 'model' ? openCache(flags.cache, environment, log) : undefined;
  const key = flags.anonymize ? pseudonymKey(environment, log) : undefined;
  const mask = createReportMask({ rubrics, profile, pseudonymKey: key });
  const run = runReview({
    inputs,
    ...(source && { unread: source.unread, selectedBefore: source.selection }),
    rubrics,
    profile,
    concurrency,
    threads,
    selection,
    batchSize: settings.batchSize,
    target,
    log,
    version,
    choice,
    keeping: {
      command: remember(asked.kind, sources, given),
      selected: source?.configuration.selection,
      examinesSpelling,
      retryUnscored: flags.retryUnscored === true,
      cache,
      resumed,
      earlier,
    },
    estimate: flags.estimate ? 'only' : source === undefined ? 'no' : 'first',
    estimateAsJson: flags.format?.includes('json') === true,
    spelling,
    failUnder: flags.failUnder,
    mask,
    pseudonymKey: key,
    locale: flags.locale,
    events,
  });
  return run.finally(() => {
    cache?.close();
    source?.close();
  });
}

async function rubricsFor({ rubric }: ReviewFlags, source: RunSource | undefined): Promise<readonly CompiledRubric[]> {
  if (rubric === undefined && source !== undefined) return source.rubrics();
  return findRubrics(rubric ?? [DEFAULT_RUBRIC]);
}

async function profileFor({ profile }: ReviewFlags, source: RunSource | undefined): Promise<CompiledProfile> {
  if (profile === undefined && source !== undefined) return source.profile();
  return findProfile(profile ?? DEFAULT_PROFILE);
}
