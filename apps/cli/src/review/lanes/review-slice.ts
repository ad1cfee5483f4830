import { type CompiledRubric, createReviewer, createSummary, type ReviewerOptions, type SummaryPart } from '@tqrs/core';
import { type FieldAliases, type RecordSlice, SliceReader } from '@tqrs/parser';
import { type FormatId, type RunInfo, renderCard } from '@tqrs/report';
import { CardPacker, type PackedCards } from './packed-cards.ts';

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
  readonly tickets: PackedCards;
  readonly summaries: readonly SummaryPart[];
}

/** A slice, and which of its tickets are to be reviewed. Plain data. */
export interface SliceTask {
  readonly slice: RecordSlice;
  /** Absent: all of them. */
  readonly wanted?: readonly boolean[] | undefined;
}

/** Reviews a slice. Undefined where something is to be told about a record: then it has to be read in its place. */
export type SliceReviewer = (task: SliceTask) => Promise<SliceResult | undefined>;

/** Prepares what all slices share. */
export function createSliceReviewer(options: SliceReviewerOptions): SliceReviewer {
  const { rubrics, aliases, runs, formats } = options;
  const review = createReviewer(options);
  const reader = new SliceReader(aliases);
  const packer = new CardPacker();
  return async ({ slice, wanted }) => {
    const summaries = rubrics.map(({ data }) => createSummary(data));
    const numbers: string[] = [];
    packer.clear();
    for (const ticket of reader.read(slice)) {
      if (ticket === undefined) return undefined;
      numbers.push(ticket.number);
      if (wanted?.[numbers.length - 1] === false) continue;
      const result = await review(ticket);
      if ('error' in result) return undefined;
      result.scorecards.forEach((card, index) => {
        summaries[index]?.add(card);
      });
      packer.add(
        runs.flatMap((run, index) => {
          const card = result.scorecards[index];
          return card === undefined ? [] : [renderCard(run, formats, result.ticket, card)];
        }),
      );
    }
    return { numbers, tickets: packer.packed(), summaries: summaries.map((summary) => summary.part()) };
  };
}
