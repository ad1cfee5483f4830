import { type ExportFacts, type Ticket, TqrsError } from '@tqrs/parser';
import type { Judge } from '../judge/judge.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import type { CompiledRubric } from '../rubric/compiled-rubric.ts';
import type { Finding } from '../scorecard/schema.ts';
import type { SpellChecker } from '../spelling/spell-checker.ts';
import { isThenable } from './is-thenable.ts';
import { openRun, type Reviewed } from './open-run.ts';
import { reasonOf } from './reason-of.ts';

/** What every review of {@link createReviewer} goes by. */
export interface ReviewerOptions {
  /** One scorecard each, in this order. */
  readonly rubrics: readonly CompiledRubric[];
  readonly profile: CompiledProfile;
  readonly judge: Judge;
  /** Absent: spelling is left out, and its points are not counted. */
  readonly spelling?: SpellChecker | undefined;
  /** What the export as a whole tells about its fields. */
  readonly facts: ExportFacts;
  /** The clock behind `reviewedAt`. Default: the system's. */
  readonly now?: (() => Date) | undefined;
  /** What was found out about a ticket before and cannot be seen in it any more: secrets that were blotted out. */
  readonly known?: ((ticket: Ticket) => readonly Finding[]) | undefined;
}

/** A ticket's scorecards, or why there are none. */
export type ReviewResult = Reviewed | { readonly error: TqrsError };

/** Reviews one ticket: at once where the judge answers at once. Throws or rejects only where the signal is aborted. */
export type Reviewer = (ticket: Ticket, signal?: AbortSignal) => ReviewResult | Promise<ReviewResult>;

/**
 * Prepares all that does not change from ticket to ticket, once, for callers who order and count tickets themselves.
 * Others use `reviewTickets`.
 */
export function createReviewer({ now = () => new Date(), spelling, ...run }: ReviewerOptions): Reviewer {
  const review = openRun({ ...run, spelling, now });
  return (ticket, signal) => {
    const fail = (error: unknown): ReviewResult => {
      signal?.throwIfAborted();
      return { error: toReviewError(error) };
    };
    try {
      const reviewed = review(ticket, signal);
      return isThenable(reviewed) ? reviewed.catch(fail) : reviewed;
    } catch (error) {
      return fail(error);
    }
  };
}

function toReviewError(error: unknown): TqrsError {
  if (TqrsError.isInstance(error)) return error;
  return new TqrsError(`The review failed: ${reasonOf(error)}`, {
    code: 'review-failed',
    hint: 'The other tickets are not concerned. Please report this as a bug.',
    cause: error,
  });
}
