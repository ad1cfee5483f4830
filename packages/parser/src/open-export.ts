import type { ByteSource } from './bytes/chunks.ts';
import type { ExportFacts } from './export-facts.ts';
import type { ExportFormat } from './formats/identify/identify.ts';
import { openSource } from './formats/open-source.ts';
import type { FieldAliases } from './normalise/columns.ts';
import type { ParseOptions } from './options.ts';
import { ticketsOf } from './parse-tickets.ts';
import { type TicketProblem, toError } from './problems.ts';
import { type ExportSlice, type SliceOptions, slicesOf } from './slices.ts';
import { type SurveyOptions, surveyOf } from './survey-export.ts';
import type { Ticket } from './ticket.ts';

/** How an export is opened. */
export interface OpenOptions {
  /** The name of the source in messages: a file name, or `standard input`. Default: `input`. */
  readonly source?: string | undefined;
  /** Further column names per field. A table is an export only where it has a known column for the ticket number. */
  readonly aliases?: FieldAliases | undefined;
}

/** An export whose format is known. It can be read once, in one of these ways. */
export interface OpenedExport {
  /** Found by content. Undefined: it is no export. */
  readonly format: ExportFormat | undefined;
  /** Why it is no export, and what to do. */
  readonly problem: TicketProblem | undefined;
  /** What {@link parseTickets} gives. */
  tickets(options?: Omit<ParseOptions, keyof OpenOptions>): AsyncGenerator<Ticket, void, undefined>;
  /** What {@link surveyExport} gives. */
  survey(options?: Omit<SurveyOptions, keyof OpenOptions>): Promise<ExportFacts>;
  /** What {@link readSlices} gives. */
  slices(options: Omit<SliceOptions, keyof OpenOptions>): AsyncGenerator<ExportSlice, void, undefined>;
  /** Closes the source. Needed only where nothing is read. */
  close(): Promise<void>;
}

/**
 * Looks at the beginning of a source to find its format, whatever it is called: JSON, CSV, Excel (.xlsx), XML or PDF, as it is
 * or compressed by gzip. Errors of the source itself are thrown when it is read.
 *
 * @param input Bytes or text, whole or in chunks. A string is the content itself, not a path.
 */
export async function openExport(input: ByteSource, options: OpenOptions = {}): Promise<OpenedExport> {
  const opened = await openSource(input, options.aliases);
  const { source = 'input' } = options;
  return {
    format: opened.format,
    problem:
      opened.kind === 'fault' ? { severity: opened.fault.severity, error: toError(source, opened.fault) } : undefined,
    tickets: (more = {}) => ticketsOf(opened, { ...more, ...options }),
    survey: (more = {}) => surveyOf(opened, { ...more, ...options }),
    slices: (more) => slicesOf(opened, { ...more, ...options }),
    close: () => opened.close(),
  };
}
