import type { RunEvent, RunEventOf } from '../../api/index.ts';
import type { Command } from '../commands/command.ts';
import { errorDetails, type Log } from '../log.ts';
import type { Changes } from './changes.ts';
import { EventLog } from './event-log.ts';
import { type RunProcess, startRunProcess } from './run-process.ts';
import type { RunStore, StoredRun } from './run-store.ts';

/** Another process may still be saving the run: that of a server that was killed. It notices within seconds. */
const IN_USE = 'run-in-use';
const IN_USE_TRIES = 60;
const IN_USE_MS = 500;
/** How long a process may take to save what is finished. */
const GRACE_MS = 20_000;

/** How a run is started. */
export interface Job {
  readonly id: string;
  readonly args: readonly string[];
  /** With credentials, where a model judges: they are nowhere but in memory. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A run that is no longer waiting. What is wished for while its process is being started is done then. */
interface Going {
  process: RunProcess | undefined;
  wish: 'none' | 'cancel' | 'abandon';
}

/** Works runs off, so many at a time. Each is a process of its own: none can take the server or another run down. */
export class Runner {
  readonly #command: Command;
  readonly #store: RunStore;
  readonly #changes: Changes;
  readonly #most: number;
  readonly #log: Log;
  readonly #queue: Job[] = [];
  readonly #going = new Map<string, Going>();
  readonly #ends = new Map<string, Promise<void>>();
  #isClosing = false;

  constructor(command: Command, store: RunStore, changes: Changes, most: number, log: Log) {
    this.#command = command;
    this.#store = store;
    this.#changes = changes;
    this.#most = most;
    this.#log = log;
  }

  /** Puts a run into the queue. */
  async start(job: Job): Promise<void> {
    this.#queue.push(job);
    await this.#save(job.id, { state: 'queued', error: null, endedAt: null });
    this.#next();
  }

  /** Stops a run; what is finished is saved. Nothing happens where it is not going on. */
  async cancel(id: string): Promise<void> {
    const waiting = this.#queue.findIndex((job) => job.id === id);
    if (waiting >= 0) {
      this.#queue.splice(waiting, 1);
      await this.#save(id, { state: 'cancelled', endedAt: now() });
      return;
    }
    const going = this.#going.get(id);
    if (going === undefined || going.wish !== 'none') return;
    going.wish = 'cancel';
    going.process?.interrupt();
  }

  /** Stops a run at once, and waits until its process is gone. Nothing is saved. */
  async abandon(id: string): Promise<void> {
    const waiting = this.#queue.findIndex((job) => job.id === id);
    if (waiting >= 0) this.#queue.splice(waiting, 1);
    const going = this.#going.get(id);
    if (going !== undefined) going.wish = 'abandon';
    going?.process?.kill();
    await this.#ends.get(id);
  }

  /** Ends all processes, with everything finished saved. Runs keep their states: they go on when the server starts again. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#queue.length = 0;
    for (const { process } of this.#going.values()) process?.interrupt();
    const timer = setTimeout(() => {
      for (const { process } of this.#going.values()) process?.kill();
    }, GRACE_MS);
    await Promise.all(this.#ends.values());
    clearTimeout(timer);
  }

  #next(): void {
    while (!this.#isClosing && this.#ends.size < this.#most) {
      const job = this.#queue.shift();
      if (job === undefined) return;
      const going: Going = { process: undefined, wish: 'none' };
      this.#going.set(job.id, going);
      const end = this.#work(job, going)
        .catch((error: unknown) => {
          this.#log.error('run-broke', { run: job.id, ...errorDetails(error) });
          return this.#save(job.id, { state: 'interrupted', endedAt: now(), error: BROKE });
        })
        // The disk may be full. What became of the run is known until the server ends, and nobody else is to suffer.
        .catch((error: unknown) => this.#log.error('run-not-saved', { run: job.id, ...errorDetails(error) }))
        .finally(() => {
          this.#going.delete(job.id);
          this.#ends.delete(job.id);
          this.#next();
        });
      this.#ends.set(job.id, end);
    }
  }

  async #work(job: Job, going: Going): Promise<void> {
    for (let tries = 1; ; tries++) {
      const process = await this.#begin(job);
      going.process = process;
      if (going.wish === 'abandon') process.kill();
      else if (going.wish === 'cancel' || this.#isClosing) process.interrupt();
      const end = await process.ended;
      if (going.wish === 'abandon') return;
      const isInUse = end?.error?.code === IN_USE && tries < IN_USE_TRIES;
      if (isInUse && going.wish === 'none' && !this.#isClosing) {
        await new Promise((resolve) => setTimeout(resolve, IN_USE_MS));
        continue;
      }
      if (this.#isClosing && end?.reason !== 'finished') return;
      await this.#finish(job.id, going.wish === 'cancel', end);
      return;
    }
  }

  async #begin({ id, args, environment }: Job): Promise<RunProcess> {
    const folder = this.#store.folderOf(id);
    const attempt = this.#store.get(id).attempt + 1;
    const log = await EventLog.begin(folder, attempt);
    await this.#save(id, { state: 'running', attempt, startedAt: now(), done: 0, problems: 0 });
    this.#log.info('run-start', { run: id, attempt });
    const take = async (events: readonly RunEvent[], lines: string) => {
      if (!this.#store.has(id)) return;
      // It is tried again, as if nothing had happened.
      if (events.some((event) => event.type === 'end' && event.error?.code === IN_USE)) return;
      await log.append(lines);
      for (const event of events) this.#store.note(id, told(this.#store.get(id), event));
      this.#changes.tell(id);
    };
    return startRunProcess({ command: this.#command, args, environment, folder, take });
  }

  async #finish(id: string, isCancelled: boolean, end: RunEventOf<'end'> | undefined): Promise<void> {
    const state = stateOf(end, isCancelled);
    const error = state === 'finished' || state === 'cancelled' ? null : (end?.error ?? BROKE);
    this.#log.info('run-end', { run: id, state, exitCode: end?.exitCode ?? null, error: error?.code });
    const summaries = end?.summaries ?? [];
    const { count } = this.#store.get(id).decisions;
    // Nobody decides while a run goes on: its reports show every decision.
    const report = { summaries, hasReport: true, decisions: { count, report: 'current' as const }, reported: count };
    await this.#save(id, { state, endedAt: now(), error, ...(summaries.length > 0 && report) });
  }

  async #save(id: string, change: Partial<StoredRun>): Promise<void> {
    if (!this.#store.has(id)) return;
    const saved = this.#store.save({ ...this.#store.get(id), ...change });
    this.#changes.tell(id);
    await saved;
  }
}

const BROKE = {
  code: 'run-died',
  message: 'The review ended without a word: it was killed, or ran out of memory.',
  hint: 'Resume it: what was finished is kept. messages.log in its folder may tell more.',
};

/** What an event changes of a run. */
function told(run: StoredRun, event: RunEvent): Partial<StoredRun> {
  switch (event.type) {
    case 'start':
      return {
        total: event.total,
        // It is written anew.
        hasReport: false,
        rubrics: event.rubrics.map(({ id, title, passMark, bands }) => ({ id, title, passMark, bands })),
      };
    case 'progress':
      return { done: event.done, total: event.total, requests: event.requests, costUsd: event.costUsd };
    case 'problem':
      return { problems: run.problems + 1 };
    case 'end':
      return { problems: event.problems, requests: event.requests, costUsd: event.costUsd };
    case 'tickets':
      return {};
  }
}

function stateOf(end: RunEventOf<'end'> | undefined, isCancelled: boolean): StoredRun['state'] {
  if (end?.reason === 'finished') return 'finished';
  if (isCancelled) return 'cancelled';
  return end?.reason === 'failed' ? 'failed' : 'interrupted';
}

function now(): string {
  return new Date().toISOString();
}
