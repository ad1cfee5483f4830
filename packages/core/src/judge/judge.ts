import type { ExportFacts, Ticket, TqrsError } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import type { Check, Criterion, Grade, Rubric } from '../rubric/schema.ts';
import type { Finding, ModelProvenance, Usage } from '../scorecard/schema.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { CheckAnswer, Confidence, Missing, UnscoredReason } from '../verdict.ts';
import type { SentRecord } from './model/sent-record.ts';

/** Names a question among all rubrics of a run: `incident-logging/category`. */
export type QuestionKey = `${string}/${string}`;

interface OpenCriterion {
  readonly key: QuestionKey;
  readonly criterion: Criterion;
  /** Ids of the levels that the rules left open. */
  readonly levels: readonly string[];
}

/** Several yes/no questions about one criterion. */
export interface ChecklistQuestion extends OpenCriterion {
  readonly type: 'checklist';
  readonly checks: readonly Check[];
}

/** One question whose answer is a level. */
export interface GradeQuestion extends OpenCriterion {
  readonly type: 'grade';
  readonly grade: Grade;
  /** Whether the answer may be that the criterion does not apply. */
  readonly mayWaive: boolean;
  /** The rules found one key of a severe outcome, and asked for the second. */
  readonly settles?: 'second-key';
}

/** One judged criterion of one ticket, still open after the rules. */
export type Question = ChecklistQuestion | GradeQuestion;

/** Words that a judge points to. Offsets are a help: the engine locates the quote itself. */
export interface QuotedEvidence {
  readonly field: string;
  readonly entry?: number | undefined;
  readonly quote: string;
  readonly start?: number;
}

/** What a judge says to one check or grade. */
export interface Answer<Value extends string> {
  readonly value: Value | 'not-applicable' | 'cannot-assess';
  readonly quotes: readonly QuotedEvidence[];
  /** Stated absences that prove a loss. */
  readonly missing?: readonly Missing[];
  readonly rationale: string;
  readonly confidence: Confidence;
  /** Only presence could be seen. */
  readonly basis?: 'presence';
  /** Why, where the value is `cannot-assess`. */
  readonly reason?: UnscoredReason;
  /** How often each value was given, where it was asked for more than once. */
  readonly votes?: Readonly<Record<string, number>>;
}

/** An answer to a check: met or not. `met` needs a quote, a loss a quote or a stated absence. */
export type CheckReply = Answer<Exclude<CheckAnswer, 'not-applicable' | 'cannot-assess'>>;
/** An answer to a grade: the id of one of the open levels. */
export type GradeReply = Answer<string>;

/** What a judge says to the questions of one ticket. */
export interface JudgeReplies {
  /** To checklists, by check id. */
  readonly checks: ReadonlyMap<QuestionKey, ReadonlyMap<string, CheckReply>>;
  readonly grades: ReadonlyMap<QuestionKey, GradeReply>;
  /**
   * The level that a second, differently worded question came to, asked without sight of the first answer. A severe level
   * of a judge stands only where it is the same.
   */
  readonly secondKeys?: ReadonlyMap<QuestionKey, string>;
  /** Questions that a person should look at, whatever they came to. */
  readonly needsReview?: ReadonlySet<QuestionKey>;
  /** What the judge noticed about the ticket, at no cost. */
  readonly findings?: readonly Finding[];
  readonly usage: Usage;
  /** The language model that answered. */
  readonly model?: ModelProvenance;
  /** What was sent to it, for the manifest of a run that is gone on with later. */
  readonly sent?: SentRecord;
}

/** What hangs on answers that are not settled yet. */
export interface Stakes {
  /** Questions whose level would be severe. */
  readonly severe: ReadonlySet<QuestionKey>;
  /** Questions with contested answers that decide about the band or the pass. */
  readonly decisive: ReadonlySet<QuestionKey>;
}

/**
 * Tells what hangs on replies. An answer is contested where it is not to be relied on yet; it is named by its question's key,
 * and in a checklist by that and the check's id: `incident-logging/description/contact-number`.
 */
export type Weigh = (replies: JudgeReplies, contested: ReadonlySet<string>) => Stakes;

/** Everything that a judge may look at. */
export interface JudgeContext {
  readonly ticket: Ticket;
  readonly text: TicketText;
  readonly profile: CompiledProfile;
  readonly facts: ExportFacts;
  /** All rubrics of the run, also those that have no question about this ticket. */
  readonly rubrics: readonly Rubric[];
  /** Absent: nothing is known about what hangs on an answer. */
  readonly weigh?: Weigh;
  readonly signal?: AbortSignal;
}

/** Answers questions about one ticket. It never returns points, and a model behind it never sees any. */
export interface Judge {
  /** `offline`, or the model's name. Goes into the provenance. */
  readonly id: string;
  readonly method: 'offline' | 'model';
  /** Answers all open questions of a ticket, of every rubric, at once. */
  answer(questions: readonly Question[], context: JudgeContext): Promise<JudgeReplies> | JudgeReplies;
  /**
   * Why it answers no more questions for the rest of the run: a wrong key, a limit of cost. The run then comes to its end;
   * what is left is not reviewed. Absent, or undefined: it goes on.
   */
  stopped?(): TqrsError | undefined;
}
