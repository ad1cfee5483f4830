import type { BreakdownId, BreakdownRow } from '@tqrs/core';
import type { Formatter } from '../formatter.ts';

/** Who and what: the tickets of a run, told apart by one thing. */
export const breakdowns = (f: Formatter) => {
  const kind = (heading: string, one: string, many: string) => ({
    title: `By ${one}`,
    caption: `Pass rates by ${one}`,
    heading,
    count: (values: number) => f.plural(values, { one, other: many }),
    /** Values that are counted together. */
    others: `All other ${many}`,
  });
  const kinds = {
    analyst: kind('Analyst', 'analyst', 'analysts'),
    group: kind('Group', 'group', 'groups'),
    'contact-type': kind('Contact type', 'contact type', 'contact types'),
    category: kind('Category', 'category', 'categories'),
    week: kind('Week from', 'week', 'weeks'),
  } satisfies Readonly<Record<BreakdownId, unknown>>;
  const beside: Readonly<Record<BreakdownRow['beside'], string>> = {
    above: 'Above the others',
    below: 'Below the others',
    'no-difference-shown': 'No difference shown',
    'too-few': 'Too few to compare',
  };
  return {
    title: 'Who and what',
    note: `The bar is where the pass rate lies with a certainty of ${f.limit(95)}; the thin line is the whole run. Two rates whose bars overlap may well be the same, so nothing here is ranked: the order is the number of tickets.`,
    kinds,
    beside,
    columns: {
      scoredTickets: 'Scored tickets',
      scored: 'Scored',
      mean: 'Mean score',
      passRate: 'Pass rate',
      interval: `With its ${f.limit(95)} interval`,
      beside: 'Beside the others',
    },
    unknown: 'Blank or not exported',
    more: (count: number) => f.plural(count, { one: 'more row', other: 'more rows' }),
  };
};
