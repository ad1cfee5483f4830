import { readField, type Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../../profile/compile.ts';
import { type Answer, answerOf } from './answer.ts';
import type { TimeAnswer } from './compare-times.ts';
import { isOrder } from './comparison.ts';
import type { ConditionField } from './condition-field.ts';
import { numberTest } from './number-test.ts';
import type { Condition } from './parse-condition.ts';
import { textTest } from './text-test.ts';
import { timeTest } from './time-test.ts';

/** Tells whether a ticket meets a condition. */
export type Test = (ticket: Ticket) => TimeAnswer;

/**
 * Makes a test of a condition.
 * @throws {SelectionError} where its values do not go with its field.
 */
export function compileCondition(condition: Condition, profile: CompiledProfile): Test {
  const { field } = condition;
  if (condition.kind === 'is') {
    const { state, expected } = condition;
    return withoutZone((ticket) => {
      const blank = isBlank(field, ticket);
      if (state === 'exported') return answerOf((blank !== undefined) === expected);
      return blank === undefined ? 'not-exported' : answerOf(blank === expected);
    });
  }
  switch (field.kind) {
    case 'time':
      return timeTest(field, condition, profile);
    case 'scale':
    case 'count':
      return withoutZone(
        isOrder(condition.operator) ? numberTest(field, condition) : textTest(field, condition, profile),
      );
    default:
      return withoutZone(textTest(field, condition, profile));
  }
}

const withoutZone =
  (test: (ticket: Ticket) => Answer): Test =>
  (ticket) => ({ answer: test(ticket), zoneMatters: false });

function isBlank({ kind, name }: ConditionField, ticket: Ticket): boolean | undefined {
  if (kind === 'journal') return ticket[name] && ticket[name].length === 0;
  const text = readField(ticket, kind === 'flag' ? `flags.${name}` : name);
  return text === undefined ? undefined : text.trim() === '';
}
