import { JOURNAL_FIELDS, type JournalEntry, type Ticket, type TicketField } from '../ticket.ts';
import { ColumnFinder, type FieldAliases } from './columns.ts';
import { entriesOf, journalRowsIn } from './journal-rows.ts';
import { isCommentKind, parseJournal } from './journals.ts';
import { planRecord, type RecordPlan, type Source } from './plan.ts';
import { toTimestamp } from './times.ts';
import { readCell } from './values.ts';

/** A column whose value has a type that the field cannot have. The field counts as not exported. */
export interface WrongTypeReport {
  readonly column: string;
  readonly type: 'an array' | 'an object';
}

/** A ticket, or nothing where the record has no number to know it by. */
export interface Normalised {
  readonly ticket: Ticket | undefined;
  readonly wrongTypes: readonly WrongTypeReport[];
}

interface Resolved {
  readonly text: string;
  readonly raw: string | undefined;
  /** The text is only what the export displays; the raw value beside it is not known. */
  readonly displayOnly: boolean;
  readonly source: Source;
}

const PLANS_KEPT = 64;
const NONE: readonly WrongTypeReport[] = [];

/** Turns records into tickets. Keeps what it learns about the columns, so use one for a whole export. */
export class RecordNormaliser {
  readonly #finder: ColumnFinder;
  readonly #plans = new Map<string, RecordPlan>();
  #plan: RecordPlan | undefined;
  #wrongTypes: WrongTypeReport[] | undefined;
  /** The record holds what ServiceNow displays, not raw values, so its times are in an unknown zone. */
  #displayed = false;

  constructor(aliases?: FieldAliases) {
    this.#finder = new ColumnFinder(aliases);
  }

  normalise(record: Record<string, unknown>): Normalised {
    const plan = this.#planFor(Object.keys(record));
    const values = Object.values(record);
    this.#wrongTypes = undefined;
    this.#displayed = false;
    const number = this.#resolve(values, plan.number);
    const ticket =
      number === undefined || number.text.trim() === '' ? undefined : this.#ticket(number.text, record, values, plan);
    return { ticket, wrongTypes: this.#wrongTypes ?? NONE };
  }

  /** The fields that each of these columns may fill. */
  targetsOf(columns: readonly string[]): readonly (readonly TicketField[])[] {
    return columns.map((column) => {
      const target = this.#finder.find(column)?.target;
      if (target === undefined) return [];
      return target === 'combined' ? JOURNAL_FIELDS : [target];
    });
  }

  #planFor(columns: readonly string[]): RecordPlan {
    if (this.#plan !== undefined && sameColumns(this.#plan.columns, columns)) return this.#plan;
    const key = columns.join('\u0000');
    let plan = this.#plans.get(key);
    if (plan === undefined) {
      plan = planRecord(columns, this.#finder);
      if (this.#plans.size < PLANS_KEPT) this.#plans.set(key, plan);
    }
    this.#plan = plan;
    return plan;
  }

  #ticket(number: string, record: Record<string, unknown>, values: readonly unknown[], plan: RecordPlan): Ticket {
    const ticket = emptyTicket(number, record);
    for (const { field, sources } of plan.texts) {
      const resolved = this.#resolve(values, sources);
      if (resolved === undefined) continue;
      ticket[field] = resolved.text;
      if (resolved.raw !== undefined && resolved.raw !== resolved.text) ticket.codes[field] = resolved.raw;
    }
    for (const { field, sources } of plan.journals) {
      ticket[field] = this.#journal(values, sources);
    }
    this.#splitCombined(ticket, values, plan);
    const zoneKnown = !this.#displayed && hasRawState(ticket);
    for (const { field, sources } of plan.times) {
      const resolved = this.#resolve(values, sources);
      if (resolved === undefined) continue;
      const paired = resolved.raw !== undefined && resolved.raw !== resolved.text;
      const known = !resolved.displayOnly && (paired || (zoneKnown && resolved.source.raw));
      ticket[field] = toTimestamp(resolved.text, known ? resolved.raw : undefined);
    }
    for (const { column, at } of plan.others) {
      const flag = flagOf(values[at]);
      if (flag !== undefined) ticket.flags[column] = flag;
    }
    return ticket;
  }

  /** A journal from rows or from one text, whichever is filled. */
  #journal(values: readonly unknown[], sources: readonly Source[]): JournalEntry[] | undefined {
    let inRows: JournalEntry[] | undefined;
    const texts = sources.filter(({ value }) => {
      const rows = value === undefined ? undefined : journalRowsIn(values[value]);
      if (rows !== undefined && !inRows?.length) inRows = entriesOf(rows);
      return rows === undefined;
    });
    if (inRows?.length) return inRows;
    const text = this.#resolve(values, texts)?.text;
    return text === undefined ? inRows : parseJournal(text).map(({ entry }) => entry);
  }

  /** The combined journal fills the two journals that the export leaves out or blank. */
  #splitCombined(ticket: Ticket, values: readonly unknown[], plan: RecordPlan): void {
    const text = this.#resolve(values, plan.combined)?.text;
    if (text === undefined) return;
    const entries = parseJournal(text);
    if (!ticket.workNotes?.length) {
      ticket.workNotes = entries.filter(({ kind }) => !isCommentKind(kind)).map(({ entry }) => entry);
    }
    if (!ticket.comments?.length) {
      ticket.comments = entries.filter(({ kind }) => isCommentKind(kind)).map(({ entry }) => entry);
    }
  }

  /** The first column that is filled, or else the first that was exported. */
  #resolve(values: readonly unknown[], sources: readonly Source[]): Resolved | undefined {
    let blank: Resolved | undefined;
    for (const source of sources) {
      const resolved = this.#read(values, source);
      if (resolved === undefined) continue;
      if (resolved.text !== '') return resolved;
      blank ??= resolved;
    }
    return blank;
  }

  #read(values: readonly unknown[], source: Source): Resolved | undefined {
    const own = source.value === undefined ? undefined : values[source.value];
    if (source.display === undefined && typeof own === 'string') {
      return { text: own, raw: own, displayOnly: false, source };
    }
    const main = source.value === undefined ? undefined : readCell(own);
    const twin = source.display === undefined ? undefined : readCell(values[source.display]);
    if (main !== undefined && 'wrong' in main) {
      this.#wrongTypes ??= [];
      this.#wrongTypes.push({ column: source.column, type: main.wrong });
      return undefined;
    }
    const twinText = twin === undefined || 'wrong' in twin ? undefined : (twin.display ?? twin.raw);
    if (main === undefined && twinText === undefined) return undefined;
    const raw = main?.raw;
    const display = twinText !== undefined && twinText !== '' ? twinText : (main?.display ?? twinText);
    if (main?.display !== undefined && isObjectWithoutValue(own)) this.#displayed = true;
    const text = display === undefined || display === '' ? (raw ?? display ?? '') : display;
    return { text, raw, displayOnly: display !== undefined && raw === undefined, source };
  }
}

/** States are numbers; a label in their place shows that the record holds displayed values. */
function hasRawState(ticket: Ticket): boolean {
  const state = ticket.codes.state ?? ticket.state;
  return state === undefined || state === '' || /^-?\d{1,4}$/.test(state);
}

function isObjectWithoutValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('value' in value);
}

function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'string') return value === 'true' ? true : value === 'false' ? false : undefined;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const cell = readCell(value);
  return 'wrong' in cell ? undefined : flagOf(cell.raw ?? cell.display);
}

function sameColumns(known: readonly string[], columns: readonly string[]): boolean {
  if (known.length !== columns.length) return false;
  for (let at = 0; at < known.length; at++) if (known[at] !== columns[at]) return false;
  return true;
}

/** Every field from the start, so that all tickets have one shape in memory. */
function emptyTicket(number: string, source: Record<string, unknown>): Ticket {
  return {
    number,
    sysId: undefined,
    shortDescription: undefined,
    description: undefined,
    closeNotes: undefined,
    closeCode: undefined,
    category: undefined,
    subcategory: undefined,
    service: undefined,
    serviceOffering: undefined,
    configurationItem: undefined,
    contactType: undefined,
    state: undefined,
    priority: undefined,
    impact: undefined,
    urgency: undefined,
    caller: undefined,
    openedFor: undefined,
    openedBy: undefined,
    assignedTo: undefined,
    assignmentGroup: undefined,
    resolvedBy: undefined,
    closedBy: undefined,
    location: undefined,
    company: undefined,
    parent: undefined,
    originTable: undefined,
    originId: undefined,
    reassignmentCount: undefined,
    reopenCount: undefined,
    workNotes: undefined,
    comments: undefined,
    openedAt: undefined,
    resolvedAt: undefined,
    closedAt: undefined,
    updatedAt: undefined,
    codes: {},
    flags: {},
    source,
  };
}
