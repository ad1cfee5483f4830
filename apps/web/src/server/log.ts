/** What a log line may hold beside its event: ids, counts and codes; never text of a ticket, a file name, a token or a key. */
export type LogDetails = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** From the most talkative to the least. */
export type LogLevel = 'DEBUG' | 'INFO' | 'ERROR';

/** A structured log: one JSON object a line. */
export interface Log {
  debug(event: string, details?: LogDetails): void;
  info(event: string, details?: LogDetails): void;
  error(event: string, details?: LogDetails): void;
}

/** A log that hands its lines to `write`. */
export function createLog(write: (level: LogLevel, line: string) => void): Log {
  const writer =
    (level: LogLevel) =>
    (event: string, details: LogDetails = {}) =>
      write(level, `${JSON.stringify({ time: new Date().toISOString(), level, event, ...details })}\n`);
  return { debug: writer('DEBUG'), info: writer('INFO'), error: writer('ERROR') };
}

/** An error for the log: its kind and where it came from, without its message, which may repeat input. */
export function errorDetails(error: unknown): LogDetails {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, stack = '' } = error;
  const code = (error as NodeJS.ErrnoException).code;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { error: name, ...(code !== undefined && { code: String(code) }), at: frames.slice(0, 8).join('\n') };
}
