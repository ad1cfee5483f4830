import type { FieldAliases } from '@tqrs/parser';
import { SelectionError } from '../errors.ts';
import { type ConditionField, conditionField } from './condition-field.ts';
import { type ListedValue, readValueList } from './value-list.ts';

/** How a field is compared with a value. */
export type Operator = (typeof OPERATORS)[number];

/** The longer ones first, so that none is taken for a part of another. */
const OPERATORS = ['!=', '!~', '<=', '>=', '=', '~', '<', '>'] as const;
const FIRST_OPERATOR = /!=|!~|<=|>=|=|~|<|>/;
const STATE = /\s+is\s+(not\s+)?(blank|exported)\s*$/i;
const LONGEST = 1_000;

/** A condition as it was written, understood. */
export type Condition = { readonly text: string; readonly field: ConditionField } & (
  | { readonly kind: 'compares'; readonly operator: Operator; readonly values: readonly ListedValue[] }
  | { readonly kind: 'is'; readonly state: 'blank' | 'exported'; readonly expected: boolean }
);

/**
 * Reads one condition: `<field> <operator> <value>[,<value>…]` or `<field> is [not] blank|exported`.
 * Operators are `=`, `!=`, `~` (contains), `!~`, `<`, `<=`, `>` and `>=`.
 *
 * @throws {SelectionError} with the place, where it is none.
 */
export function parseCondition(text: string, aliases: FieldAliases = {}): Condition {
  if (text.length > LONGEST) {
    throw new SelectionError(`A condition is longer than ${LONGEST} characters.`, {
      code: 'condition-too-long',
      hint: 'Split it: every condition that is given must hold.',
    });
  }
  const operatorAt = text.search(FIRST_OPERATOR);
  const operator = OPERATORS.find((one) => text.startsWith(one, operatorAt));
  if (operatorAt < 0 || operator === undefined) return parseState(text, aliases);
  const field = readField(text, operatorAt, aliases);
  const start = operatorAt + operator.length;
  if (/[=~<>!]/.test(text.charAt(start))) {
    const end = start + 1;
    throw new SelectionError(`"${text.slice(operatorAt, end)}" is no operator.`, {
      code: 'operator-unknown',
      hint: `Use one of: ${OPERATORS.join(' ')}. A value that begins like one stands in double quotes.`,
      place: { text, start: operatorAt, end },
    });
  }
  return { kind: 'compares', text: text.trim(), field, operator, values: readValueList(text, start) };
}

function parseState(text: string, aliases: FieldAliases): Condition {
  const found = STATE.exec(text);
  if (found === null) {
    throw new SelectionError('The condition compares nothing.', {
      code: 'operator-missing',
      hint: 'Write <field><operator><value>, as priority<=2 or "category=Software", or <field> is [not] blank, <field> is [not] exported.',
      place: { text, start: text.trimEnd().length, end: text.trimEnd().length },
    });
  }
  const field = readField(text, found.index, aliases);
  const state = found[2]?.toLowerCase() === 'blank' ? 'blank' : 'exported';
  return { kind: 'is', text: text.trim(), field, state, expected: found[1] === undefined };
}

function readField(text: string, end: number, aliases: FieldAliases): ConditionField {
  const name = text.slice(0, end);
  const start = name.length - name.trimStart().length;
  return conditionField(name.trim(), aliases, { text, start, end: Math.max(start, name.trimEnd().length) });
}
