import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledProfile, CompiledRubric, KeptAnswers } from '@tqrs/core';
import {
  type AnswerFile,
  changesBetween,
  createRun,
  RUN_FILE,
  type RunConfiguration,
  RunError,
  type RunStore,
} from '@tqrs/core/runs';
import { ConfigError } from '../config-error.ts';
import type { JudgeChoice } from '../judge/choose-judge.ts';
import type { Input } from '../review/inputs.ts';
import { hashOfInput } from './export-hash.ts';
import { type RememberedCommand, selectionOf } from './remembered.ts';

/** How a run is kept, and what it builds on. */
export interface Keeping {
  /** How to start it again. */
  readonly command: RememberedCommand;
  /** What was selected for the run that the tickets come from. Absent: they come from exports. */
  readonly selected: RunConfiguration['selection'] | undefined;
  readonly examinesSpelling: boolean;
  /** The record of the run that is gone on with. */
  readonly resumed: RunStore | undefined;
  /** The record of a run whose answers are taken over. */
  readonly earlier: string | undefined;
  /** Reviews again what a failed request left unscored. */
  readonly retryUnscored: boolean;
  /** Answers of all runs of this user. */
  readonly cache: AnswerFile | undefined;
}

/** What a run is made with, in the command's terms. */
export interface ConfiguredRun {
  readonly rubrics: readonly CompiledRubric[];
  readonly profile: CompiledProfile;
  readonly choice: JudgeChoice;
  readonly version: string;
  readonly inputs: { readonly found: readonly Input[] };
  readonly keeping: Keeping;
}

/** What a run is made with, in the terms that its record keeps. Reads every export once. */
export async function configurationOf(run: ConfiguredRun, signal: AbortSignal): Promise<RunConfiguration> {
  const { rubrics, profile, choice, version, inputs, keeping } = run;
  const sources: RunConfiguration['sources'] = [];
  for (const input of inputs.found) sources.push({ name: input.shortName, hash: await hashOfInput(input, signal) });
  return {
    engine: `tqrs ${version}`,
    startedAt: new Date().toISOString(),
    rubrics: rubrics.map(({ data, hash }) => ({ id: data.id, version: data.version, hash, data })),
    profile: { id: profile.data.id, hash: profile.hash, data: profile.data },
    judge: judgeOf(choice),
    spelling: keeping.examinesSpelling,
    sources,
    selection: keeping.selected ?? selectionOf(keeping.command),
    command: JSON.parse(JSON.stringify(keeping.command)),
  };
}

function judgeOf(choice: JudgeChoice): RunConfiguration['judge'] {
  if (choice.kind === 'offline') return { id: choice.id, method: 'offline' };
  const { id, votes, model } = choice;
  const { provider, host, model: name, promptVersion, redacted } = choice.open({}).manifest();
  const parameters = JSON.parse(JSON.stringify(model.parameters));
  return { id, method: 'model', model: { provider, host, model: name, promptVersion, redacted, votes, parameters } };
}

/**
 * Makes sure that a run can be gone on with as it began.
 * @throws {ConfigError} which names what changed.
 */
export function refuseChanges(before: RunConfiguration, after: RunConfiguration, folder: string): void {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return;
  throw new ConfigError(
    `${folder} cannot be gone on with, because it is no longer the same run. Changed: ${changes.map(({ text }) => text).join('; ')}.`,
    {
      code: 'run-changed',
      hint: 'Undo that, or add --branch <new folder>: a run of its own begins there, and uses the answers that still hold.',
    },
  );
}

/** Begins the record of a run in its folder. */
export function beginRun(folder: string, configuration: RunConfiguration, { earlier }: Keeping): RunStore {
  return createRun(join(folder, RUN_FILE), configuration, earlier === undefined ? {} : { earlier });
}

/** Does something with the answers of an earlier run, without keeping anything. */
export async function withEarlierAnswers<Result>(
  configuration: RunConfiguration,
  earlier: string,
  work: (answers: KeptAnswers) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'tqrs-'));
  try {
    const store = createRun(join(folder, RUN_FILE), configuration, { earlier });
    try {
      return await work(store.answers);
    } finally {
      store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What went wrong with a run's record, with how to go on. */
export function explainRunError(error: unknown, folder: string | undefined): unknown {
  if (!RunError.isInstance(error) || error.name !== 'RunError' || folder === undefined) return error;
  const { code, message, hint } = error as RunError;
  if (code !== 'run-disk-full' && code !== 'run-unwritable') return error;
  return new RunError(message, { code, hint: `${hint} To go on: tqrs review --resume ${folder}`, cause: error });
}
