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
import { oneDecimal } from './one-decimal.ts';
import { type OpaqueCount, OpaqueReferences } from './opaque-references.ts';
import { type CriterionSummary, DISTRIBUTION_STEPS, type RunSummary } from './schema.ts';

/**
 * What was summed up over some tickets of a run: plain data, which can come from another thread. Only the builder reads
 * it.
 */
export interface SummaryPart {
  readonly counts: typeof NO_COUNTS;
  readonly ranges: RunSummary['ranges'];
  readonly bands: readonly number[];
  readonly percents: number;
  readonly distribution: readonly number[];
  readonly notExamined: number;
  readonly criteria: readonly CriterionSummary[];
  readonly causes: readonly CauseTally[];
  readonly breakdowns: BreakdownCounts;
  readonly opaque: OpaqueCount;
  readonly human: HumanCounts;
  readonly usage: Usage;
}

const NO_COUNTS = {
  tickets: 0,
  scored: 0,
  partial: 0,
  notApplicable: 0,
  failedReviews: 0,
  passed: 0,
  failed: 0,
  autoFailed: 0,
  needsReview: 0,
};

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

/** Begins the summary of a run with one rubric. `passed`, `failed` and the bands count scored tickets only. */
export function createSummary(rubric: Rubric): SummaryBuilder {
  const counts = { ...NO_COUNTS };
  const ranges = { passing: 0, failing: 0, open: 0 };
  const bandIds = rubric.bands.map(({ id }) => id);
  const bands = bandIds.map(() => 0);
  const tallies = rubric.criteria.map((criterion) => new CriterionTally(criterion));
  const causes = new LossCauses(rubric);
  const opaque = new OpaqueReferences();
  const breakdowns = new Breakdowns();
  const human = new HumanTally();
  const distribution = Array.from({ length: DISTRIBUTION_STEPS }, () => 0);
  let usage = NO_USAGE;
  let percents = 0;
  let notExamined = 0;

  return {
    add(card) {
      counts.tickets++;
      if (card.status === 'partial') counts.partial++;
      if (card.status === 'not-applicable') counts.notApplicable++;
      if (card.score !== null) {
        counts.scored++;
        const percent = (card.score.earned / card.score.possible) * 100;
        percents += percent;
        increase(distribution, Math.min(DISTRIBUTION_STEPS - 1, Math.floor((percent * DISTRIBUTION_STEPS) / 100)), 1);
        if (card.passed === true) counts.passed++;
        else counts.failed++;
        if (card.band !== null) increase(bands, bandIds.indexOf(card.band), 1);
      }
      if (card.range !== null) {
        if (card.passed === null) ranges.open++;
        else if (card.passed) ranges.passing++;
        else ranges.failing++;
      }
      if (card.autoFailedBy.length > 0) counts.autoFailed++;
      if (card.needsReview.length > 0) counts.needsReview++;
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
    addFailure() {
      counts.tickets++;
      counts.failedReviews++;
    },
    part: () => ({
      counts: { ...counts },
      ranges: { ...ranges },
      bands: [...bands],
      percents,
      distribution: [...distribution],
      notExamined,
      criteria: tallies.map((tally) => tally.part()),
      causes: causes.part(),
      breakdowns: breakdowns.part(),
      opaque: opaque.part(),
      human: human.part(),
      usage: { ...usage },
    }),
    merge(part) {
      for (const key of keysOf(counts)) counts[key] += part.counts[key];
      for (const key of keysOf(ranges)) ranges[key] += part.ranges[key];
      part.bands.forEach((tickets, index) => {
        increase(bands, index, tickets);
      });
      percents += part.percents;
      part.distribution.forEach((tickets, index) => {
        increase(distribution, index, tickets);
      });
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
      const criteria = tallies.map((tally) => tally.summary());
      const points = {
        notExamined: tidy(notExamined),
        possible: criteria.reduce((sum, { possible }) => sum + possible, 0),
      };
      return {
        ...counts,
        ranges: { ...ranges },
        passRate: counts.scored === 0 ? null : oneDecimal((counts.passed / counts.scored) * 100),
        meanPercent: counts.scored === 0 ? null : oneDecimal(percents / counts.scored),
        bands: rubric.bands.map(({ id, title, from }, index) => ({ id, title, from, tickets: bands[index] ?? 0 })),
        distribution: [...distribution],
        criteria,
        causes: causes.ranked(),
        breakdowns: breakdowns.summary(),
        notExamined: points.notExamined,
        exportFindings: exportFindings({ rubric, facts, tickets: counts.tickets, opaque, ...points }),
        human: human.summary(),
        usage: { ...usage },
      };
    },
  };
}

function keysOf<Counts extends object>(counts: Counts): (keyof Counts)[] {
  return Object.keys(counts) as (keyof Counts)[];
}

function increase(counts: number[], index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by;
}
