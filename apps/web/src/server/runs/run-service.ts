import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunSettings, Upload } from '../../api/index.ts';
import type { Choices } from '../catalogue.ts';
import { ApiError } from '../http/api-error.ts';
import type { ChosenModel } from '../models/chosen-model.ts';
import type { Models } from '../models/models.ts';
import type { ReportRewriter } from '../review/report-rewriter.ts';
import type { ReviewService } from '../review/review-service.ts';
import type { SessionRecord } from '../sessions/session-store.ts';
import { newId } from '../storage/ids.ts';
import { Turns } from '../storage/turns.ts';
import type { UploadStore } from '../uploads/upload-store.ts';
import { checkSettings } from './check-settings.ts';
import { runArguments } from './run-arguments.ts';
import type { RunStore, StoredRun } from './run-store.ts';
import type { Runner } from './runner.ts';

/** What runs are made with. */
export interface RunServiceOptions {
  readonly store: RunStore;
  readonly runner: Runner;
  readonly uploads: UploadStore;
  readonly choices: Choices;
  readonly models: Models;
  readonly review: ReviewService;
  readonly rewriter: ReportRewriter;
}

/** Begins runs, goes on with them, and deletes them. */
export class RunService {
  readonly #options: RunServiceOptions;
  /** A run is gone on with, or deleted, by one request at a time. */
  readonly #turns = new Turns();

  constructor(options: RunServiceOptions) {
    this.#options = options;
  }

  /**
   * Begins a run with an upload's files. What it is made with is fixed from here on.
   * @throws {ApiError} where something of it is not there.
   */
  async begin(upload: Upload, settings: RunSettings, session: SessionRecord): Promise<StoredRun> {
    const { store, uploads, models, choices } = this.#options;
    const model = this.#modelFor(settings, models.modelFor(session));
    settings.rubrics.map(choices.rubric);
    checkSettings(settings, choices.profileData(settings.profile));
    const id = newId();
    await mkdir(store.folderOf(id), { mode: 0o700 });
    try {
      await uploads.keepIn(upload, store.exportsOf(id));
    } catch (error) {
      await store.remove(id);
      throw error;
    }
    const run: StoredRun = {
      id,
      attempt: 0,
      state: 'queued',
      createdAt: new Date().toISOString(),
      startedAt: null,
      endedAt: null,
      files: upload.files.map(({ name }) => name),
      settings,
      model: model === undefined ? null : { ...model.description, origin: model.origin },
      rubrics: [],
      done: 0,
      total: null,
      requests: 0,
      costUsd: 0,
      problems: 0,
      summaries: [],
      error: null,
      hasReport: false,
      decisions: { count: 0, report: 'current' },
      reported: 0,
    };
    await store.save(run);
    await this.#start(run, model, false);
    return store.get(id);
  }

  /**
   * Goes on with a run that was stopped, or asks again what failed in one that is finished.
   * @throws {ApiError} where it is going on already, or its model is not set up any more.
   */
  resume(id: string, retryUnscored: boolean, session: SessionRecord): Promise<StoredRun> {
    return this.#turns.alone(id, () => this.#resume(id, retryUnscored, session));
  }

  async #resume(id: string, retryUnscored: boolean, session: SessionRecord): Promise<StoredRun> {
    const run = this.#options.store.get(id);
    if (run.state === 'queued' || run.state === 'running')
      throw new ApiError(409, 'run-going-on', 'The run is going on already.');
    if (run.state === 'finished' && !retryUnscored)
      throw new ApiError(409, 'run-finished', 'The run is finished.', 'What failed in it can be asked again.');
    const model = this.#modelFor(run.settings, this.#options.models.modelFor(session));
    await this.#leaveReports(id);
    await this.#start(run, model, retryUnscored && run.model !== null);
    return this.#options.store.get(id);
  }

  /** Deletes a run with everything of it; its process is ended first. */
  remove(id: string): Promise<void> {
    return this.#turns.alone(id, async () => {
      const { store, runner } = this.#options;
      store.get(id);
      await Promise.all([runner.abandon(id), this.#leaveReports(id)]);
      await store.remove(id);
    });
  }

  /** Goes on with what a server that was stopped or killed had begun, as far as its credentials are still there. */
  async goOn(): Promise<void> {
    const { store, models, rewriter } = this.#options;
    for (const run of store.list().reverse()) {
      if (run.state !== 'queued' && run.state !== 'running') {
        await rewriter.catchUp(run);
        continue;
      }
      const isLost = run.model?.origin === 'session' || (run.model !== null && models.ofServer === undefined);
      if (isLost) await store.save({ ...run, state: 'interrupted', endedAt: run.endedAt, error: CREDENTIALS_GONE });
      else await this.#start(run, run.model === null ? undefined : models.ofServer, false);
    }
  }

  /** Nobody else reads or writes what is of a run, until it has ended again. */
  async #leaveReports(id: string): Promise<void> {
    this.#options.review.forget(id);
    await this.#options.rewriter.abandon(id);
  }

  async #start(run: StoredRun, model: ChosenModel | undefined, retryUnscored: boolean): Promise<void> {
    const { store, runner, choices, models } = this.#options;
    const { id, settings, files } = run;
    const folder = store.exportsOf(id);
    const places = (await readdir(folder)).map(Number).sort((a, b) => a - b);
    const review = {
      settings,
      judge: model?.description.provider ?? ('offline' as const),
      rubrics: settings.rubrics.map(choices.rubric),
      profile: choices.profile(settings.profile),
      sources: places.map((place) => join(folder, String(place))),
      names: files,
    };
    const args = runArguments(review, store.reportOf(id), retryUnscored);
    await runner.start({ id, args, environment: models.environmentFor(model) });
  }

  #modelFor({ judge }: RunSettings, model: ChosenModel | undefined): ChosenModel | undefined {
    if (judge === 'offline') return undefined;
    if (model !== undefined) return model;
    throw new ApiError(409, 'model-needed', 'No language model is set up.', 'Set one up, or choose the offline judge.');
  }
}

const CREDENTIALS_GONE = {
  code: 'credentials-gone',
  message: 'The server was started anew, and has forgotten the credentials that this run was begun with.',
  hint: 'Set the model up again, then resume the run: nothing is asked twice.',
};
