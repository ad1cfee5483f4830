import type { LeftOut, SelectionReport } from '@tqrs/core';
import { number, plural } from './html/view/numbers.ts';

/** Strata that are named; the JSON report has all. */
const STRATA = 12;

/** A selection as a person reads it. The lines hold what was typed and what stands in tickets: neutralise them. */
export interface SelectionInWords {
  /** `50 of 1,000 tickets were selected.` */
  readonly selected: string;
  /** A line for each reason why tickets were left out. */
  readonly leftOut: readonly string[];
  /** What else there is to know. */
  readonly notes: readonly string[];
}

/** Tells what a selection took, what it left out, and why. */
export function selectionInWords(report: SelectionReport): SelectionInWords {
  const { tickets, selected, leftOut } = report;
  return {
    selected: `${number(selected)} of ${plural(tickets, 'ticket')} ${selected === 1 ? 'was' : 'were'} selected.`,
    leftOut: leftOut.map((left) => `${plural(left.tickets, 'ticket')}: ${reasonOf(left, report)}`),
    notes: [...strataNote(report), ...zoneNote(report)],
  };
}

const UNFULFILLED: Readonly<Record<LeftOut['option'], (value: string) => string>> = {
  since: (date) => `before ${date}`,
  until: (date) => `after ${date}`,
  'assigned-to': (names) => `not assigned to ${names}`,
  group: (names) => `not with ${names}`,
  where: (condition) => `not ${condition}`,
  limit: (size) => `beyond the first ${size}`,
  sample: (size) => `not in the sample of ${size}`,
};

function reasonOf({ option, value, reason }: LeftOut, { options: { sample } }: SelectionReport): string {
  if (reason === 'not-exported') return `--${option} ${value}: the export does not carry the field`;
  if (reason === 'unclear') return `--${option} ${value}: the value is missing or cannot be compared`;
  const told = UNFULFILLED[option](value);
  return option === 'sample' && sample !== undefined ? `${told} (seed ${sample.seed})` : told;
}

function strataNote({ strata, options: { sample } }: SelectionReport): string[] {
  if (strata === undefined) return [];
  const named = strata
    .slice(0, STRATA)
    .map(({ name, tickets, selected }) => `${name} ${selected} of ${number(tickets)}`);
  const rest = strata.length - named.length;
  return [`Sampled by ${sample?.stratify}: ${named.join(', ')}${rest > 0 ? `, and ${number(rest)} more` : ''}.`];
}

function zoneNote({ zoneAssumed }: SelectionReport): string[] {
  if (zoneAssumed === undefined) return [];
  const { zone, tickets } = zoneAssumed;
  return [
    `For ${plural(tickets, 'ticket')} the time zone decides on which side of a date they fall, and the export does not tell it: ${zone} was taken, as the profile says.`,
  ];
}
