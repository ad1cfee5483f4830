import type { Ticket } from '@tqrs/parser';
import { numberOn } from '../../profile/priority-scale.ts';
import { SelectionError } from '../errors.ts';
import { type Answer, answerOf } from './answer.ts';
import { type Comparison, type FieldOf, onlyValue } from './comparison.ts';

/**
 * Compares a number with another. A priority, impact or urgency counts by its number: the most urgent is 1.
 * @throws {SelectionError} where the value is no number.
 */
export function numberTest(field: FieldOf<'scale' | 'count'>, condition: Comparison): (ticket: Ticket) => Answer {
  const read = (text: string) => (field.kind === 'scale' ? numberOn(field.name, text) : countOf(text));
  const value = onlyValue(condition);
  const limit = read(value.text);
  if (limit === undefined) {
    throw new SelectionError(`${field.name} is a number, and "${value.text}" is none.`, {
      code: 'number-invalid',
      hint: `Compare it with a number: ${field.name}<=2.`,
      place: value.place,
    });
  }
  return (ticket) => {
    const text = ticket[field.name];
    if (text === undefined) return 'not-exported';
    if (text.trim() === '') return 'not-met';
    const number = read(text) ?? read(ticket.codes[field.name] ?? '');
    if (number === undefined) return 'unclear';
    switch (condition.operator) {
      case '<':
        return answerOf(number < limit);
      case '<=':
        return answerOf(number <= limit);
      case '>':
        return answerOf(number > limit);
      default:
        return answerOf(number >= limit);
    }
  };
}

function countOf(text: string): number | undefined {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}
