import { factsOf, type Ticket } from '@tqrs/parser';
import type { Scorecard } from '../scorecard/schema.ts';
import { openRun } from './open-run.ts';
import type { ReviewOptions } from './options.ts';

/**
 * Reviews one ticket. Pass the `facts` of the export that it came from: without them, its own blank journals are taken
 * for not exported.
 *
 * Secrets in the ticket are blotted out before it is read, and so are they in what the scorecard quotes: show the ticket as
 * `blotSecrets` makes it.
 *
 * A rule or a judge that fails leaves its criteria unscored (`judge-failed`). Rejects only where the signal is aborted,
 * or the engine itself fails.
 */
export async function reviewTicket(ticket: Ticket, options: ReviewOptions): Promise<Scorecard> {
  options.signal?.throwIfAborted();
  const { rubric, profile, judge, spelling, facts = factsOf([ticket]), now = () => new Date() } = options;
  const review = openRun({ rubrics: [rubric], profile, judge, facts, spelling, now });
  const { scorecards } = await review(ticket, options.signal);
  return scorecards[0] as Scorecard;
}
