import {
  type CompiledRubric,
  createReviewer,
  createSummary,
  type ReportMask,
  type ReviewerOptions,
  type SummaryPart,
} from '@tqrs/core';
import { type TicketChunk, TicketPacker } from '@tqrs/core/runs';
import { type FieldAliases, type RecordSlice, SliceReader } from '@tqrs/parser';
import { type FormatId, type RenderedCard, type RunInfo, renderCard } from '@tqrs/report';
import { rowOf, type UnplacedRow } from '../../events/ticket-row.ts';
import { CardPacker, type PackedCards } from './packed-cards.ts';

/** How the records of a slice are reviewed and rendered. Lists go by the rubrics, in their order. */
export interface SliceReviewerOptions extends ReviewerOptions {
  readonly rubrics: readonly CompiledRubric[];
  readonly aliases: FieldAliases;
  readonly runs: readonly RunInfo[];
  readonly formats: readonly FormatId[];
  /** The run is kept: its tickets and scorecards are packed, too. */
  readonly keep: boolean;
  /** What the reports hide. Undefined: nothing. */
  readonly mask: ReportMask | undefined;
  /** Somebody listens: each ticket is also told in a line. */
  readonly tell: boolean;
}

/** What a slice of an export came to. Plain data. */
export interface SliceResult {
  /** The numbers of its tickets, in order. */
  readonly numbers: readonly string[];
  /** For each ticket, what each rubric's report adds. */
  readonly tickets: PackedCards;
  readonly summaries: readonly SummaryPart[];
  readonly rows: readonly UnplacedRow[];
  readonly chunk: TicketChunk | undefined;
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
  const { rubrics, aliases, runs, formats, keep, mask, tell } = options;
  const review = createReviewer(options);
  const reader = new SliceReader(aliases);
  const packer = new CardPacker();
  const kept = new TicketPacker();
  return async ({ slice, wanted }) => {
    const summaries = rubrics.map(({ data }) => createSummary(data));
    const numbers: string[] = [];
    const rows: UnplacedRow[] = [];
    packer.clear();
    kept.clear();
    for (const ticket of reader.read(slice)) {
      if (ticket === undefined) return undefined;
      numbers.push(ticket.number);
      if (wanted?.[numbers.length - 1] === false) continue;
      const result = await review(ticket);
      if ('error' in result) return undefined;
      const shown = mask?.reviewed(result) ?? result;
      shown.scorecards.forEach((card, index) => {
        summaries[index]?.add(card);
      });
      const cards = runs.flatMap((run, index) => {
        const card = shown.scorecards[index];
        return card === undefined ? [] : [renderCard(run, formats, shown.ticket, card)];
      });
      packer.add(cards);
      if (tell) rows.push(rowOf(shown.ticket, shown.scorecards));
      // What is kept is what was reviewed, whatever of it is shown.
      if (keep) kept.add(result, shown === result ? writtenIn(cards) : undefined);
    }
    return {
      numbers,
      tickets: packer.packed(),
      summaries: summaries.map((summary) => summary.part()),
      rows,
      chunk: keep ? kept.pack() : undefined,
    };
  };
}

/** The scorecards as the report in JSON has them: to write them down takes longer than all else that keeping a run does. */
function writtenIn(cards: readonly RenderedCard[]): string[] | undefined {
  const written = cards.map(({ texts }) => texts.json?.[0]).filter((text) => typeof text === 'string');
  return written.length === cards.length ? written : undefined;
}
