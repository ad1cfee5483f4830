import type { CriterionResult, Score, Scorecard, ScoreRange } from '../../scorecard/schema.ts';
import type { UnscoredReason } from '../../verdict.ts';
import type { ConfigurationChange, RunConfiguration } from '../configuration.ts';
import type { StoredTicket } from '../store/stored-ticket.ts';

/**
 * Why a result is another one: the rubric or the profile says something else, another judge or model was asked (or it was asked
 * otherwise), the same model gave another answer, the export holds something else, spelling was examined or not, or the program changed.
 */
export type ChangeReason = 'rubric' | 'profile' | 'model' | 'answer' | 'export' | 'settings' | 'program';

/** A run to be compared. */
export interface ComparedRun {
  readonly configuration: RunConfiguration;
  /** In the run's order. Read once. */
  readonly tickets: Iterable<StoredTicket>;
}

/** A run, as a comparison names it. */
export interface RunIdentity extends Pick<RunConfiguration, 'engine' | 'startedAt' | 'sources'> {
  readonly judge: string;
  readonly profile: { readonly id: string; readonly hash: string };
  readonly rubrics: readonly { readonly id: string; readonly version: string; readonly hash: string }[];
}

/** What a ticket came to. */
export interface Standing {
  readonly status: Scorecard['status'];
  readonly score: Score | null;
  readonly range: ScoreRange | null;
  readonly band: string | null;
  readonly passed: boolean | null;
}

/** What a criterion came to. */
export interface CriterionOutcome extends Pick<CriterionResult, 'points' | 'deduction' | 'autoFail'> {
  readonly status: 'scored' | 'not-applicable' | 'unscored';
  /** Where it is scored. */
  readonly levelId?: string;
  /** Where it is unscored. */
  readonly reason?: UnscoredReason;
}

/** A criterion of a ticket that came to something else. Null: the rubric did not have it. */
export interface CriterionChange {
  readonly id: string;
  readonly before: CriterionOutcome | null;
  readonly after: CriterionOutcome | null;
  /** What can have brought it about; more than one where several things changed between the runs. */
  readonly reasons: readonly ChangeReason[];
}

/** A ticket that came to something else. */
export interface TicketChange {
  readonly number: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly reasons: readonly ChangeReason[];
  readonly criteria: readonly CriterionChange[];
}

/** How often a criterion came to something else. */
export interface CriterionShift {
  readonly id: string;
  readonly title: string;
  readonly tickets: number;
  /** Tickets where it is worth more, or less, than before. */
  readonly up: number;
  readonly down: number;
  /** Tickets by what can have brought it about. */
  readonly reasons: Readonly<Partial<Record<ChangeReason, number>>>;
}

/** What became of the tickets on one rubric. */
export interface RubricComparison {
  readonly id: string;
  readonly title: string;
  /** Tickets that have a scorecard in both runs. */
  readonly tickets: number;
  /** Of these, those where anything differs. */
  readonly changed: number;
  /** Whose score is higher, or lower. */
  readonly up: number;
  readonly down: number;
  /** That have a score now and had none, or the other way round. */
  readonly scored: number;
  readonly unscored: number;
  readonly passed: { readonly gained: number; readonly lost: number };
  /** Tickets that went from one band to another. Null: no band. */
  readonly bands: readonly { readonly from: string | null; readonly to: string | null; readonly tickets: number }[];
  /** In the rubric's order, those that changed anywhere. */
  readonly criteria: readonly CriterionShift[];
  /** Everything that changed, in the order of the later run. */
  readonly changes: readonly TicketChange[];
}

/** What became of a run. */
export interface RunComparison {
  readonly schemaVersion: 1;
  readonly before: RunIdentity;
  readonly after: RunIdentity;
  /** What the runs were made with that differs. */
  readonly configuration: readonly ConfigurationChange[];
  readonly tickets: { readonly both: number; readonly onlyBefore: number; readonly onlyAfter: number };
  /** For each rubric that both runs have. */
  readonly rubrics: readonly RubricComparison[];
}
