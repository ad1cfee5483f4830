import type { Scorecard } from '../scorecard/schema.ts';
import { share } from './interval.ts';
import { oneDecimal } from './one-decimal.ts';
import type { Breakdown, BreakdownId, BreakdownRow } from './schema.ts';
import { weekOf } from './week-of.ts';

/** Values of one kind that are kept apart. What comes later is counted together. */
const MOST_VALUES = 500;
/** Scored tickets, in a row and beside it, that a comparison needs. */
const FEWEST_COMPARED = 10;

/** What tickets are told apart by, and where a scorecard says it. In the order of a report. */
const KINDS = {
  analyst: ({ assignedTo }) => assignedTo,
  group: ({ assignmentGroup }) => assignmentGroup,
  'contact-type': ({ contactType }) => contactType,
  category: ({ category }) => category,
  week: ({ closedAt, openedAt }) => weekOf(closedAt ?? openedAt),
} satisfies Record<BreakdownId, (ticket: Scorecard['ticket']) => string | undefined>;

/** In the order of a report. */
export const BREAKDOWN_IDS = Object.keys(KINDS) as BreakdownId[];

interface Counts {
  tickets: number;
  scored: number;
  passed: number;
  autoFailed: number;
  /** Sum over the scored tickets. */
  percents: number;
}

/** Counts of {@link Breakdowns} as plain data: for each kind the values in the order of their first ticket. */
export interface BreakdownCounts {
  readonly all: Readonly<Counts>;
  readonly kinds: readonly {
    readonly values: readonly (readonly [string, Readonly<Counts>])[];
    readonly others: Readonly<Counts>;
    readonly unknown: Readonly<Counts>;
  }[];
}

/** Counts tickets by who worked on them, and by what they are. */
export class Breakdowns {
  readonly #all = none();
  readonly #kinds = BREAKDOWN_IDS.map((id) => ({
    id,
    values: new Map<string, Counts>(),
    others: none(),
    unknown: none(),
  }));

  add(card: Scorecard): void {
    const counts = countsOf(card);
    addTo(this.#all, counts);
    for (const kind of this.#kinds) addTo(this.#placeIn(kind, KINDS[kind.id](card.ticket)), counts);
  }

  part(): BreakdownCounts {
    return {
      all: { ...this.#all },
      kinds: this.#kinds.map(({ values, others, unknown }) => ({
        values: [...values].map(([value, counts]) => [value, { ...counts }] as const),
        others: { ...others },
        unknown: { ...unknown },
      })),
    };
  }

  /** Adds what was counted over tickets that come after those added so far. */
  merge(part: BreakdownCounts): void {
    addTo(this.#all, part.all);
    this.#kinds.forEach((kind, index) => {
      const other = part.kinds[index];
      if (other === undefined) return;
      for (const [value, counts] of other.values) addTo(this.#placeIn(kind, value), counts);
      addTo(kind.others, other.others);
      addTo(kind.unknown, other.unknown);
    });
  }

  /** Weeks by time, all else by the number of tickets, then by name. */
  summary(): Breakdown[] {
    return this.#kinds.map(({ id, values, others, unknown }) => ({
      id,
      rows: [...values]
        .map(([value, counts]) => ({ value, ...rowOf(counts), beside: this.#compare(counts) }))
        .sort((a, b) => (id === 'week' ? 0 : b.tickets - a.tickets) || compare(a.value, b.value)),
      others: others.tickets === 0 ? null : rowOf(others),
      unknown: unknown.tickets === 0 ? null : rowOf(unknown),
    }));
  }

  #compare({ passed, scored }: Counts): BreakdownRow['beside'] {
    const own = share(passed, scored);
    const rest = share(this.#all.passed - passed, this.#all.scored - scored);
    const fewest = Math.min(scored, this.#all.scored - scored);
    if (own === null || rest === null || fewest < FEWEST_COMPARED) return 'too-few';
    if (own.low > rest.high) return 'above';
    return own.high < rest.low ? 'below' : 'no-difference-shown';
  }

  #placeIn(
    { values, others, unknown }: { values: Map<string, Counts>; others: Counts; unknown: Counts },
    value: string | undefined,
  ): Counts {
    if (value === undefined || value === '') return unknown;
    const known = values.get(value);
    if (known !== undefined) return known;
    if (values.size >= MOST_VALUES) return others;
    const counts = none();
    values.set(value, counts);
    return counts;
  }
}

function none(): Counts {
  return { tickets: 0, scored: 0, passed: 0, autoFailed: 0, percents: 0 };
}

function countsOf({ score, passed, autoFailedBy }: Scorecard): Counts {
  const counts = { ...none(), tickets: 1, autoFailed: autoFailedBy.length > 0 ? 1 : 0 };
  if (score === null) return counts;
  return { ...counts, scored: 1, passed: passed === true ? 1 : 0, percents: (score.earned / score.possible) * 100 };
}

function addTo(sum: Counts, counts: Readonly<Counts>): void {
  sum.tickets += counts.tickets;
  sum.scored += counts.scored;
  sum.passed += counts.passed;
  sum.autoFailed += counts.autoFailed;
  sum.percents += counts.percents;
}

function rowOf({ tickets, scored, passed, autoFailed, percents }: Counts) {
  return {
    tickets,
    scored,
    passed,
    autoFailed,
    passRate: share(passed, scored),
    meanPercent: scored === 0 ? null : oneDecimal(percents / scored),
  };
}

/** The same everywhere, whatever the language of the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
