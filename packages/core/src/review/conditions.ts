import { readField, type Ticket } from '@tqrs/parser';
import { foldLabel } from '../profile/fold-label.ts';
import type { Condition, Criterion } from '../rubric/schema.ts';
import type { NotApplicableVerdict, UnscoredVerdict } from '../verdict.ts';
import { notExportedDetail, unscored } from './unscored.ts';

/** A condition with its values folded. */
interface CompiledCondition {
  readonly field: string;
  readonly is: ReadonlySet<string> | undefined;
  readonly isNot: ReadonlySet<string> | undefined;
}

/** Settles whether a criterion applies. Undefined: it does. */
export type Applicability = (ticket: Ticket) => NotApplicableVerdict | UnscoredVerdict | undefined;

/**
 * Compiles the conditions of a criterion. One that fails settles it, whatever the others say; a field that was not
 * exported leaves it open.
 */
export function compileConditions(criterion: Criterion): Applicability {
  const conditions = criterion.appliesWhen.map(compile);
  return (ticket) => {
    const unseen: string[] = [];
    for (const condition of conditions) {
      const value = readField(ticket, condition.field);
      if (value === undefined) unseen.push(condition.field);
      else if (!holds(condition, value, ticket.codes[condition.field]))
        return {
          status: 'not-applicable',
          rationale: reasonOf(condition.field, value),
          evidence: evidenceOf(condition.field, value),
        };
    }
    if (unseen.length === 0) return undefined;
    return {
      ...unscored(criterion, 'field-not-exported', `${notExportedDetail(unseen)} Whether this applies depends on it.`),
      mayNotApply: true,
    };
  };
}

function compile({ field, is, isNot }: Condition): CompiledCondition {
  return { field, is: is && new Set(is.map(foldLabel)), isNot: isNot && new Set(isNot.map(foldLabel)) };
}

/** Compares what a person reads and the code behind it: a rubric may name either. */
function holds({ is, isNot }: CompiledCondition, value: string, code: string | undefined): boolean {
  const labels = code === undefined ? [foldLabel(value)] : [foldLabel(value), foldLabel(code)];
  if (is !== undefined && !labels.some((label) => is.has(label))) return false;
  return isNot === undefined || !labels.some((label) => isNot.has(label));
}

function reasonOf(field: string, value: string): string {
  return value.trim() === '' ? `Does not apply: ${field} is blank.` : `Does not apply where ${field} is "${value}".`;
}

function evidenceOf(field: string, value: string): NotApplicableVerdict['evidence'] {
  return value === '' ? [] : [{ field, start: 0, end: value.length, quote: value }];
}
