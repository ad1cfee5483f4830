import { runEventSchema, type Summary } from '../../api/index.ts';
import type { EventLog } from '../runs/event-log.ts';

/** Text that is gathered before it is written. */
const FULL = 256 * 1024;

/**
 * Puts the events of a run together anew: everything as the run told it, but for its tickets and what they come to, which are as its
 * report was written since.
 * @param into A log that is empty.
 */
export async function mergeEvents(
  run: EventLog,
  report: EventLog,
  summaries: readonly Summary[],
  into: EventLog,
): Promise<void> {
  let text = '';
  const add = async (line: string) => {
    text += `${line}\n`;
    if (text.length < FULL) return;
    await into.append(text);
    text = '';
  };
  let end: string | undefined;
  for await (const { text: line } of run.linesFrom(0)) {
    const event = runEventSchema.parse(JSON.parse(line));
    if (event.type === 'end') end = JSON.stringify({ ...event, summaries });
    else if (event.type !== 'tickets') await add(line);
  }
  for await (const { text: line } of report.linesFrom(0))
    if (runEventSchema.parse(JSON.parse(line)).type === 'tickets') await add(line);
  // A run that was killed told none.
  if (end !== undefined) await add(end);
  await into.append(text);
}
