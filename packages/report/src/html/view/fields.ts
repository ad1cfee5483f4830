import type { JournalField, TextField, TimeField } from '@tqrs/parser';

const LABELS: Readonly<Record<TextField | JournalField | TimeField, string>> = {
  number: 'Number',
  sysId: 'Sys ID',
  shortDescription: 'Short description',
  description: 'Description',
  closeNotes: 'Close notes',
  closeCode: 'Close code',
  category: 'Category',
  subcategory: 'Subcategory',
  service: 'Service',
  serviceOffering: 'Service offering',
  configurationItem: 'Configuration item',
  contactType: 'Contact type',
  state: 'State',
  priority: 'Priority',
  impact: 'Impact',
  urgency: 'Urgency',
  caller: 'Caller',
  openedFor: 'Opened for',
  openedBy: 'Opened by',
  assignedTo: 'Assigned to',
  assignmentGroup: 'Assignment group',
  resolvedBy: 'Resolved by',
  closedBy: 'Closed by',
  location: 'Location',
  company: 'Company',
  parent: 'Parent',
  originTable: 'Origin table',
  originId: 'Origin',
  reassignmentCount: 'Reassignments',
  reopenCount: 'Reopenings',
  workNotes: 'Work notes',
  comments: 'Comments',
  openedAt: 'Opened',
  resolvedAt: 'Resolved',
  closedAt: 'Closed',
  updatedAt: 'Updated',
};

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
export function fieldLabel(field: string): string {
  if (field.startsWith(FLAG)) return `Flag ${field.slice(FLAG.length)}`;
  return Object.hasOwn(LABELS, field) ? LABELS[field as keyof typeof LABELS] : field;
}
