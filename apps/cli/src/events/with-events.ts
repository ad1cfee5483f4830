import { TqrsError } from '@tqrs/parser';
import { type ExitCode, exitCodeFor } from '../exit-code.ts';
import { EventStream } from './event-stream.ts';

/**
 * Runs something whose events go to an open descriptor, its end in any case.
 * @param fd Undefined: nobody listens.
 */
export async function withEvents(
  fd: number | undefined,
  work: (events: EventStream | undefined) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (fd === undefined) return work(undefined);
  const events = new EventStream(fd);
  try {
    const exitCode = await work(events);
    await events.end(exitCode);
    return exitCode;
  } catch (error) {
    const known = TqrsError.isInstance(error) ? error : new TqrsError('This is a defect of TQRS.', { code: 'defect' });
    await events.end(exitCodeFor(error), known);
    throw error;
  }
}
