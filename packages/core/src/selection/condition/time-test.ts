import type { CompiledProfile } from '../../profile/compile.ts';
import { zoneOf } from '../../timeline/zone.ts';
import { SelectionError } from '../errors.ts';
import { readTimeSpan } from '../time-span.ts';
import { opposite } from './answer.ts';
import { compareTimes, type TimeAnswer, type TimeOperator } from './compare-times.ts';
import { type Comparison, type FieldOf, onlyValue } from './comparison.ts';
import type { Test } from './compile-condition.ts';

/**
 * Compares a time with a date or a moment. A blank time is neither before nor after any.
 * @throws {SelectionError} where the operator or the value is not for times.
 */
export function timeTest({ name }: FieldOf<'time'>, condition: Comparison, profile: CompiledProfile): Test {
  const { operator } = condition;
  if (operator === '~' || operator === '!~') {
    throw new SelectionError(`"${operator}" looks into text, and ${name} is a time.`, {
      code: 'operator-unfit',
      hint: `Compare it: ${name}>=2026-03-01.`,
      place: condition.values[0]?.place ?? { text: condition.text, start: 0, end: 1 },
    });
  }
  const value = onlyValue(condition);
  const zone = zoneOf(profile.data.workingTime.timeZone);
  const span = readTimeSpan(value.text, zone, value.place);
  const comparison: TimeOperator = operator === '!=' ? '=' : operator;
  return (ticket) => {
    const time = ticket[name];
    if (time === undefined) return { answer: 'not-exported', zoneMatters: false };
    const compared: TimeAnswer =
      time.text.trim() === ''
        ? { answer: 'not-met', zoneMatters: false }
        : compareTimes(ticket, time, comparison, span, zone);
    return operator === '!=' ? { ...compared, answer: opposite(compared.answer) } : compared;
  };
}
