import type { Ticket } from '@tqrs/parser';
import { quoteField } from '../text/find.ts';
import { countIn } from './count.ts';
import type { Reopening } from './types.ts';

/** How often the ticket was reopened. Undefined where it never was, or the count was not exported. */
export function reopeningOf({ reopenCount }: Ticket): Reopening | undefined {
  const count = countIn(reopenCount);
  if (count === undefined || count === 0 || reopenCount === undefined) return undefined;
  return { count, evidence: [quoteField('reopenCount', reopenCount)] };
}
