import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DECISIONS_FILE, readDecisionLog } from '@tqrs/core/runs';
import type { RunEvent, Summary } from '../../api/index.ts';
import type { Command } from '../commands/command.ts';
import { errorDetails, type Log } from '../log.ts';
import type { Changes } from '../runs/changes.ts';
import { EventLog } from '../runs/event-log.ts';
import { reportArguments } from '../runs/run-arguments.ts';
import { type RunProcess, startRunProcess } from '../runs/run-process.ts';
import type { RunStore, StoredRun } from '../runs/run-store.ts';
import { newId } from '../storage/ids.ts';
import { mergeEvents } from './merge-events.ts';
import { swapReport } from './swap-report.ts';

/** After the last decision. */
const QUIET_MS = 3_000;
/** After the first one that the report does not show, however many follow. */
const PATIENCE_MS = 30_000;

/** Begins the names of folders in which reports are written. */
const NEXT = 'report-next-';

/** What a rewriter works with. */
export interface ReportRewriterOptions {
  readonly command: Command;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly store: RunStore;
  readonly changes: Changes;
  readonly log: Log;
}

interface Waiting {
  readonly since: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Writes reports anew once people have decided, in a process of its own, one at a time. It is written beside the old one, which is
 * read until then.
 */
export class ReportRewriter {
  readonly #options: ReportRewriterOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #working = new Map<string, Promise<void>>();
  #process: { readonly id: string; readonly process: RunProcess } | undefined;
  #last: Promise<void> = Promise.resolve();
  #isClosing = false;

  constructor(options: ReportRewriterOptions) {
    this.#options = options;
  }

  /** Somebody decided: the log of a run has so many entries now, and the run comes to that. */
  async decided(id: string, count: number, summaries: Summary[]): Promise<void> {
    const { store } = this.#options;
    const { decisions } = store.get(id);
    const report = decisions.report === 'writing' ? ('writing' as const) : ('stale' as const);
    await store.save({ ...store.get(id), summaries, decisions: { count, report } });
    this.#schedule(id);
  }

  /** Writes the report of a run that was decided on before the server ended. */
  async catchUp(run: StoredRun): Promise<void> {
    const { store, log } = this.#options;
    try {
      const count = readDecisionLog(join(store.reportOf(run.id), DECISIONS_FILE)).length;
      const report = count === run.reported ? ('current' as const) : ('stale' as const);
      await store.save({ ...run, decisions: { count, report } });
      if (report === 'stale') this.#schedule(run.id);
    } catch (error) {
      log.error('decisions-unreadable', { run: run.id, ...errorDetails(error) });
    }
  }

  /** Whether the report shows every decision. Where it does not, it is written now, and waited for so long. */
  async isCurrent(id: string, ms: number): Promise<boolean> {
    const end = performance.now() + ms;
    while (!this.#isUpToDate(id)) {
      const left = end - performance.now();
      if (left <= 0 || this.#isClosing) return false;
      this.#stopWaiting(id);
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, left);
      const before = this.#options.store.get(id).reported;
      await Promise.race([this.#write(id), late]);
      clearTimeout(timer);
      // It failed: the log tells why.
      if (this.#options.store.get(id).reported === before) return false;
    }
    return true;
  }

  /** Writes a report anew without waiting for people to pause, where it does not show every decision. It is not waited for. */
  writeNow(id: string): void {
    this.#stopWaiting(id);
    void this.#write(id);
  }

  /** Leaves a report as it is; a process that writes it is ended. */
  async abandon(id: string): Promise<void> {
    this.#stopWaiting(id);
    if (this.#process?.id === id) this.#process.process.kill();
    await this.#working.get(id);
    if (this.#options.store.has(id) && !this.#isUpToDate(id)) this.#note(id, 'stale');
  }

  /** Ends what is going on. It is made up for when the server starts again. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const id of [...this.#waiting.keys()]) this.#stopWaiting(id);
    this.#process?.process.kill();
    await this.#last;
  }

  #schedule(id: string): void {
    if (this.#isClosing) return;
    const { since } = this.#waiting.get(id) ?? { since: performance.now() };
    this.#stopWaiting(id);
    const ms = Math.max(0, Math.min(QUIET_MS, since + PATIENCE_MS - performance.now()));
    const timer = setTimeout(() => {
      this.#waiting.delete(id);
      void this.#write(id);
    }, ms).unref();
    this.#waiting.set(id, { since, timer });
  }

  #stopWaiting(id: string): void {
    clearTimeout(this.#waiting.get(id)?.timer);
    this.#waiting.delete(id);
  }

  /** Settled when the report is written; it may have failed. */
  #write(id: string): Promise<void> {
    const known = this.#working.get(id);
    if (known !== undefined) return known;
    const work = this.#last.then(() => this.#work(id)).finally(() => this.#working.delete(id));
    this.#working.set(id, work);
    this.#last = work;
    return work;
  }

  async #work(id: string): Promise<void> {
    const { store, log } = this.#options;
    if (this.#isClosing || !this.#isAtRest(id) || this.#isUpToDate(id)) return;
    // A name of its own each time: the process of a server that was killed may still be writing into another one.
    const folder = join(store.folderOf(id), `${NEXT}${newId()}`);
    let isWritten = false;
    try {
      await forgetUnfinished(store.folderOf(id));
      await mkdir(folder, { mode: 0o700 });
      this.#note(id, 'writing');
      isWritten = await this.#rewrite(id, folder);
    } catch (error) {
      log.error('report-broke', { run: id, ...errorDetails(error) });
    } finally {
      this.#process = undefined;
      if (store.has(id)) {
        const isFailed = !isWritten && this.#isAtRest(id) && !this.#isClosing;
        this.#note(id, this.#isUpToDate(id) ? 'current' : isFailed ? 'failed' : 'stale');
        await forgetUnfinished(store.folderOf(id)).catch(() => {});
        // Somebody decided while it was written.
        if (isWritten && !this.#isUpToDate(id) && !this.#waiting.has(id)) this.#schedule(id);
      }
    }
  }

  /** Tells whether there is a new report. */
  async #rewrite(id: string, folder: string): Promise<boolean> {
    const { command, environment, store, log } = this.#options;
    // Those that come later may be in the report, or not.
    const { count } = store.get(id).decisions;
    const out = join(folder, 'report');
    const told = await EventLog.beside(folder, 0);
    const process = startRunProcess({
      command,
      args: reportArguments(store.reportOf(id), out),
      environment,
      folder,
      take: async (events: readonly RunEvent[], lines: string) => {
        if (events.length > 0 && store.has(id)) await told.append(lines);
      },
    });
    this.#process = { id, process };
    const end = await process.ended;
    const isWritten = end !== undefined && end.exitCode === 0 && end.summaries.length > 0;
    log.info('report-written', { run: id, exitCode: end?.exitCode ?? null, error: end?.error?.code });
    // A run that is gone on with writes its reports itself.
    if (!isWritten || this.#isClosing || !this.#isAtRest(id)) return false;
    const { attempt } = store.get(id);
    const runFolder = store.folderOf(id);
    const merged = await EventLog.beside(runFolder, attempt + 1);
    await mergeEvents(new EventLog(runFolder, attempt), told, end.summaries, merged);
    await swapReport(out, store.reportOf(id), join(folder, 'report-before'));
    const run = store.get(id);
    const isLatest = run.decisions.count === count;
    await store.save({
      ...run,
      attempt: attempt + 1,
      hasReport: true,
      reported: count,
      ...(isLatest && { summaries: end.summaries }),
    });
    await merged.forgetOthers(runFolder);
    return true;
  }

  #isAtRest(id: string): boolean {
    const { store } = this.#options;
    if (!store.has(id)) return false;
    const { state } = store.get(id);
    return state !== 'queued' && state !== 'running';
  }

  #isUpToDate(id: string): boolean {
    const { decisions, reported } = this.#options.store.get(id);
    return decisions.count === reported;
  }

  #note(id: string, report: StoredRun['decisions']['report']): void {
    const { store, changes } = this.#options;
    const { count } = store.get(id).decisions;
    store.note(id, { decisions: { count, report } });
    changes.tell(id);
  }
}

/** Deletes what is there of reports that were not written to their end, or were put in their place. */
async function forgetUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(NEXT)) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
}
