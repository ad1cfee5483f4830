import type { TicketField } from '../ticket.ts';

/** Where a column belongs. `combined` is the journal that holds both comments and work notes. */
export type ColumnTarget = TicketField | 'combined';

/** What a column holds. */
export interface Column {
  readonly target: ColumnTarget;
  /** Columns of one base are the raw and the displayed half of one value. */
  readonly base: string;
  readonly half: 'value' | 'display';
  /** A raw column name, as opposed to a label: only then are the times raw. */
  readonly raw: boolean;
  /** The lower, the more the column is trusted for its field. */
  readonly rank: number;
}

/** Further column names per field, such as labels in another language: `{ contactType: ['Kanal'] }`. */
export type FieldAliases = { readonly [Field in TicketField]?: readonly string[] };

const COLUMNS: Readonly<Record<ColumnTarget, readonly string[]>> = {
  number: ['number'],
  sysId: ['sys_id'],
  shortDescription: ['short_description'],
  description: ['description'],
  closeNotes: ['close_notes', 'resolution_notes'],
  closeCode: ['close_code', 'resolution_code'],
  category: ['category'],
  subcategory: ['subcategory'],
  service: ['business_service', 'service'],
  serviceOffering: ['service_offering'],
  configurationItem: ['cmdb_ci', 'configuration_item'],
  contactType: ['contact_type', 'channel'],
  state: ['state', 'incident_state'],
  priority: ['priority'],
  impact: ['impact'],
  urgency: ['urgency'],
  caller: ['caller_id', 'caller'],
  openedFor: ['opened_for'],
  openedBy: ['opened_by'],
  assignedTo: ['assigned_to'],
  assignmentGroup: ['assignment_group'],
  resolvedBy: ['resolved_by'],
  closedBy: ['closed_by'],
  location: ['location'],
  company: ['company'],
  parent: ['parent'],
  originTable: ['origin_table'],
  originId: ['origin_id'],
  reassignmentCount: ['reassignment_count'],
  reopenCount: ['reopen_count'],
  workNotes: ['work_notes'],
  comments: ['comments', 'additional_comments'],
  combined: ['comments_and_work_notes'],
  openedAt: ['opened_at'],
  resolvedAt: ['resolved_at'],
  closedAt: ['closed_at'],
  updatedAt: ['sys_updated_on'],
};

/** English labels that differ from the column names by more than case, spaces and underscores. */
const LABELS: { readonly [Target in ColumnTarget]?: readonly string[] } = {
  number: ['Incident number', 'Ticket number'],
  service: ['Business service'],
  closeCode: ['Resolution code', 'Close code'],
  closeNotes: ['Resolution notes', 'Close notes'],
  originId: ['Origin'],
  comments: ['Additional comments (Customer visible)', 'Customer visible comments'],
  openedAt: ['Opened'],
  resolvedAt: ['Resolved'],
  closedAt: ['Closed'],
  updatedAt: ['Updated'],
};

/** What a reference displays, where a list shows it as a column of its own: `caller_id.name`. */
const DISPLAY_COLUMN = 'name';
/** Never guessed from an own column. */
const IDENTITY: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['number', 'sysId']);
const REFERENCES: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
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
  'location',
  'company',
]);

interface Known {
  readonly target: ColumnTarget;
  readonly rank: number;
  readonly raw: boolean;
}

/** Finds the field of a column. */
export class ColumnFinder {
  readonly #known = new Map<string, Known>();

  constructor(aliases: FieldAliases = {}) {
    for (const [target, names] of Object.entries(aliases)) this.#learn(target as TicketField, names, 0, false);
    for (const [target, names] of Object.entries(COLUMNS)) this.#learn(target as ColumnTarget, names, 10, true);
    for (const [target, names] of Object.entries(LABELS)) this.#learn(target as ColumnTarget, names, 20, false);
  }

  /** The place of a column in a ticket, or undefined where no field takes it. */
  find(column: string): Column | undefined {
    const known = this.#lookUp(column);
    if (known !== undefined) return { ...known, base: fold(column), half: 'value' };
    if (column.startsWith('dv_')) {
      const base = column.slice(3);
      const twin = this.#lookUp(base);
      return twin && { ...twin, base: fold(base), half: 'display' };
    }
    const dot = column.lastIndexOf('.');
    if (dot <= 0 || fold(column.slice(dot + 1)) !== DISPLAY_COLUMN) return undefined;
    const base = column.slice(0, dot);
    const reference = this.#lookUp(base);
    if (reference === undefined || !REFERENCES.has(reference.target)) return undefined;
    return { ...reference, base: fold(base), half: 'display' };
  }

  #lookUp(column: string): Known | undefined {
    const folded = fold(column);
    const known = this.#known.get(folded);
    if (known !== undefined) return known;
    // An instance's own column that stands for a standard one: `u_opened_for`.
    const standard = /^u[_ ]/i.test(column) ? this.#known.get(folded.slice(1)) : undefined;
    if (standard === undefined || IDENTITY.has(standard.target)) return undefined;
    return { ...standard, rank: standard.rank + 30 };
  }

  #learn(target: ColumnTarget, names: readonly string[], rank: number, raw: boolean): void {
    for (const [index, name] of names.entries()) {
      const folded = fold(name);
      if (!this.#known.has(folded)) this.#known.set(folded, { target, rank: rank + index / 10, raw });
    }
  }
}

/** Column names are compared without case, accents, spaces, and the marks that a label ends in or is joined by. */
function fold(column: string): string {
  return column
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[\s\p{M}\p{Pd}_:*'’`´]/gu, '');
}
