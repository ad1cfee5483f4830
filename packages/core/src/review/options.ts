import type { ExportFacts, Ticket } from '@tqrs/parser';
import type { Judge } from '../judge/judge.ts';
import type { CompiledProfile } from '../profile/compile.ts';
import type { CompiledRubric } from '../rubric/compiled-rubric.ts';
import type { Finding } from '../scorecard/schema.ts';
import type { SpellChecker } from '../spelling/spell-checker.ts';
import type { ReviewResult } from './create-reviewer.ts';

/** How tickets are reviewed, whatever they are scored on. */
interface CommonOptions {
  readonly profile: CompiledProfile;
  readonly judge: Judge;
  /** Absent: spelling is left out, and its points are not counted. */
  readonly spelling?: SpellChecker;
  /** What the export as a whole tells about its fields. Absent: gathered from the tickets themselves. */
  readonly facts?: ExportFacts;
  /** Stops the review. What is in flight is abandoned, and the signal's reason is thrown. */
  readonly signal?: AbortSignal;
  /** The clock behind `reviewedAt`. Default: the system's. */
  readonly now?: () => Date;
}

/** How one ticket is reviewed. */
export interface ReviewOptions extends CommonOptions {
  readonly rubric: CompiledRubric;
}

/** How a stream of tickets is reviewed. */
export interface ReviewTicketsOptions extends CommonOptions {
  /** One rubric, or several: each ticket is read once, and gets a scorecard for each of them. */
  readonly rubric: CompiledRubric | readonly CompiledRubric[];
  /** How many tickets may be with the judge at a time. Default: 8. The offline judge answers at once, one by one. */
  readonly concurrency?: number;
  /**
   * The result of an earlier review of a ticket, which is told in its place; the ticket is not reviewed again. Called once for each
   * ticket, in their order. Undefined: it is reviewed.
   */
  readonly earlier?: ((ticket: Ticket) => ReviewResult | undefined) | undefined;
  /** What was found out about a ticket before and cannot be seen in it any more: secrets that were blotted out. */
  readonly known?: ((ticket: Ticket) => readonly Finding[]) | undefined;
}
