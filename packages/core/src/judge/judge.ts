import type { ExportFacts, Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import type { Check, Criterion, Grade } from '../rubric/schema.ts';
import type { Usage } from '../scorecard/schema.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { CheckAnswer, Confidence, Missing, UnscoredReason } from '../verdict.ts';

/** One judged criterion of one ticket, still open after the rules. */
export type Question =
  | { readonly type: 'checklist'; readonly criterion: Criterion; readonly checks: readonly Check[] }
  | {
      readonly type: 'grade';
      readonly criterion: Criterion;
      readonly grade: Grade /** What the rules left open. */;
      readonly levels: readonly string[];
    };

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
}

/** An answer to a check: met or not. `met` needs a quote, a loss a quote or a stated absence. */
export type CheckReply = Answer<Exclude<CheckAnswer, 'not-applicable' | 'cannot-assess'>>;
/** An answer to a grade: the id of one of the open levels. */
export type GradeReply = Answer<string>;

/** Replies by criterion id, and for a checklist by check id. */
export interface JudgeReplies {
  readonly checks: ReadonlyMap<string, ReadonlyMap<string, CheckReply>>;
  readonly grades: ReadonlyMap<string, GradeReply>;
  readonly usage: Usage;
}

/** Everything that a judge may look at. */
export interface JudgeContext {
  readonly ticket: Ticket;
  readonly text: TicketText;
  readonly profile: CompiledProfile;
  readonly facts: ExportFacts;
  readonly signal?: AbortSignal;
}

/** Answers questions about one ticket. It never sees or returns points. */
export interface Judge {
  /** `offline`, or the model's name. Goes into the provenance. */
  readonly id: string;
  readonly method: 'offline' | 'model';
  answer(questions: readonly Question[], context: JudgeContext): Promise<JudgeReplies> | JudgeReplies;
}
