/** An incident of an invented company, as the columns of an export show it. */
export type ShownIncident = Readonly<Record<ShownColumn, string>>;

/** Column names, and what a list calls them in English. */
export const LABELS = {
  number: 'Number',
  short_description: 'Short description',
  description: 'Description',
  caller_id: 'Caller',
  category: 'Category',
  subcategory: 'Subcategory',
  business_service: 'Service',
  cmdb_ci: 'Configuration item',
  contact_type: 'Channel',
  state: 'State',
  impact: 'Impact',
  urgency: 'Urgency',
  priority: 'Priority',
  assignment_group: 'Assignment group',
  assigned_to: 'Assigned to',
  opened_at: 'Opened',
  resolved_at: 'Resolved',
  resolved_by: 'Resolved by',
  close_code: 'Resolution code',
  close_notes: 'Resolution notes',
  work_notes: 'Work notes',
  comments: 'Additional comments',
} as const;

/** A column of these incidents. */
export type ShownColumn = keyof typeof LABELS;

/** All of them, in order. */
export const COLUMNS = Object.keys(LABELS) as readonly ShownColumn[];

/** The table of a list: column names or labels, and a row for each incident. */
export function tableOf(
  incidents: readonly ShownIncident[],
  heads: 'names' | 'labels' = 'labels',
): readonly (readonly string[])[] {
  const head = COLUMNS.map((column) => (heads === 'names' ? column : LABELS[column]));
  return [head, ...incidents.map((incident) => COLUMNS.map((column) => incident[column]))];
}

const FIRST: ShownIncident = {
  number: 'INC0030001',
  short_description: 'Etikettendrucker „Halle 3“ prints twice; second label is cut',
  description:
    'User: Mia Field\nPhone: 5550\n\nThe printer says "paper, 10 cm", and prints each label twice.\nSteps:\n1. Switch it on',
  caller_id: 'Mia Field',
  category: 'Hardware',
  subcategory: '',
  business_service: 'Label printing',
  cmdb_ci: 'PRN-0042',
  contact_type: 'Phone',
  state: 'Closed',
  impact: '3 - Low',
  urgency: '2 - Medium',
  priority: '4 - Low',
  assignment_group: 'Service Desk',
  assigned_to: 'Sam Reed',
  opened_at: '2026-02-03 09:00:00',
  resolved_at: '2026-02-03 11:00:00',
  resolved_by: 'Sam Reed',
  close_code: 'Solved (Permanently)',
  close_notes: 'Issue: labels printed twice\nResolution: new roller, 4 € each',
  work_notes:
    '2026-02-03 10:30:00 - Sam Reed (Work notes)\nReplaced the roller.\n\nLeft the old one on the bench.\n\n2026-02-03 09:05:00 - Ada Clerk (Work notes)\nChecked the driver.',
  comments: '2026-02-03 10:45:00 - Sam Reed (Additional comments)\nPlease try again, and tell us: does it work?',
};

/** Incidents with what formats differ in: blanks, line breaks, quotes, separators, characters beyond ASCII. */
export const INCIDENTS: readonly ShownIncident[] = [
  FIRST,
  {
    ...FIRST,
    number: 'INC0030002',
    short_description: '=1+1 is no formula, and +47 22 00 00 00 no number',
    description: '',
    subcategory: 'Printer',
    contact_type: 'Self-service',
    state: 'In Progress',
    resolved_at: '',
    resolved_by: '',
    close_code: '',
    close_notes: '',
    work_notes: '',
    comments: '',
  },
  { ...FIRST, number: 'INC0030003', short_description: '0042', caller_id: 'Zoë Stone', category: 'true', comments: '' },
];
