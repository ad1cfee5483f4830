import type { Scorecard } from '@tqrs/core';
import type { Ticket } from '@tqrs/parser';
import type { ReviewFailure, RunInfo, RunOutcome } from '../report.ts';
import type { FileSink, Text, TextSink } from '../sinks/sinks.ts';

/** The texts that one ticket adds to a report in one format. Only the format itself knows what each of them is. */
export type RenderedTexts = readonly Text[];

/** Puts rendered tickets together to a report in one format. Await each call before the next one. */
export interface FormatWriter {
  add(number: string, texts: RenderedTexts): Promise<void>;
  fail(failure: ReviewFailure): Promise<void>;
  close(outcome: RunOutcome): Promise<void>;
}

interface FormatBase {
  /** What `--format` calls it. */
  readonly id: string;
  /** One line for a help page. */
  readonly description: string;
  /** The file to open first, relative to the report's folder. */
  readonly entry: string;
  /** Renders what a ticket adds. Pure: any thread may do it, in any order. */
  render(run: RunInfo, ticket: Ticket, scorecard: Scorecard): RenderedTexts;
}

/** A format that is one text, for a file or a pipe. */
export interface StreamFormat extends FormatBase {
  readonly kind: 'stream';
  open(run: RunInfo, sink: TextSink): FormatWriter;
}

/** A format of many files. */
export interface FolderFormat extends FormatBase {
  readonly kind: 'folder';
  open(run: RunInfo, files: FileSink): Promise<FormatWriter>;
}

/** A way to write a report: one file in this folder, and one line in its index. */
export type Format = StreamFormat | FolderFormat;
