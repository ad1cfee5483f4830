import { type FieldAliases, findField, JOURNAL_FIELDS, TEXT_FIELDS, TIME_FIELDS, type TicketField } from '@tqrs/parser';
import { suggest } from '../../data-file/closest.ts';
import { type Place, SelectionError } from '../errors.ts';

const SCALES = ['priority', 'impact', 'urgency'] as const;
const COUNTS = ['reassignmentCount', 'reopenCount'] as const;
const FLAG_PREFIX = 'flags.';

/** What a condition asks about: a ticket field by the kind of its values, or a record flag by its column. */
export type ConditionField =
  | { readonly kind: 'text'; readonly name: Exclude<TicketField, Journal | Time | Scale | Count> }
  | { readonly kind: 'journal'; readonly name: Journal }
  | { readonly kind: 'time'; readonly name: Time }
  | { readonly kind: 'scale'; readonly name: Scale }
  | { readonly kind: 'count'; readonly name: Count }
  | { readonly kind: 'flag'; readonly name: string };

type Journal = (typeof JOURNAL_FIELDS)[number];
type Time = (typeof TIME_FIELDS)[number];
type Scale = (typeof SCALES)[number];
type Count = (typeof COUNTS)[number];

/**
 * The field of a name: the ticket's own, a column name, a label, an alias of the profile, or `flags.<column>`.
 * @throws {SelectionError} where there is none.
 */
export function conditionField(name: string, aliases: FieldAliases, place: Place): ConditionField {
  if (name.toLowerCase().startsWith(FLAG_PREFIX) && name.length > FLAG_PREFIX.length)
    return { kind: 'flag', name: name.slice(FLAG_PREFIX.length) };
  const field = findField(name, aliases);
  if (field !== undefined) return kindOf(field);
  throw new SelectionError(name === '' ? 'The field is missing.' : `There is no field "${name}".`, {
    code: 'field-unknown',
    hint: suggest(name, [...TEXT_FIELDS, ...JOURNAL_FIELDS, ...TIME_FIELDS, `${FLAG_PREFIX}<column>`]),
    place,
  });
}

function kindOf(field: TicketField): ConditionField {
  if (isOneOf(JOURNAL_FIELDS, field)) return { kind: 'journal', name: field };
  if (isOneOf(TIME_FIELDS, field)) return { kind: 'time', name: field };
  if (isOneOf(SCALES, field)) return { kind: 'scale', name: field };
  return isOneOf(COUNTS, field) ? { kind: 'count', name: field } : { kind: 'text', name: field };
}

function isOneOf<Name extends string>(names: readonly Name[], name: string): name is Name {
  return (names as readonly string[]).includes(name);
}
