import type { CompiledProfile } from '../profile/compile.ts';
import { once } from '../text/once.ts';
import type { TicketText } from '../text/ticket-text.ts';
import { buildTimeline } from './build-timeline.ts';
import { contactFinder } from './contact.ts';
import { firstResponseOf } from './first-response.ts';
import { holdsOf } from './hold.ts';
import { promisesOf } from './promises.ts';
import { reassignmentOf } from './reassignment.ts';
import { reopeningOf } from './reopening.ts';
import { silenceOf } from './silence.ts';
import type { TimelineFacts } from './types.ts';

/** The ticket's events in the order of time. Worked out once for a ticket. */
export const timelineOf = once(buildTimeline);

/** What the ticket's timeline shows: each fact with its evidence. Worked out once for a ticket. */
export const timelineFactsOf = once(factsOf);

function factsOf(text: TicketText, profile: CompiledProfile): TimelineFacts {
  const { ticket } = text;
  const timeline = timelineOf(text, profile);
  const findContact = contactFinder(ticket, profile);
  return {
    firstResponse: firstResponseOf(timeline, ticket, profile),
    silence: silenceOf(timeline, ticket),
    holds: holdsOf(timeline, ticket, findContact),
    promises: promisesOf(timeline, text, profile, findContact),
    reassignment: reassignmentOf(text),
    reopening: reopeningOf(ticket),
  };
}
