import type { RunSummary, Scorecard, SelectionReport, SentRecord, ShownTicket, SummaryPart } from '@tqrs/core';
import type { TicketChunk } from '@tqrs/core/runs';
import type { ExportFacts, Ticket, TqrsError } from '@tqrs/parser';
import type { RenderedCard, RunInfo } from '@tqrs/report';
import type { UnplacedRow } from '../events/ticket-row.ts';

/** What the review of one export tells, ticket by ticket in its order. Lists go by the run's rubrics, in their order. */
export type InputEvent =
  | { readonly type: 'facts'; readonly facts: ExportFacts }
  | {
      readonly type: 'reviewed';
      readonly ticket: Ticket;
      readonly scorecards: readonly Scorecard[];
      /** What was sent to a language model about it. */
      readonly sent?: SentRecord;
    }
  | { readonly type: 'failed'; readonly number: string; readonly error: TqrsError }
  /** The judge answers no more: nothing that comes after was reviewed. */
  | { readonly type: 'stopped'; readonly error: TqrsError }
  /** Tickets that were reviewed, rendered and summed up in another place. */
  | {
      readonly type: 'rendered';
      readonly tickets: Iterable<readonly RenderedCard[]>;
      readonly summaries: readonly SummaryPart[];
      /** The same tickets in a line each, where somebody listens. */
      readonly rows?: readonly UnplacedRow[];
      /** The same tickets as a run keeps them, where it is kept. */
      readonly chunk?: TicketChunk | undefined;
    };

/** What a run tells of its tickets. A ticket comes with what its reports may show of it. */
export type TicketEvent =
  | (Extract<InputEvent, { readonly type: 'reviewed' }> & { readonly shown: ShownTicket })
  | Extract<InputEvent, { readonly type: 'failed' | 'rendered' }>;

/** What a run tells: one start, then the tickets in order, then one end. */
export type RunEvent =
  | { readonly type: 'start'; readonly runs: readonly RunInfo[] }
  | TicketEvent
  | {
      readonly type: 'end';
      readonly summaries: readonly RunSummary[];
      /** What was left out; absent where nothing was to be. */
      readonly selection?: SelectionReport;
      /** Why the judge stopped before the last ticket. */
      readonly stopped?: TqrsError;
    };
