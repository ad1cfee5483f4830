import { setImmediate as breathe } from 'node:timers/promises';
import { createReviewer, type TicketSet } from '@tqrs/core';
import { ExportReader, type ExportSlice, readSlices } from '@tqrs/parser';
import { Piscina } from 'piscina';
import type { Recorder } from '../../runs/recorder.ts';
import type { Input } from '../inputs.ts';
import { bytesOf, parseOptionsOf, type ReadOptions, tellUnreadable } from '../read-input.ts';
import type { InputEvent } from '../run-events.ts';
import { unpack } from './packed-cards.ts';
import { createSliceReviewer, type SliceResult, type SliceReviewerOptions, type SliceTask } from './review-slice.ts';
import type { LaneSetup } from './worker.ts';

/** Records in a slice: enough that handing it over costs little, few enough that memory stays small. */
const SLICE_RECORDS = 25;
/** Slices that wait for a thread or are with it. One more than it works on, so that it never waits for the next. */
const SLICES_PER_THREAD = 2;
/** Slices for each thread that are begun and not told of yet, at most: some may be done long before their turn. */
const MOST_STARTED = 3;
/** The young generation of a thread's heap. It makes much garbage and holds little. */
const YOUNG_MEGABYTES = 6;

/** What lanes need beside the export. */
export interface LaneOptions extends Omit<SliceReviewerOptions, 'keep'> {
  /** The tickets to review. Undefined: all of them. */
  readonly chosen: TicketSet | undefined;
  /** Threads beside this one, which reviews slices too. */
  readonly threads: number;
  /** The key of the pseudonyms, where there are any: each thread makes a mask of its own. */
  readonly pseudonymKey: string | undefined;
  /** Keeps the run, and tells what of it is finished. */
  readonly recorder: Pick<Recorder, 'earlier' | 'isCatchingUp'> | undefined;
}

/** A slice that is being reviewed. */
interface Started {
  readonly slice: ExportSlice;
  /** The place of its first ticket in the export, if every record before it in `started` is a ticket. */
  readonly first: number;
  /** Undefined: to be reviewed in its place. */
  readonly result: Promise<SliceResult | undefined>;
}

/**
 * Reviews an export in several threads at once, and tells the same as one thread would, in the same order. What has to
 * be reported about a record is found out in this thread, in the record's place.
 */
export async function* reviewInLanes(
  input: Input,
  options: LaneOptions,
  read: ReadOptions,
): AsyncGenerator<InputEvent, void, undefined> {
  const { threads, rubrics, profile, spelling, facts, runs, formats, aliases, chosen, recorder, pseudonymKey, tell } =
    options;
  const keep = recorder !== undefined;
  const setup: LaneSetup = {
    rubrics: rubrics.map(({ data }) => data),
    profile: profile.data,
    spelling: spelling !== undefined,
    facts,
    runs,
    formats,
    keep,
    pseudonymKey,
    tell,
  };
  const pool = new Piscina({
    filename: new URL('./lane.js', import.meta.url).href,
    workerData: setup,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const reviewHere = createSliceReviewer({ ...options, keep });
  const review = createReviewer(options);
  const reader = new ExportReader(parseOptionsOf(input, read));
  const started: Started[] = [];
  let handedOver = 0;
  /** Tickets of the slices that are finished. */
  let passed = 0;

  const start = async (slice: ExportSlice): Promise<void> => {
    const first = started.reduce((sum, before) => sum + recordsIn(before.slice), passed);
    if (slice.kind !== 'records' || recorder?.isCatchingUp) {
      started.push({ slice, first, result: Promise.resolve(undefined) });
      return;
    }
    const task: SliceTask = { slice, wanted: chosen && slice.ends.map((_, index) => chosen.has(first + index)) };
    if (handedOver < threads * SLICES_PER_THREAD) {
      handedOver++;
      const result: Promise<SliceResult | undefined> = pool.run(task);
      started.push({ slice, first, result: result.catch(() => undefined).finally(() => handedOver--) });
    } else {
      started.push({ slice, first, result: reviewHere(task) });
      await started.at(-1)?.result;
      // Messages of the threads, and Ctrl-C.
      await breathe();
    }
  };

  async function* finish({ slice, first, result }: Started): AsyncGenerator<InputEvent> {
    const done = await result;
    if (read.signal.aborted) return;
    // Where a record before it was no ticket, others than those that are chosen were reviewed.
    if (done !== undefined && (chosen === undefined || first === passed)) {
      passed += done.numbers.length;
      reader.pass(done.numbers);
      const { summaries, rows, chunk } = done;
      yield { type: 'rendered', tickets: unpack(done.tickets), summaries, rows, chunk };
      return;
    }
    for (const ticket of reader.read(slice)) {
      if (chosen?.has(passed++) === false) continue;
      const reviewed = recorder?.earlier(ticket) ?? (await review(ticket));
      if ('error' in reviewed) yield { type: 'failed', number: ticket.number, error: reviewed.error };
      else yield { type: 'reviewed', ...reviewed };
    }
  }

  try {
    yield { type: 'facts', facts };
    let failure: { readonly error: unknown } | undefined;
    try {
      for await (const slice of readSlices(bytesOf(input, read.signal), { records: SLICE_RECORDS, aliases })) {
        if (read.signal.aborted) return;
        await start(slice);
        if (started.length > MOST_STARTED * threads) for (const next of started.splice(0, 1)) yield* finish(next);
      }
    } catch (error) {
      failure = { error };
    }
    for (const next of started.splice(0)) yield* finish(next);
    if (failure !== undefined) tellUnreadable(failure.error, input, read);
    else reader.finish();
  } finally {
    await pool.destroy();
  }
}

function recordsIn(slice: ExportSlice): number {
  return slice.kind === 'records' ? slice.ends.length : 0;
}
