import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { idSchema, type Run, runSchema } from '../../api/index.ts';
import { notFound } from '../http/api-error.ts';
import { writeJson } from '../storage/json-file.ts';
import { keptIn } from '../storage/kept-folders.ts';
import { Turns } from '../storage/turns.ts';

const MANIFEST = 'run.json';

/** A run as it is kept: what the API shows of it, and which of its tries is the last. No key is part of it. */
const storedRunSchema = runSchema.extend({
  /** Counts how often it was started; each try tells its events anew. */
  attempt: z.int().nonnegative(),
  decisions: runSchema.shape.decisions.default({ count: 0, report: 'current' }),
  /** Entries of the log of decisions that the reports show. */
  reported: z.int().nonnegative().default(0),
});
/** See {@link storedRunSchema}. */
export type StoredRun = z.infer<typeof storedRunSchema>;

/** Keeps what is known of runs: each a folder with `run.json`, its exports, its events and its report. */
export class RunStore {
  readonly #folder: string;
  readonly #runs = new Map<string, StoredRun>();
  /** Writes of one run follow each other. */
  readonly #writes = new Turns();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Finds the runs that are there, and removes what never became one. */
  async open(): Promise<void> {
    for (const run of await keptIn(this.#folder, MANIFEST, storedRunSchema)) this.#runs.set(run.id, run);
  }

  /** The newest first. */
  list(): StoredRun[] {
    return [...this.#runs.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  /** @throws {ApiError} where there is none of that id. */
  get(id: string): StoredRun {
    const run = this.#runs.get(id);
    if (run === undefined) throw notFound('run', 'run-unknown');
    return run;
  }

  has(id: string): boolean {
    return this.#runs.has(id);
  }

  /** Changes what is known of a run, in memory alone: it changes too often for the disk. */
  note(id: string, change: Partial<StoredRun>): StoredRun {
    const run = { ...this.get(id), ...change };
    this.#runs.set(id, run);
    return run;
  }

  /** Keeps a run, or what changed of it. */
  async save(run: StoredRun): Promise<void> {
    this.#runs.set(run.id, run);
    await this.#writes.alone(run.id, async () => {
      if (this.#runs.has(run.id)) await writeJson(join(this.folderOf(run.id), MANIFEST), this.get(run.id));
    });
  }

  /** Deletes a run with everything of it. */
  async remove(id: string): Promise<void> {
    this.#runs.delete(id);
    await this.#writes.over(id);
    await rm(this.folderOf(id), { recursive: true, force: true, maxRetries: 3 });
  }

  /** The folder of a run. */
  folderOf(id: string): string {
    return join(this.#folder, idSchema.parse(id));
  }

  /** Where a run's report is. */
  reportOf(id: string): string {
    return join(this.folderOf(id), 'report');
  }

  /** Where a run's exports are. */
  exportsOf(id: string): string {
    return join(this.folderOf(id), 'exports');
  }
}

/** What the API shows of a run. */
export function shown({ attempt: _, reported: __, ...run }: StoredRun): Run {
  return run;
}
