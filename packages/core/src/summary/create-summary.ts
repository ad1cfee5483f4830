import type { ExportFacts } from '@tqrs/parser';
import type { Rubric } from '../rubric/schema.ts';
import type { Scorecard, Usage } from '../scorecard/schema.ts';
import { addUsage, NO_USAGE } from '../scorecard/usage.ts';
import { tidy } from '../scoring/points.ts';
import { type BreakdownCounts, Breakdowns } from './breakdown.ts';
import { type CauseTally, LossCauses } from './causes.ts';
import { CriterionTally } from './criterion-tally.ts';
import { exportFindings } from './export-findings.ts';
import { type HumanCounts, HumanTally } from './human-tally.ts';
import { type OpaqueCount, OpaqueReferences } from './opaque-references.ts';
import { RunTotals, type TotalCounts } from './run-totals.ts';
import type { CriterionSummary, RunSummary } from './schema.ts';

/**
 * What was summed up over some tickets of a run: plain data, which can come from another thread. Only the builder reads
 * it.
 */
export interface SummaryPart {
  readonly totals: TotalCounts;
  readonly notExamined: number;
  readonly criteria: readonly CriterionSummary[];
  readonly causes: readonly CauseTally[];
  readonly breakdowns: BreakdownCounts;
  readonly opaque: OpaqueCount;
  readonly human: HumanCounts;
  readonly usage: Usage;
}

/** Sums up a run, scorecard by scorecard. Its memory depends on the rubric, not on the number of tickets. */
export interface SummaryBuilder {
  /** Takes a scorecard of the rubric. */
  add(scorecard: Scorecard): void;
  /** Counts a ticket whose review failed. */
  addFailure(): void;
  /** What was added so far, to be merged into another summary of the rubric. */
  part(): SummaryPart;
  /** Adds what was summed up elsewhere, over tickets that come after those added so far. */
  merge(part: SummaryPart): void;
  /** The summary of what was added so far. `facts` tells what the export could not show. */
  finish(facts: ExportFacts): RunSummary;
}

/** Begins the summary of a run with one rubric. */
export function createSummary(rubric: Rubric): SummaryBuilder {
  const totals = new RunTotals(rubric);
  const tallies = rubric.criteria.map((criterion) => new CriterionTally(criterion));
  const causes = new LossCauses(rubric);
  const opaque = new OpaqueReferences();
  const breakdowns = new Breakdowns();
  const human = new HumanTally();
  let usage = NO_USAGE;
  let notExamined = 0;

  return {
    add(card) {
      totals.add(card);
      notExamined += card.notExamined;
      card.criteria.forEach((line, index) => {
        tallies[index]?.add(line);
      });
      causes.add(card);
      breakdowns.add(card);
      opaque.add(card);
      human.add(card);
      usage = addUsage(usage, card.usage);
    },
    addFailure: () => totals.addFailure(),
    part: () => ({
      totals: totals.part(),
      notExamined,
      criteria: tallies.map((tally) => tally.part()),
      causes: causes.part(),
      breakdowns: breakdowns.part(),
      opaque: opaque.part(),
      human: human.part(),
      usage: { ...usage },
    }),
    merge(part) {
      totals.merge(part.totals);
      notExamined += part.notExamined;
      part.criteria.forEach((criterion, index) => {
        tallies[index]?.merge(criterion);
      });
      causes.merge(part.causes);
      breakdowns.merge(part.breakdowns);
      opaque.merge(part.opaque);
      human.merge(part.human);
      usage = addUsage(usage, part.usage);
    },
    finish(facts) {
      const counted = totals.summary();
      const criteria = tallies.map((tally) => tally.summary());
      const points = {
        notExamined: tidy(notExamined),
        possible: criteria.reduce((sum, { possible }) => sum + possible, 0),
      };
      return {
        ...counted,
        criteria,
        causes: causes.ranked(),
        breakdowns: breakdowns.summary(),
        notExamined: points.notExamined,
        exportFindings: exportFindings({ rubric, facts, tickets: counted.tickets, opaque, ...points }),
        human: human.summary(),
        usage: { ...usage },
      };
    },
  };
}
