import { z } from 'zod';
import { usageSchema } from '../scorecard/schema.ts';

/** Into how many steps of five percent the scores are sorted. */
export const DISTRIBUTION_STEPS = 20;

/** What happened to one criterion over a run. */
const criterionSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  scored: z.int().nonnegative(),
  notApplicable: z.int().nonnegative(),
  unscored: z.int().nonnegative(),
  /** Points to earn over all scored tickets. */
  possible: z.number().nonnegative(),
  /** Points not earned plus deductions. Automatic fails are counted apart. */
  lost: z.number().nonnegative(),
  autoFails: z.int().nonnegative(),
  /** Points that stand on the mere presence of a value. */
  notExamined: z.number().nonnegative(),
});

/** A reason why points were lost, with how often and where. */
const causeSchema = z.strictObject({
  criterionId: z.string(),
  /** The check that was not met, where the criterion is a checklist. */
  checkId: z.string().optional(),
  text: z.string(),
  tickets: z.int().positive(),
  lost: z.number().nonnegative(),
  /** Up to five ticket numbers, in input order. */
  examples: z.array(z.string()),
});

/** Something about the export that limits what the run can say, and how to export it better. */
const exportFindingSchema = z.strictObject({
  id: z.string(),
  message: z.string(),
  recipe: z.string(),
});

/** A part of a whole in percent, with its 95 % interval. */
const shareSchema = z.strictObject({
  percent: z.number().min(0).max(100),
  low: z.number().min(0).max(100),
  high: z.number().min(0).max(100),
});

const breakdownCountsSchema = z.strictObject({
  tickets: z.int().positive(),
  scored: z.int().nonnegative(),
  passed: z.int().nonnegative(),
  autoFailed: z.int().nonnegative(),
  /** Of the scored tickets; null where none is. */
  passRate: shareSchema.nullable(),
  /** Of the scored tickets; null where none is. */
  meanPercent: z.number().min(0).max(100).nullable(),
});

/** The tickets of a run, told apart by one thing. */
const breakdownSchema = z.strictObject({
  /** `week` goes by the day of closing, else of opening; its values are Mondays. */
  id: z.enum(['analyst', 'group', 'contact-type', 'category', 'week']),
  rows: z.array(
    breakdownCountsSchema.extend({
      value: z.string(),
      /**
       * Whether the pass rate differs from that of all other scored tickets of the run: only where the two 95 % intervals do
       * not overlap, and never of fewer than ten scored tickets. What does not differ is not to be ranked.
       */
      beside: z.enum(['above', 'below', 'no-difference-shown', 'too-few']),
    }),
  ),
  /** Tickets with further values, beyond the 500 that are kept apart. */
  others: breakdownCountsSchema.nullable(),
  /** Tickets whose value is blank or not exported. */
  unknown: breakdownCountsSchema.nullable(),
});

/** A run in numbers. All of it can be computed from the scorecards and the export facts. */
export const runSummarySchema = z.strictObject({
  tickets: z.int().nonnegative(),
  /** Tickets with a score. */
  scored: z.int().nonnegative(),
  /** Tickets with a range instead of a score. */
  partial: z.int().nonnegative(),
  /** What is certain of the tickets with a range, whatever the rest comes to. They make up `partial`. */
  ranges: z.strictObject({
    passing: z.int().nonnegative(),
    failing: z.int().nonnegative(),
    open: z.int().nonnegative(),
  }),
  notApplicable: z.int().nonnegative(),
  failedReviews: z.int().nonnegative(),
  /** Scored tickets that passed. Those with a range count as `partial` alone, also where all of it passes or fails. */
  passed: z.int().nonnegative(),
  /** Scored tickets that did not pass. */
  failed: z.int().nonnegative(),
  /** Tickets with an automatic fail, also those that are unscored in part. */
  autoFailed: z.int().nonnegative(),
  needsReview: z.int().nonnegative(),
  /** Percent of the scored tickets that passed, one decimal; null where none is scored. */
  passRate: z.number().min(0).max(100).nullable(),
  /** Mean percent of the scored tickets, one decimal. */
  meanPercent: z.number().min(0).max(100).nullable(),
  bands: z.array(
    z.strictObject({ id: z.string(), title: z.string(), from: z.number(), tickets: z.int().nonnegative() }),
  ),
  /** Scored tickets by percent, in steps of five: `[0, 5)` first, `[95, 100]` last. */
  distribution: z.array(z.int().nonnegative()).length(DISTRIBUTION_STEPS),
  criteria: z.array(criterionSummarySchema),
  causes: z.array(causeSchema),
  /** By analyst, group, contact type, category and week, in this order. */
  breakdowns: z.array(breakdownSchema),
  /** Points that stand on the mere presence of a value, over all tickets. */
  notExamined: z.number().nonnegative(),
  exportFindings: z.array(exportFindingSchema),
  /** What people decided; null where nobody decided anything. All other numbers are those after their decisions. */
  human: z
    .strictObject({
      /** Tickets with at least one decision. */
      tickets: z.int().positive(),
      /** Criteria whose verdict was accepted. */
      accepted: z.int().nonnegative(),
      /** Criteria whose verdict was overruled. */
      overruled: z.int().nonnegative(),
      /** The whole run as the machine alone scored it. */
      machine: z.strictObject({
        scored: z.int().nonnegative(),
        passed: z.int().nonnegative(),
        passRate: z.number().min(0).max(100).nullable(),
        meanPercent: z.number().min(0).max(100).nullable(),
      }),
    })
    .nullable(),
  usage: usageSchema,
});
/** See {@link runSummarySchema}. */
export type RunSummary = z.infer<typeof runSummarySchema>;
/** What happened to one criterion over a run: counts of tickets, and points. */
export type CriterionSummary = z.infer<typeof criterionSummarySchema>;
/** A reason why points were lost, with how often and where. `lost` is in points. */
export type LossCause = z.infer<typeof causeSchema>;
/** A part of a whole in percent, with its 95 % interval. */
export type Share = z.infer<typeof shareSchema>;
/** The tickets of a run, told apart by one thing. */
export type Breakdown = z.infer<typeof breakdownSchema>;
/** Some of the tickets of a run: those that have a value in common. */
export type BreakdownRow = Breakdown['rows'][number];
/** What tickets are told apart by. */
export type BreakdownId = Breakdown['id'];
/** Something about the export that limits what the run can say, and how to export it better. */
export type ExportFinding = z.infer<typeof exportFindingSchema>;
