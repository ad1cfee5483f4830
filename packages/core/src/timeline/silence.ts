import type { Ticket } from '@tqrs/parser';
import { SILENT_DAYS } from './limits.ts';
import { quoteEvent } from './quote-event.ts';
import type { Silence, SilentGap, Timeline, TimelineEvent } from './types.ts';

/** From one event to the next. */
interface Stretch {
  readonly before: TimelineEvent;
  readonly behind: TimelineEvent;
  readonly minutes: number;
}

/**
 * The stretches without any entry from the opening until work ended; while the ticket is open, until the last entry. Undefined
 * where a journal or a time is missing, so that silence could not be told from notes that were not exported.
 */
export function silenceOf(timeline: Timeline, ticket: Ticket): Silence | undefined {
  const { openedAt, endedAt, complete, calendar } = timeline;
  if (openedAt === undefined || !complete) return undefined;
  const open = timeline.events.filter(({ at }) => at >= openedAt && (endedAt === undefined || at <= endedAt));
  const stretches = open.slice(1).map((behind, index): Stretch => {
    const before = open[index] ?? behind;
    return { before, behind, minutes: Math.floor(calendar.minutesBetween(before.at, behind.at)) };
  });
  const [first] = stretches;
  if (first === undefined) return undefined;
  const longest = stretches.reduce((most, stretch) => (stretch.minutes > most.minutes ? stretch : most), first);
  const silent = stretches.filter(({ minutes }) => minutes >= SILENT_DAYS * calendar.dayMinutes);
  return { longest: gapOf(longest, ticket), gaps: silent.map((stretch) => gapOf(stretch, ticket)) };
}

function gapOf({ before, behind, minutes }: Stretch, ticket: Ticket): SilentGap {
  const evidence = [...quoteEvent(before, ticket), ...quoteEvent(behind, ticket)];
  return { from: before.at, to: behind.at, minutes, evidence };
}
