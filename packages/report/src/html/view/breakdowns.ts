import type { Breakdown, BreakdownId, BreakdownRow, RunSummary } from '@tqrs/core';
import { NO_NUMBER, number, percent, plural } from './numbers.ts';
import type { Tone } from './tone.ts';
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

interface Wording {
  readonly title: string;
  readonly heading: string;
  readonly one: string;
  readonly many: string;
}

/** How reports name what tickets are told apart by. */
export const BREAKDOWN_WORDING: Readonly<Record<BreakdownId, Wording>> = {
  analyst: { title: 'By analyst', heading: 'Analyst', one: 'analyst', many: 'analysts' },
  group: { title: 'By group', heading: 'Group', one: 'group', many: 'groups' },
  'contact-type': { title: 'By contact type', heading: 'Contact type', one: 'contact type', many: 'contact types' },
  category: { title: 'By category', heading: 'Category', one: 'category', many: 'categories' },
  week: { title: 'By week', heading: 'Week from', one: 'week', many: 'weeks' },
};

const BESIDE: Readonly<Record<BreakdownRow['beside'], BreakdownRowView['beside']>> = {
  above: { label: 'Above the others', tone: 'good' },
  below: { label: 'Below the others', tone: 'bad' },
  'no-difference-shown': { label: 'No difference shown', tone: 'none' },
  'too-few': null,
};

type Counts = Omit<BreakdownRow, 'value' | 'beside'>;

/** Builds the breakdowns that tell anything: those with at least one value. */
export function breakdownViews({ breakdowns, passRate }: RunSummary): BreakdownView[] {
  return breakdowns
    .filter(({ rows }) => rows.length > 0)
    .map((breakdown, index) => {
      const { title, heading, one, many } = BREAKDOWN_WORDING[breakdown.id];
      const rows = rowViews(breakdown, many);
      const rate = passRate === null ? null : { at: passRate };
      const table = (some: readonly BreakdownRowView[]) => ({
        caption: `Pass rates ${title.toLowerCase()}`,
        heading,
        rows: some,
        rate,
      });
      const further = rows.slice(ROWS);
      return {
        title,
        count: plural(breakdown.rows.length, one, many),
        table: table(rows.slice(0, ROWS)),
        more: further.length === 0 ? null : { label: plural(further.length, 'more row'), table: table(further) },
        isOpen: index === 0,
      };
    });
}

function rowViews({ rows, others, unknown }: Breakdown, many: string): BreakdownRowView[] {
  const views = rows.map(({ value, beside, ...counts }) => ({
    ...countsView(counts),
    value: visibleLine(value, NAME_LIMIT),
    isRest: false,
    beside: BESIDE[beside],
  }));
  const rest = (value: string, counts: Counts) => ({ ...countsView(counts), value, isRest: true, beside: null });
  if (others !== null) views.push(rest(`All other ${many}`, others));
  if (unknown !== null) views.push(rest('Blank or not exported', unknown));
  return views;
}

function countsView({ tickets, scored, passRate, meanPercent }: Counts) {
  return {
    tickets: tickets === scored ? number(tickets) : `${number(scored)} of ${number(tickets)}`,
    passRate: passRate === null ? NO_NUMBER : percent(passRate.percent),
    interval: passRate === null ? '' : `${number(passRate.low)}–${percent(passRate.high)}`,
    mean: meanPercent === null ? NO_NUMBER : percent(meanPercent),
    place:
      passRate === null
        ? null
        : { low: passRate.low, width: Number((passRate.high - passRate.low).toFixed(1)), at: passRate.percent },
  };
}
