import { suggest } from '../data-file/closest.ts';
import type { IssueLog } from '../data-file/issue-log.ts';
import { checkField } from '../data-file/ticket-fields.ts';
import { issuesOf } from '../data-file/zod-issues.ts';
import { isSevere } from '../review/two-keys.ts';
import { checkJudge } from './check-judge.ts';
import { checkLevels } from './check-levels.ts';
import type { CompiledRule, Registries } from './compiled-rubric.ts';
import type { Criterion, RuleRef } from './schema.ts';

/** Checks one criterion and finds its rules. `log` stands at the criterion. */
export function checkCriterion(criterion: Criterion, log: IssueLog, registries: Registries): CompiledRule[] {
  checkLevels(criterion.levels, log.at('levels'));
  criterion.fields.forEach((field, index) => {
    checkField(field, 'any', log.at('fields', index));
  });
  criterion.appliesWhen.forEach((condition, index) => {
    const place = log.at('appliesWhen', index);
    checkField(condition.field, 'text', place.at('field'));
    if (condition.is === undefined && condition.isNot === undefined) {
      place.error('the condition compares with nothing', 'Add `is` or `isNot` with a list of values.');
    }
  });
  const { rules, judge, secondKey } = criterion.evaluator;
  if (judge !== undefined) checkJudge(criterion, judge, log.at('evaluator', 'judge'), registries.signals);
  if (judge === undefined && rules.length === 0) {
    log.at('evaluator').error('nothing decides this criterion', 'Name a rule under `rules`, or add a `judge`.');
  }
  if (secondKey !== undefined && rules.length === 0) {
    log
      .at('evaluator', 'secondKey')
      .warn('no rule can leave it open for want of a second key', 'Name the rule under `rules`, or leave it out.');
  }
  const found = rules.flatMap(
    (ref, index) => findRule(ref, criterion, log.at('evaluator', 'rules', index), registries) ?? [],
  );
  if (judge !== undefined) checkSevere(criterion, found, log.at('levels'));
  return found;
}

/** Severe levels need two keys, and a judge without a language model has one. `log` stands at the levels. */
function checkSevere(criterion: Criterion, rules: readonly CompiledRule[], log: IssueLog): void {
  const ofRules = new Set(rules.flatMap(({ rule, options }) => rule.levels(options)));
  criterion.levels.forEach(({ id }, index) => {
    if (ofRules.has(id) || !isSevere(criterion, id)) return;
    log
      .at(index)
      .warn(
        `only a judge comes to the severe level "${id}": without a language model such a ticket waits for a person`,
        'Let a rule decide it, or make it milder.',
      );
  });
}

function findRule(ref: RuleRef, criterion: Criterion, log: IssueLog, { rules }: Registries): CompiledRule | undefined {
  const rule = rules.get(ref.use);
  if (rule === undefined) {
    log.at('use').error(`there is no rule "${ref.use}"`, suggest(ref.use, rules.keys()));
    return undefined;
  }
  const parsed = rule.options.safeParse(ref.with);
  if (!parsed.success) {
    log.errors.push(
      ...issuesOf(parsed.error, { file: log.file, value: ref.with, schema: rule.options, prefix: log.at('with').path }),
    );
    return undefined;
  }
  const known = new Set(criterion.levels.map(({ id }) => id));
  for (const level of rule.levels(parsed.data)) {
    if (known.has(level)) continue;
    log.error(
      `the rule "${rule.id}" answers with the level "${level}", which "${criterion.id}" does not have`,
      suggest(level, known),
    );
  }
  return { rule, options: parsed.data };
}
