import type { TextField, TimeField } from '@tqrs/parser';
import type { Catalogue } from '../../catalogue/languages.ts';

/** Fields that are prose and are shown as text of their own. */
export const PROSE_FIELDS = ['shortDescription', 'description', 'closeNotes'] as const satisfies readonly TextField[];

/** Fields that are shown in the list of facts. */
export const FACT_FIELDS: readonly (TextField | TimeField)[] = [
  'state',
  'priority',
  'impact',
  'urgency',
  'contactType',
  'category',
  'subcategory',
  'service',
  'serviceOffering',
  'configurationItem',
  'caller',
  'openedFor',
  'openedBy',
  'assignedTo',
  'assignmentGroup',
  'resolvedBy',
  'closedBy',
  'closeCode',
  'location',
  'company',
  'parent',
  'originTable',
  'originId',
  'reassignmentCount',
  'reopenCount',
  'openedAt',
  'resolvedAt',
  'closedAt',
  'updatedAt',
];

const FLAG = 'flags.';

/** The name of a ticket field as a person says it. An unknown field keeps its own name. */
export function fieldLabel(field: string, { fields: { labels, flag } }: Catalogue): string {
  if (field.startsWith(FLAG)) return flag(field.slice(FLAG.length));
  return Object.hasOwn(labels, field) ? labels[field as keyof typeof labels] : field;
}
