import { setImmediate as breathe } from 'node:timers/promises';
import { isThenable } from './is-thenable.ts';

/** An item whose work has begun, or whose work is done. */
export type Step<Item, Result> =
  | { readonly kind: 'started'; readonly index: number; readonly item: Item }
  | { readonly kind: 'finished'; readonly index: number; readonly item: Item; readonly result: Result };

/** How {@link mapInOrder} works. */
export interface MapOptions {
  /** Items in flight at most. As many again may be finished and wait for their turn. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
}

/** Work that answers at once never leaves the microtask queue: so often, timers and signals get their turn. In items. */
const BREATHE_EVERY = 64;

/**
 * Maps items with bounded concurrency and yields the steps, the finished ones in the items' order. Nothing is read from
 * the source, and no work begins, but while the loop pulls.
 *
 * Work that throws ends the iteration at its turn; an error of the source is thrown after all steps before it. Leaving
 * the loop, or aborting, aborts the work in flight and closes the source.
 */
export async function* mapInOrder<Item, Result>(
  source: AsyncIterator<Item> | Iterator<Item>,
  work: (item: Item, signal: AbortSignal) => Result | Promise<Result>,
  { concurrency, signal }: MapOptions,
): AsyncGenerator<Step<Item, Result>, void, undefined> {
  const flow = new Flow(source, work, concurrency, signal);
  try {
    for (;;) {
      const step = flow.finished() ?? flow.begun();
      if (step !== undefined) yield step;
      else if (flow.isDone()) return;
      else await flow.progress();
    }
  } finally {
    await flow.close();
  }
}

type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

interface Slot<Item, Result> {
  readonly index: number;
  readonly item: Item;
  outcome: Outcome<Result> | undefined;
}

class Flow<Item, Result> {
  readonly #source: AsyncIterator<Item> | Iterator<Item>;
  readonly #work: (item: Item, signal: AbortSignal) => Result | Promise<Result>;
  readonly #concurrency: number;
  readonly #signal: AbortSignal | undefined;
  readonly #stop = new AbortController();
  readonly #workSignal: AbortSignal;
  readonly #slots: Slot<Item, Result>[] = [];
  #inFlight = 0;
  #count = 0;
  #reading = false;
  #read: { readonly item: Item } | undefined;
  #ended = false;
  #sourceFailure: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};

  constructor(
    source: AsyncIterator<Item> | Iterator<Item>,
    work: (item: Item, signal: AbortSignal) => Result | Promise<Result>,
    concurrency: number,
    signal: AbortSignal | undefined,
  ) {
    this.#source = source;
    this.#work = work;
    this.#concurrency = concurrency;
    this.#signal = signal;
    this.#workSignal = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
    signal?.addEventListener('abort', this.#onAbort);
  }

  /** The next item in order, where it is done. */
  finished(): Step<Item, Result> | undefined {
    const head = this.#slots[0];
    if (head?.outcome === undefined) return undefined;
    this.#slots.shift();
    if ('error' in head.outcome) throw head.outcome.error;
    return { kind: 'finished', index: head.index, item: head.item, result: head.outcome.result };
  }

  /** Begins the work on the item that was read last. */
  begun(): Step<Item, Result> | undefined {
    this.#signal?.throwIfAborted();
    if (this.#read === undefined) return undefined;
    const { item } = this.#read;
    this.#read = undefined;
    const slot: Slot<Item, Result> = { index: this.#count++, item, outcome: undefined };
    this.#slots.push(slot);
    this.#begin(slot);
    return { kind: 'started', index: slot.index, item };
  }

  isDone(): boolean {
    if (!this.#ended || this.#slots.length > 0) return false;
    if (this.#sourceFailure !== undefined) throw this.#sourceFailure.error;
    return true;
  }

  /** Reads on where there is room, and waits for whatever happens first. */
  async progress(): Promise<void> {
    const hasRoom = this.#inFlight < this.#concurrency && this.#slots.length < 2 * this.#concurrency;
    if (hasRoom && !this.#ended && !this.#reading) {
      if (this.#count % BREATHE_EVERY === BREATHE_EVERY - 1) await breathe();
      if (this.#readNext()) return;
    }
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    if (this.#inFlight > 0) this.#stop.abort();
    if (this.#ended) return;
    this.#ended = true;
    const closed = Promise.resolve(this.#source.return?.());
    // A source that is busy reading closes when it is done with that, which may be never.
    if (this.#reading) closed.catch(() => {});
    else await closed;
  }

  readonly #onAbort = (): void => this.#wake();

  /** Whether the source answered at once. */
  #readNext(): boolean {
    try {
      const next: IteratorResult<Item> | PromiseLike<IteratorResult<Item>> = this.#source.next();
      if (!isThenable(next)) {
        this.#take(next);
        return true;
      }
      this.#reading = true;
      next.then(
        (result) => this.#take(result),
        (error: unknown) => this.#fail(error),
      );
      return false;
    } catch (error) {
      this.#fail(error);
      return true;
    }
  }

  #take(next: IteratorResult<Item>): void {
    this.#reading = false;
    if (next.done) this.#ended = true;
    else this.#read = { item: next.value };
    this.#wake();
  }

  #fail(error: unknown): void {
    this.#reading = false;
    this.#ended = true;
    this.#sourceFailure = { error };
    this.#wake();
  }

  #begin(slot: Slot<Item, Result>): void {
    try {
      const result = this.#work(slot.item, this.#workSignal);
      if (!isThenable(result)) {
        slot.outcome = { result };
        return;
      }
      this.#inFlight++;
      result.then(
        (value) => this.#settle(slot, { result: value }),
        (error: unknown) => this.#settle(slot, { error }),
      );
    } catch (error) {
      slot.outcome = { error };
    }
  }

  #settle(slot: Slot<Item, Result>, outcome: Outcome<Result>): void {
    this.#inFlight--;
    slot.outcome = outcome;
    this.#wake();
  }
}
