import { constants as zlib, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Ticket, TqrsError } from '@tqrs/parser';
import type { SentRecord } from '../../judge/model/sent-record.ts';
import type { Scorecard } from '../../scorecard/schema.ts';

/** A ticket whose review is finished, or failed. Lists go by the run's rubrics, in their order. */
export type StoredTicket =
  | {
      /** As it was reviewed: under the facts of its export, secrets blotted out, without the record that it was read from. */
      readonly ticket: Ticket;
      readonly scorecards: readonly Scorecard[];
      readonly sent?: SentRecord | undefined;
    }
  | { readonly failed: StoredFailure };

/** A review that failed. */
export interface StoredFailure {
  readonly number: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Some finished tickets in a row, packed: plain data that can come from another thread. */
export interface TicketChunk {
  readonly count: number;
  readonly body: Uint8Array;
}

/** The fastest there is: scorecards repeat themselves so much that more effort saves little. */
const EFFORT = 1;

/** Gathers finished tickets and packs them, a line each. */
export class TicketPacker {
  #lines: string[] = [];

  get count(): number {
    return this.#lines.length;
  }

  /** @param cards The scorecards as JSON, where somebody has written them down already. */
  add(stored: StoredTicket, cards?: readonly string[]): void {
    this.#lines.push(lineOf(stored, cards));
  }

  /** Forgets what was added. */
  clear(): void {
    this.#lines = [];
  }

  /** What was added since the last time. */
  pack(): TicketChunk {
    const lines = this.#lines;
    this.#lines = [];
    const options = { params: { [zlib.ZSTD_c_compressionLevel]: EFFORT } };
    return { count: lines.length, body: zstdCompressSync(lines.join('\n'), options) };
  }
}

/** One finished ticket as a line of JSON. */
export function lineOf(stored: StoredTicket, cards?: readonly string[]): string {
  if (!('ticket' in stored)) return JSON.stringify(stored);
  // The record that it was read from is as large again, and nothing reads it any more.
  const ticket = JSON.stringify({ ...stored.ticket, source: {} });
  const scorecards = cards === undefined ? JSON.stringify(stored.scorecards) : `[${cards.join()}]`;
  const sent = stored.sent === undefined ? '' : `,"sent":${JSON.stringify(stored.sent)}`;
  return `{"ticket":${ticket},"scorecards":${scorecards}${sent}}`;
}

/** The tickets of a chunk, in order, each to be read by {@link unpackTicket}: that takes longer than all else. */
export function linesOf(body: Uint8Array): string[] {
  return zstdDecompressSync(body).toString().split('\n');
}

/** A ticket from its line. */
export function unpackTicket(line: string): StoredTicket {
  return JSON.parse(line);
}

/** What is kept of a review that failed. */
export function failureToStore(number: string, { code, message, hint }: TqrsError): StoredTicket {
  return { failed: { number, code, message, ...(hint !== undefined && { hint }) } };
}
