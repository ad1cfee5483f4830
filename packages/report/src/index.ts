export type { FolderFormat, Format, FormatWriter, RenderedTexts, StreamFormat } from './formats/format.ts';
export { FORMAT_IDS, FORMATS, type FormatId, type StreamFormatId } from './formats/index.ts';
export { openReport, openTextReport, type ReportOptions, renderCard } from './formats/open-report.ts';
export { rangesInWords } from './ranges-in-words.ts';
export type { RenderedCard, ReportWriter, ReviewFailure, RubricInfo, RunInfo, RunOutcome } from './report.ts';
export { type DirectorySink, directorySink } from './sinks/directory-sink.ts';
export { memorySink, textCollector } from './sinks/memory-sink.ts';
export type { FileSink, OpenFile, Spool, Text, TextSink } from './sinks/sinks.ts';
export { type StreamSink, streamSink } from './sinks/stream-sink.ts';
