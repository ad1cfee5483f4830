import {
  JOURNAL_FIELDS,
  type JournalField,
  TEXT_FIELDS,
  type TextField,
  TIME_FIELDS,
  type TimeField,
} from '../ticket.ts';
import type { Column, ColumnFinder, ColumnTarget } from './columns.ts';

/** The columns of one value: raw and displayed half, by position in the record. */
export interface Source {
  readonly column: string;
  readonly raw: boolean;
  readonly rank: number;
  value: number | undefined;
  display: number | undefined;
}

/** A field and the columns that may hold it, the most trusted first. */
export interface FieldPlan<Field> {
  readonly field: Field;
  readonly sources: readonly Source[];
}

/** How records with these columns become tickets. Records of one export share their columns, so it is made once. */
export interface RecordPlan {
  readonly columns: readonly string[];
  readonly texts: readonly FieldPlan<Exclude<TextField, 'number'>>[];
  readonly journals: readonly FieldPlan<JournalField>[];
  readonly times: readonly FieldPlan<TimeField>[];
  readonly number: readonly Source[];
  readonly combined: readonly Source[];
  /** Columns that no field takes: flags where they are `true` or `false`. */
  readonly others: readonly { readonly column: string; readonly at: number }[];
}

const NOT_FLAGS = new Set(['__status', '__error', '__proto__']);

/** Plans records with these columns. */
export function planRecord(columns: readonly string[], finder: ColumnFinder): RecordPlan {
  const sources = new Map<ColumnTarget, Map<string, Source>>();
  const others: { column: string; at: number }[] = [];
  const present = new Set(columns);
  for (const [at, column] of columns.entries()) {
    const found = finder.find(column);
    if (found !== undefined) addColumn(sources, found, column, at);
    else if (!NOT_FLAGS.has(column) && !(column.startsWith('dv_') && present.has(column.slice(3)))) {
      others.push({ column, at });
    }
  }
  const of = (target: ColumnTarget) => [...(sources.get(target)?.values() ?? [])].sort((a, b) => a.rank - b.rank);
  const plans = <Field extends ColumnTarget>(fields: readonly Field[]) =>
    fields.map((field) => ({ field, sources: of(field) })).filter((plan) => plan.sources.length > 0);
  return {
    columns,
    texts: plans(TEXT_FIELDS.filter((field) => field !== 'number')),
    journals: plans(JOURNAL_FIELDS),
    times: plans(TIME_FIELDS),
    number: of('number'),
    combined: of('combined'),
    others,
  };
}

function addColumn(sources: Map<ColumnTarget, Map<string, Source>>, found: Column, column: string, at: number): void {
  const ofTarget = sources.get(found.target) ?? new Map<string, Source>();
  sources.set(found.target, ofTarget);
  const source = ofTarget.get(found.base) ?? {
    column,
    raw: found.raw,
    rank: found.rank,
    value: undefined,
    display: undefined,
  };
  // Two spellings of one column: the first one stands.
  source[found.half] ??= at;
  ofTarget.set(found.base, source);
}
