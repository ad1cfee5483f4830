import type { ByteSource } from './bytes/chunks.ts';
import { exportPieces } from './export-pieces.ts';
import { type OpenSource, openSource } from './formats/open-source.ts';
import { DEFAULT_MAX_RECORD_BYTES, type ParseOptions } from './options.ts';
import { ProblemLog } from './problems.ts';
import type { Ticket } from './ticket.ts';
import { TicketReader } from './ticket-reader.ts';

/**
 * Reads the incidents of a ServiceNow export, one at a time and in order.
 *
 * The format is found by content: JSON (`{"records":[…]}`, `{"result":[…]}`, `{"result":{…}}`, an array, one record, one
 * record a line), CSV, Excel (.xlsx), each as it is or compressed by gzip. Memory is bounded by one chunk of the source and
 * one record, so an export may be larger than memory. (Ticket numbers are remembered to find duplicates, up to a million of
 * them; of a workbook, its shared strings.)
 *
 * What cannot be read goes to `onProblem`, and the records around it are still yielded. Without `onProblem`, all good
 * tickets are yielded first; then the iteration throws a `TicketParseError` if there was an error. Warnings alone do
 * not throw. Errors of the source itself (a file that cannot be opened) pass through as they are.
 *
 * Leaving the loop early closes the source.
 *
 * @param input Bytes or text, whole or in chunks. A string is the content itself, not a path.
 * @throws TicketParseError After the last ticket, where there were errors and no `onProblem`.
 */
export async function* parseTickets(
  input: ByteSource,
  options: ParseOptions = {},
): AsyncGenerator<Ticket, void, undefined> {
  yield* ticketsOf(await openSource(input, options.aliases), options);
}

/** The tickets of a source that is open. */
export async function* ticketsOf(source: OpenSource, options: ParseOptions): AsyncGenerator<Ticket, void, undefined> {
  const log = new ProblemLog(options.source ?? 'input', options.onProblem);
  const maxRecordBytes = options.maxRecordBytes ?? DEFAULT_MAX_RECORD_BYTES;
  const reader = new TicketReader(log, maxRecordBytes, options.aliases);
  for await (const pieces of exportPieces(source, options)) {
    for (const piece of pieces) yield* reader.read(piece);
  }
  reader.finish();
  log.throwUnheard();
}
