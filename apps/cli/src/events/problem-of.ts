import { TicketParseError, type TqrsError } from '@tqrs/parser';
import type { Problem } from '@tqrs/web/api';

/** An error as programs are told of it. */
export function problemOf(error: TqrsError): Problem {
  const { code, message, hint } = error;
  const problem = { code, message, ...(hint !== undefined && { hint }) };
  if (!(error instanceof TicketParseError)) return problem;
  const { source, record, number } = error;
  return {
    ...problem,
    source,
    ...(record !== undefined && { record }),
    ...(number !== undefined && { number }),
  };
}
