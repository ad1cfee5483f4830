import type { ExportFacts, Ticket, TicketField } from '@tqrs/parser';
import type { z } from 'zod';
import type { CompiledProfile } from '../profile/compile.ts';
import type { Criterion } from '../rubric/schema.ts';
import type { SpellChecker } from '../spelling/spell-checker.ts';
import type { TicketText } from '../text/ticket-text.ts';
import type { NotApplicableVerdict, ScoredVerdict, UnscoredVerdict } from '../verdict.ts';

/** A ticket whose named fields were exported. */
export type TicketWith<Field extends TicketField> = Ticket & { [F in Field]-?: Exclude<Ticket[F], undefined> };

/** What a rule sees. */
export interface RuleContext<Field extends TicketField, Options> {
  readonly ticket: TicketWith<Field>;
  readonly text: TicketText;
  readonly profile: CompiledProfile;
  readonly facts: ExportFacts;
  /** Undefined where the caller of the review left spelling out. */
  readonly spelling: SpellChecker | undefined;
  readonly criterion: Criterion;
  readonly options: Options;
}

/** What a rule says. `undecided` passes the question on, with fewer levels where the rule can exclude some. */
export type RuleOutcome =
  | Omit<ScoredVerdict, 'method'>
  | NotApplicableVerdict
  | UnscoredVerdict
  | { readonly status: 'undecided'; readonly levels?: readonly string[] };

/** Decides a criterion, or passes it on, by code alone. */
export interface Rule<Field extends TicketField = TicketField, Options = unknown> {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Fields that it cannot do without. Where one was not exported, the engine answers `unscored` before calling. */
  readonly requires: readonly Field[] | ((options: Options) => readonly Field[]);
  readonly options: z.ZodType<Options>;
  /** Every level id that the rule may answer with, so that a rubric can be checked when it is loaded. */
  readonly levels: (options: Options) => readonly string[];
  evaluate(context: RuleContext<Field, Options>): RuleOutcome;
}

/**
 * Declares a rule; register it in `rules/index.ts`. The types of its fields and options are forgotten here: whoever runs
 * a rule parses the options with the rule's own schema, and checks the fields that it requires, before calling it.
 */
export function defineRule<const Field extends TicketField, Options>(rule: Rule<Field, Options>): Rule {
  return rule as unknown as Rule;
}
