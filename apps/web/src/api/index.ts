/** Everything that the page and the server say to each other: see the table in `routes.ts`. */
export { type Catalogue, catalogueSchema } from './catalogue.ts';
export {
  type ConnectionDiagnosis,
  diagnosisSchema,
  type ModelDescription,
  modelDescriptionSchema,
} from './diagnosis.ts';
export { type ApiErrorBody, errorSchema } from './error.ts';
export { type EstimateReport, estimateSchema } from './estimate.ts';
export { idSchema } from './id.ts';
export { type InspectedFile, type Inspection, inspectionSchema } from './inspection.ts';
export { type Problem, problemSchema } from './problem.ts';
export {
  type Decide,
  type Decided,
  type DecisionEntry,
  type DecisionLog,
  decidedSchema,
  decideSchema,
  decisionLogSchema,
  logQuerySchema,
  type Outcome,
  positionsQuerySchema,
  type Queue,
  type QueueItem,
  queueQuerySchema,
  queueSchema,
  type ReviewCriterion,
  type ReviewReason,
  type ReviewScorecard,
  type ReviewTicket,
  type ReviewVerdict,
  reviewTicketSchema,
  type TicketPositions,
  ticketPositionsSchema,
} from './review.ts';
export { API_HEADER, FILE_NAME_HEADER } from './routes.ts';
export {
  type Band,
  bandSchema,
  type RunEvent,
  type RunEventOf,
  runEventSchema,
  type Summary,
  summarySchema,
  type TicketResult,
  type TicketRow,
  ticketRowSchema,
} from './run-events.ts';
export { type RunSettings, type RunSettingsInput, runSettingsSchema } from './run-settings.ts';
export {
  type ResumeRun,
  type Run,
  type RunList,
  type RunState,
  resumeRunSchema,
  runListSchema,
  runSchema,
  runStateSchema,
  type StartRun,
  startRunSchema,
  type View,
  viewSchema,
} from './runs.ts';
export {
  type ModelSettings,
  modelSettingsSchema,
  type NameRequest,
  nameSchema,
  type Session,
  sessionSchema,
  type TokenRequest,
  tokenSchema,
} from './session.ts';
export {
  type InspectRequest,
  inspectRequestSchema,
  type Upload,
  type UploadedFile,
  uploadedFileSchema,
  uploadSchema,
} from './uploads.ts';
