import type { ExportFacts, Ticket, TqrsError } from '@tqrs/parser';
import type { Scorecard } from '../scorecard/schema.ts';
import type { RunSummary } from '../summary/schema.ts';

/** The run can start: rubric, profile and judge agree, and the export facts are known. */
export interface RunStartEvent {
  readonly type: 'run-start';
  readonly rubric: { readonly id: string; readonly version: string; readonly hash: string };
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

/** A ticket is reviewed. Events of this type come in input order. */
export interface ReviewEndEvent {
  readonly type: 'review-end';
  readonly index: number;
  readonly ticket: Ticket;
  readonly scorecard: Scorecard;
}

/** A ticket could not be reviewed. The others go on. */
export interface ReviewErrorEvent {
  readonly type: 'review-error';
  readonly index: number;
  readonly number: string;
  readonly error: TqrsError;
}

/** Every ticket is done. */
export interface RunEndEvent {
  readonly type: 'run-end';
  readonly summary: RunSummary;
}

/** What a review tells, told apart by `type`: one start, then the tickets, then one end. */
export type ReviewEvent = RunStartEvent | ReviewStartEvent | ReviewEndEvent | ReviewErrorEvent | RunEndEvent;
