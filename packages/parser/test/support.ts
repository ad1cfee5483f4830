import type { ByteSource } from '../src/bytes/chunks.ts';
import type { ParseOptions } from '../src/options.ts';
import { parseTickets } from '../src/parse-tickets.ts';
import type { TicketProblem } from '../src/problems.ts';
import type { Ticket } from '../src/ticket.ts';

/** All tickets and problems of a source. */
export async function readAll(
  input: ByteSource,
  options: Omit<ParseOptions, 'onProblem'> = {},
): Promise<{ tickets: Ticket[]; problems: TicketProblem[] }> {
  const problems: TicketProblem[] = [];
  const tickets: Ticket[] = [];
  for await (const ticket of parseTickets(input, { ...options, onProblem: (problem) => problems.push(problem) })) {
    tickets.push(ticket);
  }
  return { tickets, problems };
}

/** The one ticket that a record makes. */
export async function ticketOf(
  record: Record<string, unknown>,
  options: Omit<ParseOptions, 'onProblem'> = {},
): Promise<Ticket> {
  const { tickets } = await readAll(JSON.stringify([{ number: 'INC0010001', ...record }]), options);
  const [ticket] = tickets;
  if (ticket === undefined) throw new Error('The record made no ticket.');
  return ticket;
}

/** Bytes in pieces of the sizes given, over and over. */
export function inChunks(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let turn = 0;
  for (let at = 0; at < bytes.length; ) {
    const size = Math.max(1, sizes[turn++ % sizes.length] ?? 1);
    chunks.push(bytes.slice(at, at + size));
    at += size;
  }
  return chunks;
}
