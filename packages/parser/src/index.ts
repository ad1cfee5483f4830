export type { ByteSource } from './bytes/chunks.ts';
export * from './codes.ts';
export * from './errors.ts';
export * from './export-facts.ts';
export { factsOf } from './facts-of.ts';
export { findField } from './find-field.ts';
export type { ExportFormat } from './formats/identify/identify.ts';
export type { FieldAliases } from './normalise/columns.ts';
export { type OpenedExport, type OpenOptions, openExport } from './open-export.ts';
export { DEFAULT_MAX_RECORD_BYTES, type ParseOptions } from './options.ts';
export { parseTickets } from './parse-tickets.ts';
export type { TicketProblem } from './problems.ts';
export { readField } from './read-field.ts';
export {
  ExportReader,
  type ExportSlice,
  type OtherSlice,
  type RecordSlice,
  readSlices,
  type SliceOptions,
  SliceReader,
} from './slices.ts';
export { type SurveyOptions, surveyExport } from './survey-export.ts';
export * from './ticket.ts';
