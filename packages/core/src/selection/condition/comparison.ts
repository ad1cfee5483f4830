import { SelectionError } from '../errors.ts';
import type { ConditionField } from './condition-field.ts';
import type { Condition, Operator } from './parse-condition.ts';
import type { ListedValue } from './value-list.ts';

/** A condition that compares a field with values. */
export type Comparison = Extract<Condition, { kind: 'compares' }>;
/** A field of one kind. */
export type FieldOf<Kind extends ConditionField['kind']> = Extract<ConditionField, { kind: Kind }>;

/** Whether an operator needs an order of values. */
export function isOrder(operator: Operator): operator is '<' | '<=' | '>' | '>=' {
  return operator.startsWith('<') || operator.startsWith('>');
}

/** The only value: an order has no use for more. */
export function onlyValue({ values, operator }: Comparison): ListedValue {
  const [value, another] = values;
  if (value !== undefined && another === undefined) return value;
  throw new SelectionError(`"${operator}" compares with one value.`, {
    code: 'value-surplus',
    hint: 'Give several values to =, !=, ~ or !~ only.',
    ...(another !== undefined && { place: another.place }),
  });
}
