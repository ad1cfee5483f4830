import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { LOG_LEVELS, type LogLevel } from '../settings.ts';

type Format = Parameters<typeof styleText>[0];

/** Colours text for one stream; NO_COLOR, FORCE_COLOR and whether the stream is a terminal are Node's to weigh. */
export type Paint = (format: Format, text: string) => string;

/** The painter for a stream. */
export function painterFor(stream: NodeJS.WritableStream): Paint {
  return (format, text) => styleText(format, text, { stream });
}

/** Whether a stream is a terminal. */
export function isTerminal(stream: NodeJS.WritableStream): boolean {
  return (stream as WriteStream).isTTY === true;
}

/** Columns to write in: the terminal's own, 80 where nobody knows, and never more than is good to read. */
export function widthOf(stream: NodeJS.WritableStream): number {
  return Math.min((stream as WriteStream).columns || 80, 100);
}

/** Messages on standard error, as far as the level lets them through. */
export interface Log {
  readonly paint: Paint;
  allows(level: LogLevel): boolean;
  debug(text: string): void;
  info(text: string): void;
  warning(text: string): void;
  error(text: string): void;
}

/** A log on `stream`. The text must be safe to print already. */
export function createLog(stream: NodeJS.WritableStream, level: LogLevel): Log {
  const paint = painterFor(stream);
  const least = LOG_LEVELS.indexOf(level);
  const allows = (wanted: LogLevel) => LOG_LEVELS.indexOf(wanted) >= least;
  const writer = (wanted: LogLevel, prefix: string) => (text: string) => {
    if (allows(wanted)) stream.write(`${prefix}${text}\n`);
  };
  return {
    paint,
    allows,
    debug: writer('DEBUG', paint('dim', 'debug: ')),
    info: writer('INFO', ''),
    warning: writer('WARNING', paint('yellow', 'warning: ')),
    error: writer('ERROR', paint('red', 'error: ')),
  };
}
