import type { ByteSource } from './json/chunks.ts';
import { wholeSourceFault } from './json/faults.ts';
import { readPieces } from './json/read-pieces.ts';
import { DEFAULT_MAX_RECORD_BYTES, type ParseOptions } from './options.ts';
import { ProblemLog } from './problems.ts';
import type { Ticket } from './ticket.ts';
import { TicketReader } from './ticket-reader.ts';

/**
 * Reads the incidents of a ServiceNow JSON export, one at a time and in order.
 *
 * Reads `{"records":[…]}`, `{"result":[…]}`, `{"result":{…}}`, an array, one record, and one record a line, in UTF-8
 * or UTF-16. Memory is bounded by one chunk of the source and one record, so an export may be larger than memory.
 * (Ticket numbers are remembered to find duplicates, up to a million of them.)
 *
 * What cannot be read goes to `onProblem`, and the records around it are still yielded. Without `onProblem`, all good
 * tickets are yielded first; then the iteration throws a `TicketParseError` if there was an error. Warnings alone do
 * not throw. Errors of the source itself (a file that cannot be opened) pass through as they are.
 *
 * Leaving the loop early closes the source.
 *
 * @param input Bytes or text, whole or in chunks. A string is the JSON itself, not a path.
 * @throws TicketParseError After the last ticket, where there were errors and no `onProblem`.
 */
export async function* parseTickets(
  input: ByteSource,
  options: ParseOptions = {},
): AsyncGenerator<Ticket, void, undefined> {
  const log = new ProblemLog(options.source ?? 'input', options.onProblem);
  const maxRecordBytes = options.maxRecordBytes ?? DEFAULT_MAX_RECORD_BYTES;
  const reader = new TicketReader(log, maxRecordBytes, options.aliases);
  reading: for await (const pieces of readPieces(input, maxRecordBytes)) {
    for (const piece of pieces) {
      yield* reader.read(piece);
      if (wholeSourceFault(piece) !== undefined) break reading;
    }
  }
  reader.finish();
  log.throwUnheard();
}
