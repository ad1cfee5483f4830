import type { LeftOut } from '@tqrs/core';
import type { Formatter } from '../formatter.ts';
import { TICKET } from './nouns.ts';

const UNFULFILLED: Readonly<Record<LeftOut['option'], (value: string) => string>> = {
  since: (date) => `before ${date}`,
  until: (date) => `after ${date}`,
  'assigned-to': (names) => `not assigned to ${names}`,
  group: (names) => `not with ${names}`,
  where: (condition) => `not ${condition}`,
  limit: (size) => `beyond the first ${size}`,
  sample: (size) => `not in the sample of ${size}`,
};

/** Which tickets were selected, and why others were left out. */
export const selection = (f: Formatter) => ({
  selected: (selected: number, tickets: number) =>
    `${f.number(selected)} of ${f.plural(tickets, TICKET)} ${f.choose(selected, { one: 'was', other: 'were' })} selected.`,
  leftOut: (tickets: number, reason: string) => `${f.plural(tickets, TICKET)}: ${reason}`,
  unfulfilled: UNFULFILLED,
  notExported: (option: string, value: string) => `--${option} ${value}: the export does not carry the field`,
  unclear: (option: string, value: string) => `--${option} ${value}: the value is missing or cannot be compared`,
  withSeed: (reason: string, seed: string) => `${reason} (seed ${seed})`,
  stratum: (name: string, selected: number, tickets: number) => `${name} ${f.number(selected)} of ${f.number(tickets)}`,
  strata: (field: string, named: readonly string[], others: number) =>
    `Sampled by ${field}: ${named.join(', ')}${others > 0 ? `, and ${f.number(others)} more` : ''}.`,
  zoneAssumed: (tickets: number, zone: string) =>
    `For ${f.plural(tickets, TICKET)} the time zone decides on which side of a date they fall, and the export does not tell it: ${zone} was taken, as the profile says.`,
  options: {
    since: (date: string) => `since ${date}`,
    until: (date: string) => `until ${date}`,
    assignedTo: (names: string) => `assigned to ${names}`,
    groups: (names: string) => `group ${names}`,
    limit: (size: number) => `the first ${f.number(size)}`,
    sample: (size: number, seed: string) => `a sample of ${f.number(size)} with the seed ${seed}`,
    stratified: (field: string) => `stratified by ${field}`,
  },
  summary: (selected: number, tickets: number, options: string) =>
    `${f.number(selected)} of ${f.plural(tickets, TICKET)}: ${options}`,
});
