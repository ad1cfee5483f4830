import type { ColumnTarget } from '../../normalise/columns.ts';

/** Labels of the incident form that no field of a ticket takes, told apart from text all the same. */
export const FORM_LABELS = listed(`
  Universal Request, Transfer reason, On hold reason, Watch list, Work notes list, Group list, Parent Incident,
  Change Request, Caused by Change, Child Incidents, Activity due, Approval history, Approval set,
  Additional assignee list, Made SLA, SLA due, Follow up, Time worked, Work start, Work end, Actual start, Actual end,
  Expected start, Created by, Updated by, Task type, Correlation ID, Correlation display, Business impact,
  Business duration, Business resolve time, Resolve time, User input, Last reopened at, Last reopened by,
  Rejection goto, Upon approval, Upon reject, Needs attention`);

/** Labels of the form that people also write in texts: "Email: …". */
export const FORM_LABELS_OF_PROSE = listed(`
  Problem, Knowledge, Severity, Escalation, Active, Activity, Activities, Actions taken, Probable cause, Cause, Approval,
  Due date, Created, Updates, Domain, Duration, VIP, Email, Business phone, Mobile phone, Department, Notify, Order,
  Contract, Variables, Asset, Vendor, Attachments`);

/** Fields whose labels people also write in texts: "Location: …". */
export const FIELDS_OF_PROSE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  ...(['description', 'category', 'service', 'state', 'priority', 'impact', 'urgency', 'caller', 'location'] as const),
  ...(['company', 'parent', 'originId', 'number', 'openedAt', 'resolvedAt', 'closedAt', 'updatedAt'] as const),
]);

/** Fields that hold sentences, and lines such as "Location: …". */
export const PROSE_FIELDS: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  ...(['description', 'closeNotes', 'workNotes', 'comments', 'combined'] as const),
]);

/** Fields whose values can run over many lines. */
export const TEXT_FIELDS: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([...PROSE_FIELDS, 'shortDescription']);

/** Labels that are about the print-out. */
export const REPORT_LABELS = listed(`
  Report Title, Run Date and Time, Run by, Table name, Page, Printed, Printed by, Printed on`);

/** Titles of parts of the form. */
export const HEADINGS = listed(`
  Incident, Incident Details, Details, Notes, Related Records, Related Links, Resolution Information, Resolution,
  Closure Information, Closure Details, Closure, Activities, Activity, Caller Details, Other`);

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(',').map(foldWords));
}

/** Words are compared without case, spaces and the marks that a label ends in. */
export function foldWords(text: string): string {
  return text.toLowerCase().replace(/[\s_*:-]/g, '');
}
