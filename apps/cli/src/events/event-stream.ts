import { createWriteStream, fstatSync, type WriteStream } from 'node:fs';
import type { RunSummary, Usage } from '@tqrs/core';
import type { TqrsError } from '@tqrs/parser';
import { FileNames, type RunInfo } from '@tqrs/report';
import type { RunEvent, RunEventOf, Summary, TicketRow } from '@tqrs/web/api';
import { ConfigError } from '../config-error.ts';
import { ExitCode } from '../exit-code.ts';
import type { Progress } from '../terminal/progress.ts';
import { problemOf } from './problem-of.ts';
import type { UnplacedRow } from './ticket-row.ts';

/** Events are told so often at most, and progress so often at least. */
const TELL_MS = 250;
const HEARTBEAT_MS = 1_000;
/** Rows that wait for their turn, at most. */
const MOST_ROWS = 250;
/** Problems that are told one by one. */
const MOST_PROBLEMS = 1_000;

type Spent = Pick<Usage, 'requests' | 'costUsd'>;

/** How a run came out, for its last event. */
export interface Outcome {
  readonly reason: RunEventOf<'end'>['reason'];
  /** For each rubric. */
  readonly summaries: readonly RunSummary[];
  /** Why the judge stopped. */
  readonly error?: TqrsError | undefined;
}

/** Tells a program how a run goes, in JSON, a line for each event. The schemas are those of `@tqrs/web/api`. */
export class EventStream {
  readonly #out: WriteStream;
  readonly #names = new FileNames();
  readonly #timer: NodeJS.Timeout;
  #rows: TicketRow[] = [];
  #spent: () => Spent = () => ({ requests: 0, costUsd: 0 });
  #total: number | null = null;
  #done = 0;
  #problems = 0;
  #firstError: TqrsError | undefined;
  #toldDone = -1;
  #toldAt = 0;
  #isStarted = false;
  #outcome: Outcome | undefined;
  #lost = false;
  #onLost = () => {};

  /** @throws {ConfigError} where the descriptor is not open. */
  constructor(fd: number) {
    try {
      fstatSync(fd);
    } catch (error) {
      throw new ConfigError(`--events names descriptor ${fd}, which is not open.`, {
        code: 'events-closed',
        hint: `Open it, for example in a shell by ${fd}>events.ndjson.`,
        cause: error,
      });
    }
    this.#out = createWriteStream('', { fd, autoClose: false });
    this.#out.on('error', () => {
      this.#lost = true;
      this.#onLost();
    });
    this.#timer = setInterval(() => this.#tell(), TELL_MS).unref();
  }

  /** Sets what is done where nobody reads the events any more. */
  onLost(listener: () => void): void {
    this.#onLost = listener;
    if (this.#lost) listener();
  }

  /** Sets where to ask what the model took until now. */
  spendsBy(spent: () => Spent): void {
    this.#spent = spent;
  }

  /** The same progress, which also tells how many tickets there are to do. */
  watching(progress: Progress): Progress {
    return {
      ...progress,
      start: (total) => {
        this.#total = total ?? null;
        progress.start(total);
      },
    };
  }

  /** The run begins. */
  start(runs: readonly RunInfo[]): void {
    const [run] = runs;
    if (run === undefined) return;
    this.#isStarted = true;
    const { engine, sources, profile, judge } = run;
    this.#write({
      type: 'start',
      schemaVersion: 1,
      at: now(),
      engine,
      sources: [...sources],
      total: this.#total,
      rubrics: runs.map(({ rubric: { id, title, version, passMark, bands } }) => ({
        id,
        title,
        version,
        passMark,
        bands: bands.map((band) => ({ id: band.id, title: band.title, from: band.from })),
      })),
      profile: profile.id,
      judge,
    });
  }

  /** A ticket was reviewed, and its page is written. Waits where the reader is slow. */
  async reviewed(row: UnplacedRow): Promise<void> {
    this.#done += 1;
    this.#rows.push({ ...row, page: this.#names.next(row.number) });
    if (this.#rows.length < MOST_ROWS) return;
    this.#tell();
    if (this.#out.writableNeedDrain && !this.#lost)
      await new Promise<void>((resolve) => {
        this.#out.once('drain', resolve).once('error', () => resolve());
      });
  }

  /** A ticket could not be reviewed. */
  failed(error: TqrsError): void {
    this.#done += 1;
    this.problem('error', error);
  }

  /** Something could not be read as it stands. */
  problem(severity: 'error' | 'warning', error: TqrsError): void {
    this.#problems += 1;
    if (severity === 'error') this.#firstError ??= error;
    if (this.#problems <= MOST_PROBLEMS) this.#write({ type: 'problem', severity, ...problemOf(error) });
  }

  /** Notes how the run came out. It is told at the end. */
  cameTo(outcome: Outcome): void {
    this.#outcome = outcome;
  }

  /** Tells the end, and waits until everything is written. */
  async end(exitCode: ExitCode, thrown?: TqrsError): Promise<void> {
    clearInterval(this.#timer);
    this.#tell();
    const outcome = this.#outcome ?? { reason: reasonOf(exitCode), summaries: [], error: undefined };
    const reason = thrown === undefined ? outcome.reason : 'failed';
    const error = thrown ?? outcome.error ?? (reason === 'failed' ? this.#firstError : undefined);
    this.#write({
      type: 'end',
      at: now(),
      reason,
      exitCode,
      ...(error && { error: problemOf(error) }),
      summaries: outcome.summaries.map(summaryOf),
      problems: this.#problems,
      ...this.#cost(),
    });
    await new Promise<void>((resolve) => {
      this.#out.once('error', () => resolve()).end(() => resolve());
    });
  }

  #tell(): void {
    if (!this.#isStarted) return;
    if (this.#rows.length > 0) this.#write({ type: 'tickets', tickets: this.#rows });
    this.#rows = [];
    const time = performance.now();
    if (this.#toldDone === this.#done && time - this.#toldAt < HEARTBEAT_MS) return;
    this.#toldDone = this.#done;
    this.#toldAt = time;
    this.#write({ type: 'progress', at: now(), done: this.#done, total: this.#total, ...this.#cost() });
  }

  #cost(): Spent {
    const { requests, costUsd } = this.#spent();
    return { requests, costUsd };
  }

  #write(event: RunEvent): void {
    if (!this.#lost) this.#out.write(`${JSON.stringify(event)}\n`);
  }
}

function reasonOf(exitCode: ExitCode): Outcome['reason'] {
  if (exitCode === ExitCode.interrupted) return 'interrupted';
  return exitCode === ExitCode.done ? 'finished' : 'failed';
}

function summaryOf(summary: RunSummary): Summary {
  const { tickets, scored, partial, notApplicable, failedReviews, passed, autoFailed, needsReview } = summary;
  const { passRate, meanPercent, bands } = summary;
  return {
    ...{ tickets, scored, partial, notApplicable, failedReviews, passed, autoFailed, needsReview },
    ...{ passRate, meanPercent, bands: bands.map((band) => band.tickets) },
  };
}

function now(): string {
  return new Date().toISOString();
}
