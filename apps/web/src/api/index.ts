export {
  type ConnectionDiagnosis,
  diagnosisSchema,
  type ModelDescription,
  modelDescriptionSchema,
} from './diagnosis.ts';
export { type EstimateReport, estimateSchema } from './estimate.ts';
export { type InspectedFile, type Inspection, inspectionSchema } from './inspection.ts';
export { type Problem, problemSchema } from './problem.ts';
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
