import type { Ticket, Timestamp } from '@tqrs/parser';
import type { CompiledProfile } from '../profile/compile.ts';
import { zoneOf } from '../timeline/zone.ts';
import { compareTimes } from './condition/compare-times.ts';
import { compileCondition, type Test } from './condition/compile-condition.ts';
import { parseCondition } from './condition/parse-condition.ts';
import type { LeftOut, SelectionOptions } from './schema.ts';
import { readTimeSpan } from './time-span.ts';

/** What must hold for a ticket to be selected, and the option that asks for it. */
export interface Requirement extends Pick<LeftOut, 'option' | 'value'> {
  readonly test: Test;
}

/**
 * All that must hold, in an order of its own: the order in which options were given makes no difference.
 * @throws {SelectionError} where an option cannot be read.
 */
export function requirementsOf(options: SelectionOptions, profile: CompiledProfile): Requirement[] {
  const { since, until, assignedTo = [], groups = [], where = [] } = options;
  const requirements: Requirement[] = [];
  if (since !== undefined) requirements.push({ option: 'since', value: since, test: periodTest('>=', since, profile) });
  if (until !== undefined) requirements.push({ option: 'until', value: until, test: periodTest('<=', until, profile) });
  if (assignedTo.length > 0) requirements.push(oneOf('assigned-to', 'assignedTo', assignedTo, profile));
  if (groups.length > 0) requirements.push(oneOf('group', 'assignmentGroup', groups, profile));
  const conditions = where.map((text) => parseCondition(text, profile.data.fieldAliases));
  for (const condition of conditions.sort((a, b) => (a.text < b.text ? -1 : 1)))
    requirements.push({ option: 'where', value: condition.text, test: compileCondition(condition, profile) });
  return requirements;
}

function oneOf(
  option: 'assigned-to' | 'group',
  field: 'assignedTo' | 'assignmentGroup',
  names: readonly string[],
  profile: CompiledProfile,
): Requirement {
  const value = names.toSorted().join(', ');
  const values = names.map((text) => ({ text, place: { text, start: 0, end: text.length } }));
  const condition = {
    kind: 'compares',
    text: value,
    field: { kind: 'text', name: field },
    operator: '=',
    values,
  } as const;
  return { option, value, test: compileCondition(condition, profile) };
}

/** Compares when work on a ticket ended with a date. */
function periodTest(operator: '>=' | '<=', date: string, profile: CompiledProfile): Test {
  const text = date.trim();
  const zone = zoneOf(profile.data.workingTime.timeZone);
  const span = readTimeSpan(text, zone, { text, start: 0, end: text.length });
  return (ticket) => {
    const time = periodTimeOf(ticket);
    if (typeof time === 'string') return { answer: time, zoneMatters: false };
    return compareTimes(ticket, time, operator, span, zone);
  };
}

/** A ticket belongs to the time when it was closed; where that is not told, to when it was resolved, else opened. */
function periodTimeOf({ closedAt, resolvedAt, openedAt }: Ticket): Timestamp | 'not-exported' | 'unclear' {
  const times = [closedAt, resolvedAt, openedAt];
  const told = times.find((time) => time !== undefined && time.text.trim() !== '');
  return told ?? (times.includes(undefined) ? 'not-exported' : 'unclear');
}
