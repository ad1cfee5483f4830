import type { ExportFacts, Ticket, TqrsError } from '@tqrs/parser';
import type { SentRecord } from '../judge/model/sent-record.ts';
import type { Scorecard } from '../scorecard/schema.ts';
import type { RunSummary } from '../summary/schema.ts';

/** A rubric, exactly. */
export interface RubricRef {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of its canonical JSON, in hex. */
  readonly hash: string;
}

/** The run can start: rubrics, profile and judge agree, and the export facts are known. */
export interface RunStartEvent {
  readonly type: 'run-start';
  /** In the order in which each ticket is scored on them. */
  readonly rubrics: readonly RubricRef[];
  readonly profile: { readonly id: string; readonly hash: string };
  readonly judge: string;
  readonly facts: ExportFacts;
}

/** A ticket's review has begun. */
export interface ReviewStartEvent {
  readonly type: 'review-start';
  /** Position in the input, from 0. */
  readonly index: number;
  readonly number: string;
}

/** A ticket is scored on one rubric. Events of this type come in input order, and for a ticket in the rubrics' order. */
export interface ReviewEndEvent {
  readonly type: 'review-end';
  readonly index: number;
  readonly ticket: Ticket;
  readonly scorecard: Scorecard;
  /** What was sent to a language model about the ticket, for all rubrics together. */
  readonly sent?: SentRecord;
}

/** A ticket could not be reviewed. The others go on. */
export interface ReviewErrorEvent {
  readonly type: 'review-error';
  readonly index: number;
  readonly number: string;
  readonly error: TqrsError;
}

/** Every ticket is done, or the judge has stopped. */
export interface RunEndEvent {
  readonly type: 'run-end';
  /** Of the first rubric, which mostly is the only one. */
  readonly summary: RunSummary;
  /** Of each rubric, in their order. */
  readonly summaries: readonly RunSummary[];
  /** Why the judge stopped before the last ticket. Absent: it did not. */
  readonly stopped?: TqrsError;
}

/** What a review tells, told apart by `type`: one start, then the tickets, then one end. */
export type ReviewEvent = RunStartEvent | ReviewStartEvent | ReviewEndEvent | ReviewErrorEvent | RunEndEvent;
