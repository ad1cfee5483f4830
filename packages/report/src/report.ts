import type { Band, Criterion, Level, RunSummary, Scorecard, SelectionReport } from '@tqrs/core';
import type { ExportFacts, Ticket } from '@tqrs/parser';
import type { RenderedTexts } from './formats/format.ts';
import type { FormatId } from './formats/index.ts';

/** The part of a level that a report shows. */
export type LevelInfo = Omit<Level, 'provenBy'>;

/** The part of a rubric that a report shows. A whole `Rubric` with its hash fits. */
export interface RubricInfo {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly title: string;
  /** Percent of the possible points. */
  readonly passMark: number;
  /** Highest first. */
  readonly bands: readonly Band[];
  /** In the order of the rubric, which is the order of columns and of criteria on a page. */
  readonly criteria: readonly (Pick<Criterion, 'id' | 'title'> & { readonly levels: readonly LevelInfo[] })[];
}

/** What is known about a run before its first ticket. Pure data: the same run gives the same report. */
export interface RunInfo {
  /** ISO 8601, UTC. The only time that a report takes from outside. */
  readonly startedAt: string;
  /** Name and version of the program that made the run. */
  readonly engine: string;
  readonly rubric: RubricInfo;
  readonly profile: { readonly id: string; readonly hash: string };
  /** `offline`, or the model's name. */
  readonly judge: string;
  readonly facts: ExportFacts;
  /** Names of the files that were read, without their folders. */
  readonly sources: readonly string[];
  /** Which tickets of the files were reviewed, where not all of them were. */
  readonly selection?: SelectionReport | undefined;
  /** People go by pseudonyms. Absent: by their names. */
  readonly anonymous?: boolean | undefined;
  /**
   * How numbers and times are written, as a BCP 47 tag; `en` where it is absent. JSON, NDJSON, CSV and JUnit are for programs,
   * and the same in any locale; the numbers and times of a workbook are real ones.
   */
  readonly locale?: string | undefined;
}

/** A ticket or a record that could not be reviewed. It has no score, and no report gives it one. */
export interface ReviewFailure {
  /** The ticket number, where it is known. */
  readonly number?: string | undefined;
  /** Position of the record in its file, counted from 1, where it is known. */
  readonly record?: number | undefined;
  /** The file that the record stands in, where it is known. */
  readonly source?: string | undefined;
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** How a run ended. */
export interface RunOutcome {
  readonly summary: RunSummary;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  /** The run was stopped before its last ticket. What is in the report is complete in itself. */
  readonly interrupted: boolean;
}

/** What a ticket adds to a report, rendered already: plain data that may come from another thread. */
export interface RenderedCard {
  readonly number: string;
  /** By format. A format reads its own texts only. */
  readonly texts: Readonly<Partial<Record<FormatId, RenderedTexts>>>;
}

/**
 * Takes the results of a run in order and writes a report, bit by bit, so that memory does not grow with the run.
 * Await each call before the next one. A call rejects where its sink does.
 */
export interface ReportWriter {
  /** The formats that are written: those that a card is to be rendered in. */
  readonly formats: readonly FormatId[];
  /** Adds a reviewed ticket. */
  add(ticket: Ticket, scorecard: Scorecard): Promise<void>;
  /** Adds a reviewed ticket that was rendered elsewhere, by `renderCard` for the same run. */
  addRendered(card: RenderedCard): Promise<void>;
  /** Adds a ticket that could not be reviewed. */
  fail(failure: ReviewFailure): Promise<void>;
  /** Writes what stands at the end. Call it once, also after an interruption; nothing may follow. */
  close(outcome: RunOutcome): Promise<void>;
}
