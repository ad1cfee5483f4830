import type { ReportWriter, RunInfo } from '../report.ts';
import type { FileSink, TextSink } from '../sinks/sinks.ts';

interface FormatBase {
  /** What `--format` calls it. */
  readonly id: string;
  /** One line for a help page. */
  readonly description: string;
  /** The file to open first, relative to the report's folder. */
  readonly entry: string;
}

/** A format that is one text, for a file or a pipe. */
export interface StreamFormat extends FormatBase {
  readonly kind: 'stream';
  open(run: RunInfo, sink: TextSink): ReportWriter;
}

/** A format of many files. */
export interface FolderFormat extends FormatBase {
  readonly kind: 'folder';
  open(run: RunInfo, files: FileSink): Promise<ReportWriter>;
}

/** A way to write a report: one file in this folder, and one line in its index. */
export type Format = StreamFormat | FolderFormat;
