import { ColumnFinder, type ColumnTarget, type FieldAliases } from '../../normalise/columns.ts';

/** What a text names. `form`: a field that a ticket has no place for; `report`: it is about the print-out. */
export type KnownLabel =
  | { readonly kind: 'field'; readonly target: ColumnTarget }
  | { readonly kind: 'form' | 'report' };

/** Labels of the incident form that no field of a ticket takes: told apart from text all the same. */
const FORM = [
  'Universal Request', 'Transfer reason', 'On hold reason', 'Watch list', 'Work notes list', 'Group list',
  'Parent Incident', 'Problem', 'Change Request', 'Caused by Change', 'Child Incidents', 'Knowledge', 'Severity',
  'Escalation', 'Active', 'Activity', 'Activities', 'Activity due', 'Actions taken', 'Probable cause', 'Cause', 'Approval',
  'Approval history', 'Approval set', 'Additional assignee list', 'Made SLA', 'SLA due', 'Due date', 'Follow up',
  'Time worked', 'Work start', 'Work end', 'Actual start', 'Actual end', 'Expected start', 'Created', 'Created by',
  'Updated by', 'Updates', 'Task type', 'Domain', 'Correlation ID', 'Correlation display', 'Business impact',
  'Business duration', 'Business resolve time', 'Duration', 'Resolve time', 'User input', 'VIP', 'Email', 'Business phone',
  'Mobile phone', 'Department', 'Last reopened at', 'Last reopened by', 'Notify', 'Order', 'Contract', 'Rejection goto',
  'Upon approval', 'Upon reject', 'Variables', 'Needs attention', 'Asset', 'Vendor', 'Attachments',
]; // biome-ignore format: a list of words
const REPORT = [
  'Report Title',
  'Run Date and Time',
  'Run by',
  'Table name',
  'Page',
  'Printed',
  'Printed by',
  'Printed on',
];
/** Titles of parts of the form. */
const HEADINGS = [
  'Incident', 'Incident Details', 'Details', 'Notes', 'Related Records', 'Related Links', 'Resolution Information',
  'Resolution', 'Closure Information', 'Closure Details', 'Closure', 'Activities', 'Activity', 'Caller Details', 'Other',
]; // biome-ignore format: a list of words

/** A label at the beginning of a text, and what follows it there. */
export interface LabelText {
  /** Without its colon, as it is printed. */
  readonly name: string;
  readonly known: KnownLabel | undefined;
  readonly colon: boolean;
  /** What stands behind the colon; undefined where the label stands alone. */
  readonly rest: string | undefined;
}

const LONGEST_LABEL = 60;
const WITH_COLON = /^[*\s]{0,3}([^:：]{1,60}?)\s?[:：]\s*(\S.*)?$/s;
/** What an unknown label looks like: some words, no sentence. */
const NAME = /^\p{L}[\p{L}\p{M}\p{N} /()&'’_.,#-]{0,58}$/u;

/** Knows the labels of an incident form. */
export class LabelBook {
  readonly #finder: ColumnFinder;
  readonly #form = new Set(FORM.map(fold));
  readonly #report = new Set(REPORT.map(fold));
  readonly #headings = new Set(HEADINGS.map(fold));

  constructor(aliases?: FieldAliases) {
    this.#finder = new ColumnFinder(aliases);
  }

  isHeading(text: string): boolean {
    return text.length <= LONGEST_LABEL && this.#headings.has(fold(text));
  }

  /** The label that a text is or begins with, where it could be one. */
  read(text: string): LabelText | undefined {
    const [, name, rest] = WITH_COLON.exec(text) ?? [];
    if (name !== undefined) {
      return NAME.test(name) ? { name, known: this.#know(name), colon: true, rest } : undefined;
    }
    if (text.length > LONGEST_LABEL || !NAME.test(text)) return undefined;
    const known = this.#know(text);
    return known && { name: text, known, colon: false, rest: undefined };
  }

  #know(name: string): KnownLabel | undefined {
    if (this.#report.has(fold(name))) return { kind: 'report' };
    const target = this.#finder.find(name)?.target;
    if (target !== undefined) return { kind: 'field', target };
    return this.#form.has(fold(name)) ? { kind: 'form' } : undefined;
  }
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_*:-]/g, '');
}
