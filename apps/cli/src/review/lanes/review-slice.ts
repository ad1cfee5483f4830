import { type CompiledRubric, createReviewer, createSummary, type ReviewerOptions, type SummaryPart } from '@tqrs/core';
import { type FieldAliases, type RecordSlice, readRecords } from '@tqrs/parser';
import { type FormatId, type RenderedCard, type RunInfo, renderCard } from '@tqrs/report';

/** How the records of a slice are reviewed and rendered. Lists go by the rubrics, in their order. */
export interface SliceReviewerOptions extends ReviewerOptions {
  readonly rubrics: readonly CompiledRubric[];
  readonly aliases: FieldAliases;
  readonly runs: readonly RunInfo[];
  readonly formats: readonly FormatId[];
}

/** What a slice of an export came to. Plain data. */
export interface SliceResult {
  /** The numbers of its tickets, in order. */
  readonly numbers: readonly string[];
  /** For each ticket, what each rubric's report adds. */
  readonly tickets: readonly (readonly RenderedCard[])[];
  readonly summaries: readonly SummaryPart[];
}

/** Reviews a slice. Undefined where something is to be told about a record: then it has to be read in its place. */
export type SliceReviewer = (slice: RecordSlice) => Promise<SliceResult | undefined>;

/** Prepares what all slices share. */
export function createSliceReviewer(options: SliceReviewerOptions): SliceReviewer {
  const { rubrics, aliases, runs, formats } = options;
  const review = createReviewer(options);
  return async (slice) => {
    const read = readRecords(slice, aliases);
    if (read === undefined) return undefined;
    const summaries = rubrics.map(({ data }) => createSummary(data));
    const tickets: RenderedCard[][] = [];
    for (const ticket of read) {
      const result = await review(ticket);
      if ('error' in result) return undefined;
      result.scorecards.forEach((card, index) => {
        summaries[index]?.add(card);
      });
      tickets.push(
        runs.flatMap((run, index) => {
          const card = result.scorecards[index];
          return card === undefined ? [] : [renderCard(run, formats, result.ticket, card)];
        }),
      );
    }
    return {
      numbers: read.map(({ number }) => number),
      tickets,
      summaries: summaries.map((summary) => summary.part()),
    };
  };
}
