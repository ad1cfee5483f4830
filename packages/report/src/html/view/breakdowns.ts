import type { Breakdown, BreakdownRow, RunSummary } from '@tqrs/core';
import { NO_NUMBER } from '../../catalogue/formatter.ts';
import type { Localisation } from '../../catalogue/localisation.ts';
import type { Tone } from '../../marking/tone.ts';
import { visibleLine } from './visible.ts';

/** So many rows are shown at once. */
const ROWS = 12;
const NAME_LIMIT = 60;

/** Some of the tickets of a run, and how many of them passed. */
export interface BreakdownRowView {
  readonly value: string;
  /** Counted together, or without a value: not one of those that can be compared. */
  readonly isRest: boolean;
  readonly tickets: string;
  readonly passRate: string;
  /** `48–74%`. */
  readonly interval: string;
  readonly mean: string;
  /** Places of the interval and the rate, percent of the width; null where nothing is scored. */
  readonly place: { readonly low: number; readonly width: number; readonly at: number } | null;
  /** How it compares with all other tickets; null where nothing can be said. */
  readonly beside: { readonly label: string; readonly tone: Tone } | null;
}

/** The tickets of a run, told apart by one thing. */
export interface BreakdownView {
  readonly title: string;
  readonly count: string;
  readonly table: BreakdownTableView;
  /** Further rows; null where there are none. */
  readonly more: { readonly label: string; readonly table: BreakdownTableView } | null;
  readonly isOpen: boolean;
}

/** Rows of a {@link BreakdownView}. */
export interface BreakdownTableView {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly BreakdownRowView[];
  /** Where the pass rate of the whole run lies, percent of the width; null where nothing is scored. */
  readonly rate: { readonly at: number } | null;
}

const BESIDE_TONES: Readonly<Record<Exclude<BreakdownRow['beside'], 'too-few'>, Tone>> = {
  above: 'good',
  below: 'bad',
  'no-difference-shown': 'none',
};

type Counts = Omit<BreakdownRow, 'value' | 'beside'>;

/** Builds the breakdowns that tell anything: those with at least one value. */
export function breakdownViews({ breakdowns, passRate }: RunSummary, local: Localisation): BreakdownView[] {
  const { breakdowns: t } = local.t;
  return breakdowns
    .filter(({ rows }) => rows.length > 0)
    .map((breakdown, index) => {
      const { title, heading, caption, count } = t.kinds[breakdown.id];
      const rows = rowViews(breakdown, local);
      const rate = passRate === null ? null : { at: passRate };
      const table = (some: readonly BreakdownRowView[]) => ({ caption, heading, rows: some, rate });
      const further = rows.slice(ROWS);
      return {
        title,
        count: count(breakdown.rows.length),
        table: table(rows.slice(0, ROWS)),
        more: further.length === 0 ? null : { label: t.more(further.length), table: table(further) },
        isOpen: index === 0,
      };
    });
}

function rowViews({ id, rows, others, unknown }: Breakdown, local: Localisation): BreakdownRowView[] {
  const { breakdowns: t } = local.t;
  const views = rows.map(({ value, beside, ...counts }) => ({
    ...countsView(counts, local),
    value: visibleLine(value, NAME_LIMIT),
    isRest: false,
    beside: beside === 'too-few' ? null : { label: t.beside[beside], tone: BESIDE_TONES[beside] },
  }));
  const rest = (value: string, counts: Counts): BreakdownRowView => ({
    ...countsView(counts, local),
    value,
    isRest: true,
    beside: null,
  });
  return [
    ...views,
    ...(others === null ? [] : [rest(t.kinds[id].others, others)]),
    ...(unknown === null ? [] : [rest(t.unknown, unknown)]),
  ];
}

function countsView({ tickets, scored, passRate, meanPercent }: Counts, { t, format }: Localisation) {
  return {
    tickets: tickets === scored ? format.number(tickets) : t.shared.of(scored, tickets),
    passRate: passRate === null ? NO_NUMBER : format.percent(passRate.percent),
    interval: passRate === null ? '' : format.limits(passRate.low, passRate.high),
    mean: meanPercent === null ? NO_NUMBER : format.percent(meanPercent),
    place:
      passRate === null
        ? null
        : { low: passRate.low, width: Number((passRate.high - passRate.low).toFixed(1)), at: passRate.percent },
  };
}
