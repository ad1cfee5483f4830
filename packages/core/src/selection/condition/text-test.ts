import { levelOf, readField, stateOf, type Ticket } from '@tqrs/parser';
import type { CompiledProfile } from '../../profile/compile.ts';
import { foldLabel } from '../../profile/fold-label.ts';
import { SelectionError } from '../errors.ts';
import { type Answer, answerOf, opposite } from './answer.ts';
import { type Comparison, isOrder } from './comparison.ts';
import type { ConditionField } from './condition-field.ts';

/** A field that says something in words. */
type TextualField = Exclude<ConditionField, { kind: 'time' }>;

/**
 * Compares what a field says, or looks into it. A blank field says nothing.
 * @throws {SelectionError} where the operator needs an order.
 */
export function textTest(
  field: TextualField,
  condition: Comparison,
  profile: CompiledProfile,
): (ticket: Ticket) => Answer {
  const { operator } = condition;
  if (isOrder(operator)) {
    throw new SelectionError(`"${operator}" compares numbers and times, and ${field.name} is neither.`, {
      code: 'operator-unfit',
      hint: 'Use = (is one of), != (is none of), ~ (contains) or !~ (contains none of).',
      place: condition.values[0]?.place ?? { text: condition.text, start: 0, end: 1 },
    });
  }
  const found = operator === '=' || operator === '!=' ? equalsOneOf(field, condition) : containsOneOf(condition);
  return (ticket) => {
    const texts = textsOf(field, ticket, profile);
    if (texts === undefined) return 'not-exported';
    const met = answerOf(found(texts));
    return operator === '!=' || operator === '!~' ? opposite(met) : met;
  };
}

/** Labels and codes are compared as in a profile: case, spaces and punctuation do not count. */
function equalsOneOf(field: ConditionField, { values }: Comparison): (texts: readonly string[]) => boolean {
  const folded = new Set(values.map(({ text }) => foldLabel(text)));
  const levels = new Set(field.kind === 'scale' ? values.map(({ text }) => levelOf(text)) : []);
  levels.delete(undefined);
  return (texts) => texts.some((text) => folded.has(foldLabel(text)) || (levels.size > 0 && levels.has(levelOf(text))));
}

function containsOneOf({ values }: Comparison): (texts: readonly string[]) => boolean {
  const parts = values.map(({ text }) => foldCase(text));
  return (texts) =>
    texts.some((text) => {
      const folded = foldCase(text);
      return parts.some((part) => folded.includes(part));
    });
}

function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What a field says, in every way that the ticket and the profile know to say it. Undefined: not exported. */
function textsOf(field: TextualField, ticket: Ticket, profile: CompiledProfile): readonly string[] | undefined {
  if (field.kind === 'journal') return ticket[field.name]?.map(({ text }) => text);
  if (field.kind === 'flag') {
    const flag = readField(ticket, `flags.${field.name}`);
    return flag === undefined ? undefined : [flag];
  }
  const shown = ticket[field.name];
  if (shown === undefined) return undefined;
  const texts = new Set([shown, profile.nameOf(shown)]);
  const code = ticket.codes[field.name];
  if (code !== undefined) texts.add(code).add(profile.nameOf(code));
  const state = field.name === 'state' ? stateOf(ticket) : undefined;
  if (state !== undefined) texts.add(state);
  return [...texts];
}
