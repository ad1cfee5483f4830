import { z } from 'zod';

/**
 * A time as the export gave it.
 * `instant` is the same moment in ISO 8601 UTC, present only where the time zone is known: raw ServiceNow times are UTC,
 * displayed times are in the zone of whoever exported them.
 */
export const timestampSchema = z.strictObject({
  text: z.string(),
  instant: z.iso.datetime().optional(),
});

/** One entry of a journal field (work notes, comments). `text` is what evidence offsets point into. */
export const journalEntrySchema = z.strictObject({
  text: z.string(),
  author: z.string().optional(),
  at: timestampSchema.optional(),
});

const field = z.string().optional();
const journal = z.array(journalEntrySchema).optional();

/**
 * One incident, normalised. This is the only shape that rules, judges and reports see.
 *
 * Blank and missing differ everywhere: `''` (or `[]` for a journal) means that the analyst left the field blank;
 * `undefined` means that the export did not carry the field, so nothing can be said about it.
 *
 * A text field holds what a person reads: the display value where the export has one, else the raw value.
 * Where both were exported and differ, `codes` keeps the raw one.
 */
export const ticketSchema = z.strictObject({
  number: z.string().min(1),
  sysId: field,
  shortDescription: field,
  description: field,
  closeNotes: field,
  closeCode: field,
  category: field,
  subcategory: field,
  service: field,
  serviceOffering: field,
  configurationItem: field,
  contactType: field,
  state: field,
  priority: field,
  impact: field,
  urgency: field,
  caller: field,
  openedFor: field,
  openedBy: field,
  assignedTo: field,
  assignmentGroup: field,
  resolvedBy: field,
  closedBy: field,
  location: field,
  company: field,
  parent: field,
  originTable: field,
  originId: field,
  reassignmentCount: field,
  reopenCount: field,
  /** Newest first, as ServiceNow prints them. */
  workNotes: journal,
  /** Newest first, as ServiceNow prints them. */
  comments: journal,
  openedAt: timestampSchema.optional(),
  resolvedAt: timestampSchema.optional(),
  closedAt: timestampSchema.optional(),
  updatedAt: timestampSchema.optional(),
  /** Raw values behind display values, by field name. */
  codes: z.record(z.string(), z.string()),
  /** Every other column whose value is `true` or `false`, by its column name: `u_mercer`, `vip`, `caller_id.vip`. */
  flags: z.record(z.string(), z.boolean()),
  /** The record as it was exported. */
  source: z.record(z.string(), z.unknown()),
});

/** See {@link ticketSchema}. */
export type Ticket = z.infer<typeof ticketSchema>;

/** See {@link journalEntrySchema}. */
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** See {@link timestampSchema}. */
export type Timestamp = z.infer<typeof timestampSchema>;

/** Fields of a {@link Ticket} that hold one string. */
export const TEXT_FIELDS = [
  'number',
  'sysId',
  'shortDescription',
  'description',
  'closeNotes',
  'closeCode',
  'category',
  'subcategory',
  'service',
  'serviceOffering',
  'configurationItem',
  'contactType',
  'state',
  'priority',
  'impact',
  'urgency',
  'caller',
  'openedFor',
  'openedBy',
  'assignedTo',
  'assignmentGroup',
  'resolvedBy',
  'closedBy',
  'location',
  'company',
  'parent',
  'originTable',
  'originId',
  'reassignmentCount',
  'reopenCount',
] as const satisfies readonly (keyof Ticket)[];

/** Fields of a {@link Ticket} that hold journal entries. */
export const JOURNAL_FIELDS = ['workNotes', 'comments'] as const satisfies readonly (keyof Ticket)[];

/** Fields of a {@link Ticket} that hold a {@link Timestamp}. */
export const TIME_FIELDS = [
  'openedAt',
  'resolvedAt',
  'closedAt',
  'updatedAt',
] as const satisfies readonly (keyof Ticket)[];

/** The name of a field that holds one string. */
export type TextField = (typeof TEXT_FIELDS)[number];

/** The name of a field that holds journal entries. */
export type JournalField = (typeof JOURNAL_FIELDS)[number];

/** The name of a field that holds a time. */
export type TimeField = (typeof TIME_FIELDS)[number];

/** The name of any field that an export may or may not carry. */
export type TicketField = TextField | JournalField | TimeField;
