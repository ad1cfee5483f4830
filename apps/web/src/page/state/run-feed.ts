import type { Run, RunEvent } from '../../api/index.ts';
import { type ApiFailure, asFailure } from '../api/failure.ts';
import { requests } from '../api/requests.ts';
import { Store } from './store.ts';
import { EMPTY_TALLY, type Tally, takeIn } from './tally.ts';

/** Views hear of a run so often at most. */
const BREATH_MS = 250;
/** After a stream that was refused, and longer each time. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

/** What is known of a run. */
export interface Feed {
  /** Undefined until it is known. */
  readonly run: Run | undefined;
  readonly tally: Tally;
  /** `over`: the run is; `gone`: there is none, or it was deleted. */
  readonly connection: 'connecting' | 'live' | 'lost' | 'over' | 'gone';
  /** Why there is nothing to see. */
  readonly failure: ApiFailure | undefined;
}

/** Whether a run has come to an end, for the time being. */
export const isOver = ({ state }: Run): boolean => state !== 'queued' && state !== 'running';

/** Whether people may decide on what a run came to. */
export const canDecide = (run: Run): boolean => isOver(run) && run.hasReport;

/**
 * Watches a run. A connection that is lost is taken up where it was; where the server has forgotten the session, a new one is begun
 * and everything is told anew.
 */
export class RunFeed extends Store<Feed> {
  readonly #id: string;
  #source: EventSource | undefined;
  #events: RunEvent[] = [];
  #run: Run | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #waitMs = FIRST_WAIT_MS;
  #isClosed = false;

  constructor(id: string) {
    super({ run: undefined, tally: EMPTY_TALLY, connection: 'connecting', failure: undefined });
    this.#id = id;
  }

  /** Begins to watch, unless somebody does already. */
  watch(): void {
    if (this.#source === undefined) this.#open();
  }

  #open(): void {
    this.#source?.close();
    this.#isClosed = false;
    const source = new EventSource(`/api/runs/${this.#id}/events`);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#waitMs = FIRST_WAIT_MS;
      this.#connected('live');
    });
    source.addEventListener('state', ({ data }: MessageEvent<string>) => {
      this.#run = JSON.parse(data) as Run;
      if (isOver(this.#run)) source.close();
      this.#soon(isOver(this.#run) ? 0 : BREATH_MS);
    });
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      this.#events.push(JSON.parse(data) as RunEvent);
      this.#soon(BREATH_MS);
    });
    source.addEventListener('error', () => {
      // The browser tries again by itself, unless the server answered with an error.
      if (source.readyState === EventSource.CLOSED) this.#recover();
      else this.#connected('lost');
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#source?.close();
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    this.#timer = undefined;
  }

  /** What is known by another way: the answer to a request. A run that was over may go on. */
  know(run: Run): void {
    if (this.#isClosed) return;
    this.#run = run;
    this.#soon(0);
    if (!isOver(run) && this.#source?.readyState === EventSource.CLOSED) this.#open();
  }

  /** There was no answer, or a refusal. */
  fail(failure: ApiFailure): void {
    if (failure.code === 'run-unknown') this.set({ ...this.state, connection: 'gone', failure });
    else this.#recover();
  }

  #connected(connection: Feed['connection']): void {
    if (this.state.connection !== connection) this.set({ ...this.state, connection });
  }

  async #recover(): Promise<void> {
    this.#connected('lost');
    try {
      this.#run = await requests.run(this.#id);
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'run-unknown') return this.fail(failure);
      if (failure.code === 'token-needed') return;
    }
    if (this.#isClosed) return;
    this.#retry = setTimeout(() => this.#open(), this.#waitMs);
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
  }

  #soon(ms: number): void {
    if (ms === 0) {
      clearTimeout(this.#timer);
      this.#tell();
    } else this.#timer ??= setTimeout(() => this.#tell(), ms);
  }

  #tell(): void {
    this.#timer = undefined;
    const tally = takeIn(this.state.tally, this.#events.splice(0));
    const run = this.#run && withRubrics(this.#run, tally);
    const connection = run !== undefined && isOver(run) ? 'over' : this.state.connection;
    this.set({ run, tally, connection, failure: undefined });
  }
}

/** The server tells a run when its state changes, which is before its rubrics are known. */
function withRubrics(run: Run, { start }: Tally): Run {
  return run.rubrics.length > 0 || start === undefined ? run : { ...run, rubrics: start.rubrics };
}
