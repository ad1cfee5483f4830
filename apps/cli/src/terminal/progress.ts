import { counted, duration, number } from './format.ts';
import { isTerminal } from './output.ts';

/** Not more often, however fast tickets are done. */
const REDRAW_MS = 100;
const CLEAR_LINE = '\r\u001b[K';

/** Shows how far a run is. */
export interface Progress {
  /** Says what is done before the first ticket. */
  note(text: string): void;
  /** Tickets to do, once that is known; undefined where nobody can know. Time counts from here. */
  start(total: number | undefined): void;
  /** So many tickets are done. `note` stands at the end of the line: what was spent. */
  tick(done: number, note?: string): void;
  /** Takes the line away. Nothing is drawn afterwards. */
  stop(): void;
}

const SILENT: Progress = { note() {}, start() {}, tick() {}, stop() {} };

/**
 * A progress line on a terminal; nothing anywhere else.
 * @param now Milliseconds on any clock that only goes forward.
 */
export function createProgress(
  stream: NodeJS.WritableStream,
  wanted: boolean,
  now: () => number = () => performance.now(),
): Progress {
  if (!wanted || !isTerminal(stream)) return SILENT;
  let total: number | undefined;
  let startedAt = now();
  let drawnAt = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let drawn = false;
  const draw = (text: string) => {
    if (stopped) return;
    drawn = true;
    stream.write(CLEAR_LINE + text);
  };
  return {
    note: draw,
    start(tickets) {
      total = tickets;
      startedAt = now();
    },
    tick(done, note = '') {
      const time = now();
      if (time - drawnAt < REDRAW_MS) return;
      drawnAt = time;
      draw(`${progressLine(done, total, (time - startedAt) / 1000)}${note === '' ? '' : `  ${note}`}`);
    },
    stop() {
      if (drawn && !stopped) stream.write(CLEAR_LINE);
      stopped = true;
    },
  };
}

/** One line: how many are done, how fast, and how long the rest will take at that pace. */
export function progressLine(done: number, total: number | undefined, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const pace = rate > 0 ? `  ${number(rate < 10 ? rate : Math.round(rate))}/s` : '';
  if (total === undefined || total < done) return `  ${counted(done, 'ticket')}${pace}`;
  const share = total > 0 ? Math.floor((done / total) * 100) : 100;
  const left = rate > 0 ? `  ${duration((total - done) / rate)} left` : '';
  return `  ${number(done)} of ${counted(total, 'ticket')}  ${share}%${pace}${left}`;
}
