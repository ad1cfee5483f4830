import type { TicketSet } from '@tqrs/core';
import {
  type ExportFacts,
  type FieldAliases,
  type ParseOptions,
  parseTickets,
  surveyExport,
  type Ticket,
  TicketParseError,
  type TicketProblem,
} from '@tqrs/parser';
import { type Input, unreadable } from './inputs.ts';

/** How an export is read. */
export interface ReadOptions {
  readonly aliases: FieldAliases;
  readonly onProblem: (problem: TicketProblem) => void;
  /** Ends the reading where it stands, as if the export ended there. */
  readonly signal: AbortSignal;
}

/**
 * What an export carries, over all of its records. Undefined where it can be read only once, or not at all: reading the
 * tickets tells the reason then.
 */
export async function surveyInput(input: Input, { aliases, signal }: ReadOptions): Promise<ExportFacts | undefined> {
  if (input.kept !== undefined) return input.kept.facts;
  if (!input.reopenable) return undefined;
  try {
    return await surveyExport(bytesOf(input, signal), { aliases, source: input.shortName });
  } catch (error) {
    if (TicketParseError.isInstance(error) || isSystemError(error)) return undefined;
    throw error;
  }
}

/** What is read of an export. */
export interface ReadInputOptions extends ReadOptions {
  /** Absent: every ticket. */
  readonly chosen?: TicketSet | undefined;
}

/** The chosen tickets of an export. What cannot be read goes to `onProblem`, the export as a whole included. */
export async function* readInput(input: Input, read: ReadInputOptions): AsyncGenerator<Ticket> {
  if (input.kept !== undefined) {
    for (const ticket of input.kept.tickets()) {
      if (read.signal.aborted) return;
      yield ticket;
    }
    return;
  }
  const { chosen } = read;
  let ordinal = 0;
  try {
    for await (const ticket of parseTickets(bytesOf(input, read.signal), parseOptionsOf(input, read))) {
      // The bytes end at the signal, but a chunk of them holds more than one ticket.
      if (read.signal.aborted) return;
      if (chosen === undefined || chosen.has(ordinal++)) yield ticket;
    }
  } catch (error) {
    tellUnreadable(error, input, read);
  }
}

/** How the parser reads an export. After the signal nothing is a problem any more. */
export function parseOptionsOf(input: Input, { aliases, onProblem, signal }: ReadOptions): ParseOptions {
  return {
    aliases,
    source: input.shortName,
    onProblem: (problem) => {
      if (!signal.aborted) onProblem(problem);
    },
  };
}

/** The bytes of an export, up to the signal. */
export async function* bytesOf(input: Input, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = input.open();
  const stop = () => stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (!signal.aborted) yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Tells that the system does not let us read an export. Throws every other error. */
export function tellUnreadable(error: unknown, input: Input, { onProblem }: ReadOptions): void {
  if (!isSystemError(error)) throw error;
  onProblem({ severity: 'error', error: unreadable(input.name, error) });
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
