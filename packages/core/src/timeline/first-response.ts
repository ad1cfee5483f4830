import type { Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import type { Channel } from '../profile/schema.ts';
import { quoteEvent, quoteTime } from './quote-event.ts';
import type { FirstResponse, Timeline } from './types.ts';

/** Channels where an agent talks to the user when the ticket is opened. */
const LIVE: ReadonlySet<Channel> = new Set(['phone', 'walk-in', 'chat', 'guest-chat']);

/**
 * How long it took from the opening to the first entry by an agent. Undefined where a journal or a time was not exported, no
 * agent wrote, or somebody wrote before whose part is not known.
 */
export function firstResponseOf(
  timeline: Timeline,
  ticket: Ticket,
  profile: CompiledProfile,
): FirstResponse | undefined {
  const { openedAt, complete, calendar } = timeline;
  if (openedAt === undefined || !complete) return undefined;
  const first = timeline.events.find(({ role }) => role === 'agent' || role === 'unknown');
  if (first?.role !== 'agent') return undefined;
  const channel = profile.channelOf(ticket.contactType);
  return {
    minutes: Math.floor(calendar.minutesBetween(openedAt, first.at)),
    at: first.at,
    reachesUser: first.reachesUser,
    contactAtOpening: channel !== undefined && LIVE.has(channel),
    evidence: [...quoteTime(ticket, 'openedAt'), ...quoteEvent(first, ticket)],
  };
}
