import type { TicketField } from '@tqrs/parser';
import { notExported } from '../export-facts/exported.ts';
import type { JudgeContext } from '../judge/judge.ts';
import type { CompiledCriterion, CompiledRule } from '../rubric/compiled-rubric.ts';
import type { RuleContext, RuleOutcome, TicketWith } from '../rules/define-rule.ts';
import type { SpellChecker } from '../spelling/spell-checker.ts';
import type { Verdict } from '../verdict.ts';
import { reasonOf } from './reason-of.ts';
import { requireProof } from './require-proof.ts';
import { notExportedDetail, unscored } from './unscored.ts';

/** A criterion that no rule decided, with the levels that are left. */
export interface OpenQuestion {
  readonly status: 'open';
  readonly levels: readonly string[];
}

/** Runs the rules of a criterion in order, until one decides. A rule that throws leaves the criterion unscored. */
export function runRules(
  { data: criterion, rules }: CompiledCriterion,
  context: JudgeContext,
  spelling: SpellChecker | undefined,
): Verdict | OpenQuestion {
  let levels: readonly string[] = criterion.levels.map(({ id }) => id);
  for (const compiled of rules) {
    const unseen = notExported(context.ticket, requiredFields(compiled));
    if (unseen.length > 0) return unscored(criterion, 'field-not-exported', notExportedDetail(unseen), levels);
    let outcome: RuleOutcome;
    try {
      outcome = compiled.rule.evaluate(ruleContext(compiled, criterion, context, spelling));
    } catch (error) {
      return unscored(criterion, 'judge-failed', `The rule "${compiled.rule.id}" failed: ${reasonOf(error)}`, levels);
    }
    if (outcome.status === 'scored')
      return requireProof(criterion, { ...outcome, method: 'rule' }, context.ticket, levels);
    if (outcome.status !== 'undecided') return requireProof(criterion, outcome, context.ticket, levels);
    levels = narrow(levels, outcome.levels);
  }
  return { status: 'open', levels };
}

function requiredFields({ rule, options }: CompiledRule): readonly TicketField[] {
  return typeof rule.requires === 'function' ? rule.requires(options) : rule.requires;
}

function ruleContext(
  { options }: CompiledRule,
  criterion: CompiledCriterion['data'],
  { ticket, text, profile, facts }: JudgeContext,
  spelling: SpellChecker | undefined,
): RuleContext<TicketField, unknown> {
  // What the rule requires was just found to be exported.
  return { ticket: ticket as TicketWith<TicketField>, text, profile, facts, criterion, options, spelling };
}

function narrow(levels: readonly string[], left: readonly string[] | undefined): readonly string[] {
  if (left === undefined) return levels;
  const narrowed = levels.filter((id) => left.includes(id));
  return narrowed.length > 0 ? narrowed : levels;
}
