import { ColumnFinder, type FieldAliases } from './normalise/columns.ts';
import { JOURNAL_FIELDS, TEXT_FIELDS, TIME_FIELDS, type TicketField } from './ticket.ts';

const FIELDS: ReadonlyMap<string, TicketField> = new Map(
  [...TEXT_FIELDS, ...JOURNAL_FIELDS, ...TIME_FIELDS].map((field) => [field.toLowerCase(), field]),
);

/**
 * The ticket field of a name as people know it: the field's own (`shortDescription`), a column name (`short_description`) or a
 * label ("Short description"), in any case. Undefined where no single field goes by it.
 *
 * @param aliases Further column names, as for reading an export.
 */
export function findField(name: string, aliases?: FieldAliases): TicketField | undefined {
  const own = FIELDS.get(name.toLowerCase());
  if (own !== undefined) return own;
  const target = new ColumnFinder(aliases).find(name)?.target;
  return target === 'combined' ? undefined : target;
}
