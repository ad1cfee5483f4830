export { type AnswerFile, type AnswerFileOptions, openAnswerFile } from './answers/answer-file.ts';
export { layeredCache } from './answers/layered-cache.ts';
export { compareRuns } from './compare/compare-runs.ts';
export type {
  ChangeReason,
  ComparedRun,
  CriterionChange,
  CriterionOutcome,
  CriterionShift,
  RubricComparison,
  RunComparison,
  RunIdentity,
  Standing,
  TicketChange,
} from './compare/comparison.ts';
export {
  type ChangedPart,
  type ConfigurationChange,
  changesBetween,
  type RunConfiguration,
  runConfigurationSchema,
} from './configuration.ts';
export {
  appendDecision,
  DECISIONS_FILE,
  type DecisionsByTicket,
  readDecisionLog,
  readDecisions,
} from './decisions/decision-log.ts';
export { RunError } from './run-error.ts';
export type { RunAnswers } from './store/run-answers.ts';
export {
  type PlacedTicket,
  RUN_FILE,
  type RunRecord,
  readRun,
  resultOf,
  type StoredSource,
} from './store/run-record.ts';
export { type CreateRunOptions, createRun, openRun, type RunStore } from './store/run-store.ts';
export {
  failureToStore,
  type StoredFailure,
  type StoredTicket,
  type TicketChunk,
  TicketPacker,
} from './store/stored-ticket.ts';
