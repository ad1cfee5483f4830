export { fillCoaching, type Proof } from './coaching/fill-coaching.ts';
export { DataFileError } from './data-file/data-file-error.ts';
export type { DataIssue } from './data-file/issue.ts';
export { type CleanText, cleanText } from './hostile/clean-text.ts';
export { detectInstructions, type InstructionKind, type InstructionSpan } from './hostile/detect-instructions.ts';
export { applyDecisions } from './human-review/apply-decisions.ts';
export { checkDecision } from './human-review/check-decision.ts';
export { type Decision, type DecisionOutcome, decisionSchema, verdictKey } from './human-review/decision.ts';
export { DecisionError } from './human-review/decision-error.ts';
export { type ReviewQuestion, type ReviewReason, reviewQuestions } from './human-review/review-questions.ts';
export type {
  Answer,
  ChecklistQuestion,
  CheckReply,
  GradeQuestion,
  GradeReply,
  Judge,
  JudgeContext,
  JudgeReplies,
  Question,
  QuestionKey,
  QuotedEvidence,
  Stakes,
  Weigh,
} from './judge/judge.ts';
export {
  type AnswerCache,
  type KeptAnswer,
  type KeptAnswers,
  memoryCache,
  type StoredAnswer,
} from './judge/model/asking/answer-cache.ts';
export { createModelJudge, type ModelJudge, type ModelJudgeOptions } from './judge/model/create-model-judge.ts';
export {
  createEstimatingJudge,
  type Estimate,
  type EstimateOptions,
  type EstimatingJudge,
  type Load,
} from './judge/model/estimate.ts';
export type { Manifest } from './judge/model/manifest.ts';
export type { SentOutcome, SentRecord } from './judge/model/sent-record.ts';
export {
  type CheckSignal,
  defineCheckSignal,
  defineGradeSignal,
  type GradeSignal,
  type Signal,
} from './judge/offline/define-signal.ts';
export { createOfflineJudge } from './judge/offline/offline-judge.ts';
export { SIGNALS } from './judge/offline/signals/index.ts';
export type { CompiledProfile } from './profile/compile.ts';
export { ProfileError } from './profile/errors.ts';
export {
  builtInProfiles,
  builtInProfileText,
  type LoadProfileOptions,
  loadBuiltInProfile,
  loadProfile,
} from './profile/load.ts';
export { type Profile, profileSchema } from './profile/schema.ts';
export type { RedactedType } from './redaction/placeholder.ts';
export type { RedactionCounts } from './redaction/placeholder-table.ts';
export { type Redaction, redactTicket } from './redaction/redact-ticket.ts';
export {
  createReportMask,
  type ReportMask,
  type ReportMaskOptions,
  type ShownTicket,
} from './redaction/reports/report-mask.ts';
export { type BlottedTicket, blotSecrets } from './redaction/secrets/blot-secrets.ts';
export { detectSecrets, type TicketSecret } from './redaction/secrets/detect-secrets.ts';
export type { SecretKind } from './redaction/secrets/secret.ts';
export { createReviewer, type Reviewer, type ReviewerOptions, type ReviewResult } from './review/create-reviewer.ts';
export type {
  ReviewEndEvent,
  ReviewErrorEvent,
  ReviewEvent,
  ReviewStartEvent,
  RubricRef,
  RunEndEvent,
  RunStartEvent,
} from './review/events.ts';
export type { Reviewed } from './review/open-run.ts';
export type { ReviewOptions, ReviewTicketsOptions } from './review/options.ts';
export { reviewTicket } from './review/review-ticket.ts';
export { reviewTickets } from './review/review-tickets.ts';
export { type SurveyedTickets, surveyTickets } from './review/survey-tickets.ts';
export type { BaseRubric, CompiledRubric, Registries } from './rubric/compiled-rubric.ts';
export { RubricError } from './rubric/errors.ts';
export {
  builtInRubrics,
  extendableRubric,
  extendableRubrics,
  type LoadRubricOptions,
  loadBuiltInRubric,
  loadRubric,
} from './rubric/load.ts';
export {
  type Band,
  type Check,
  type Checklist,
  type Criterion,
  type Grade,
  type Level,
  type Rubric,
  rubricSchema,
} from './rubric/schema.ts';
export { defineRule, type Rule, type RuleContext, type RuleOutcome, type TicketWith } from './rules/define-rule.ts';
export { RULES } from './rules/index.ts';
export { jsonSchemaOf, SCHEMA_NAMES, type SchemaName } from './schemas.ts';
export {
  type CriterionResult,
  type Finding,
  type HumanDecision,
  type ModelProvenance,
  type PathStep,
  type Provenance,
  type Score,
  type Scorecard,
  type ScoreRange,
  scorecardSchema,
  type Usage,
} from './scorecard/schema.ts';
export { type CriterionLine, scoreTicket, type TicketScore } from './scoring/score-ticket.ts';
export { readValueList } from './selection/condition/value-list.ts';
export {
  createSelection,
  type SelectedTickets,
  type Selection,
  type SelectionPass,
} from './selection/create-selection.ts';
export { type Place, SelectionError } from './selection/errors.ts';
export { STRATIFY, type Stratify } from './selection/sample/stratum.ts';
export {
  type LeftOut,
  type SelectionOptions,
  type SelectionReport,
  selectionReportSchema,
} from './selection/schema.ts';
export type { TicketSet } from './selection/ticket-set.ts';
export { profileWords } from './spelling/profile-words.ts';
export { createSpellChecker, type Misspelling, type SpellChecker } from './spelling/spell-checker.ts';
export { createSummary, type SummaryBuilder, type SummaryPart } from './summary/create-summary.ts';
export { findingsBeforeReview } from './summary/export-findings.ts';
export { RunTotals, type TotalCounts } from './summary/run-totals.ts';
export {
  type Breakdown,
  type BreakdownId,
  type BreakdownRow,
  type CriterionSummary,
  type ExportFinding,
  type LossCause,
  type RunSummary,
  runSummarySchema,
  type Share,
} from './summary/schema.ts';
export { evidenceOf, type Found, findPhrase, findPhrases } from './text/find.ts';
export { isRaised, isStated, type Modality } from './text/modality.ts';
export { checkPhrase, type PhraseSet, PhraseSyntaxError, phraseSet } from './text/phrases.ts';
export type { Passage, TicketText } from './text/ticket-text.ts';
export { findingsOf } from './timeline/findings.ts';
export { timelineFactsOf, timelineOf } from './timeline/timeline.ts';
export type {
  ClockBasis,
  ContactPromise,
  FirstResponse,
  HoldWithoutContact,
  PromiseOutcome,
  Reassignment,
  Reopening,
  Role,
  Silence,
  SilentGap,
  Timeline,
  TimelineEntry,
  TimelineEvent,
  TimelineFacts,
  UnreadTime,
} from './timeline/types.ts';
export { WorkingCalendar } from './timeline/working-time.ts';
export type {
  CheckAnswer,
  CheckResult,
  Confidence,
  Evidence,
  Method,
  Missing,
  NotApplicableVerdict,
  ScoredVerdict,
  UnscoredReason,
  UnscoredVerdict,
  Verdict,
} from './verdict.ts';
export { VERSION } from './version.ts';
