import type { ExportFacts } from '@tqrs/parser';
import type { Rubric } from '../rubric/schema.ts';
import type { Scorecard, Usage } from '../scorecard/schema.ts';
import { tidy } from '../scoring/points.ts';
import { LossCauses } from './causes.ts';
import { CriterionTally } from './criterion-tally.ts';
import { exportFindings } from './export-findings.ts';
import { OpaqueReferences } from './opaque-references.ts';
import type { RunSummary } from './schema.ts';

/** Sums up a run, scorecard by scorecard. Its memory depends on the rubric, not on the number of tickets. */
export interface SummaryBuilder {
  /** Takes a scorecard of the rubric. */
  add(scorecard: Scorecard): void;
  /** Counts a ticket whose review failed. */
  addFailure(): void;
  /** The summary of what was added so far. `facts` tells what the export could not show. */
  finish(facts: ExportFacts): RunSummary;
}

/** Begins the summary of a run with one rubric. `passed`, `failed` and the bands count scored tickets only. */
export function createSummary(rubric: Rubric): SummaryBuilder {
  const counts = {
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
  const bands = new Map(rubric.bands.map(({ id }) => [id, 0]));
  const tallies = rubric.criteria.map((criterion) => new CriterionTally(criterion));
  const causes = new LossCauses(rubric);
  const opaque = new OpaqueReferences();
  const usage: Usage = { requests: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costUsd: 0 };
  let percents = 0;
  let notExamined = 0;

  return {
    add(card) {
      counts.tickets++;
      if (card.status === 'partial') counts.partial++;
      if (card.status === 'not-applicable') counts.notApplicable++;
      if (card.score !== null) {
        counts.scored++;
        percents += (card.score.earned / card.score.possible) * 100;
        if (card.passed === true) counts.passed++;
        else counts.failed++;
        if (card.band !== null) bands.set(card.band, (bands.get(card.band) ?? 0) + 1);
      }
      if (card.autoFailedBy.length > 0) counts.autoFailed++;
      if (card.needsReview.length > 0) counts.needsReview++;
      notExamined += card.notExamined;
      card.criteria.forEach((line, index) => {
        tallies[index]?.add(line);
      });
      causes.add(card);
      opaque.add(card);
      addUsage(usage, card.usage);
    },
    addFailure() {
      counts.tickets++;
      counts.failedReviews++;
    },
    finish(facts) {
      const criteria = tallies.map((tally) => tally.summary());
      const points = {
        notExamined: tidy(notExamined),
        possible: criteria.reduce((sum, { possible }) => sum + possible, 0),
      };
      return {
        ...counts,
        passRate: counts.scored === 0 ? null : oneDecimal((counts.passed / counts.scored) * 100),
        meanPercent: counts.scored === 0 ? null : oneDecimal(percents / counts.scored),
        bands: rubric.bands.map(({ id, title, from }) => ({ id, title, from, tickets: bands.get(id) ?? 0 })),
        criteria,
        causes: causes.ranked(),
        notExamined: points.notExamined,
        exportFindings: exportFindings({ rubric, facts, tickets: counts.tickets, opaque, ...points }),
        usage: { ...usage },
      };
    },
  };
}

function addUsage(total: Usage, usage: Usage): void {
  total.requests += usage.requests;
  total.inputTokens += usage.inputTokens;
  total.cachedInputTokens += usage.cachedInputTokens;
  total.outputTokens += usage.outputTokens;
  total.costUsd = tidy(total.costUsd + usage.costUsd);
}

function oneDecimal(percent: number): number {
  return Math.min(100, Math.round(percent * 10 + 1e-9) / 10);
}
