import type { Changes } from './changes.ts';
import { EventLog, type LogPlace } from './event-log.ts';
import { type RunStore, type StoredRun, shown } from './run-store.ts';

/** A comment goes over a line that is silent for so long, so that nobody takes it for dead. */
const HEARTBEAT_MS = 15_000;
/** Changes are told so often at most. */
const BREATH_MS = 200;
/** Text that is gathered before it is sent. */
const FULL = 32 * 1024;

/** What a watcher has seen. */
export interface SeenPlace extends LogPlace {
  /** Also that the run is over. */
  readonly isEnd: boolean;
}

/** What is watched, and from where on. */
export interface WatchOptions {
  readonly id: string;
  readonly store: RunStore;
  readonly changes: Changes;
  /** What the watcher has seen already. */
  readonly seen: SeenPlace | undefined;
  /** Aborted where the watcher is gone. */
  readonly signal: AbortSignal;
}

/**
 * A run as server-sent events: what is in its log already, then what comes, up to its end. Everything is read from the log's
 * file at the pace of the watcher, so that a slow one costs no memory and misses nothing.
 */
export async function* watchRun({ id, store, changes, seen, signal }: WatchOptions): AsyncGenerator<string> {
  let place: LogPlace | undefined;
  if (seen !== undefined && (await new EventLog(store.folderOf(id), seen.attempt).endsLineAt(seen.offset)))
    place = seen;
  let toldState = '';
  yield 'retry: 1000\n\n';
  while (!signal.aborted && store.has(id)) {
    const count = changes.count(id);
    const run = store.get(id);
    const isOver = run.state !== 'queued' && run.state !== 'running';
    if (place?.attempt !== run.attempt) place = { attempt: run.attempt, offset: 0 };
    // The end of a run is told behind all of its events, everything else before them.
    const state = `${run.state} ${run.attempt} ${run.startedAt}`;
    if (state !== toldState && !isOver) yield stateEvent(run);
    toldState = state;
    let text = '';
    for await (const line of new EventLog(store.folderOf(id), run.attempt).linesFrom(place.offset)) {
      place = line;
      text += `id: ${idOf(line)}\ndata: ${line.text}\n\n`;
      if (text.length < FULL) continue;
      yield text;
      text = '';
      if (signal.aborted) return;
    }
    if (text !== '') yield text;
    if (isOver) {
      yield `id: ${idOf(place)}-end\n${stateEvent(run)}`;
      return;
    }
    await changes.beyond(count, id, HEARTBEAT_MS, signal);
    if (changes.count(id) === count) yield ': still here\n\n';
    else await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
  }
}

/** Whether a watcher knows already that a run is over: there is nothing to wait for. */
export function hasSeenAll({ state, attempt }: StoredRun, seen: SeenPlace | undefined): boolean {
  return state !== 'queued' && state !== 'running' && seen?.attempt === attempt && seen.isEnd;
}

/** Reads the id of the last event that a watcher got. */
export function placeFrom(header: string | undefined): SeenPlace | undefined {
  const match = /^(\d{1,9})-(\d{1,15})(-end)?$/.exec(header ?? '');
  if (match === null) return undefined;
  return { attempt: Number(match[1]), offset: Number(match[2]), isEnd: match[3] !== undefined };
}

function idOf({ attempt, offset }: LogPlace): string {
  return `${attempt}-${offset}`;
}

function stateEvent(run: StoredRun): string {
  return `event: state\ndata: ${JSON.stringify(shown(run))}\n\n`;
}
