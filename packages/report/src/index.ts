export type { FolderFormat, Format, StreamFormat } from './formats/format.ts';
export { FORMAT_IDS, FORMATS, type FormatId } from './formats/index.ts';
export { openReport, type ReportOptions } from './formats/open-report.ts';
export { RangeTally } from './range-tally.ts';
export type { ReportWriter, ReviewFailure, RubricInfo, RunInfo, RunOutcome } from './report.ts';
export { type DirectorySink, directorySink } from './sinks/directory-sink.ts';
export { memorySink, textCollector } from './sinks/memory-sink.ts';
export type { FileSink, OpenFile, Spool, TextSink } from './sinks/sinks.ts';
export { streamSink } from './sinks/stream-sink.ts';
