import type { LeftOut, SelectionReport } from '@tqrs/core';
import type { Catalogue } from './catalogue/languages.ts';
import { localisationOf } from './catalogue/localisation.ts';

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

/**
 * Tells what a selection took, what it left out, and why.
 * @throws {LocaleError} for a locale that is not known.
 */
export function selectionInWords(report: SelectionReport, locale?: string): SelectionInWords {
  const { selection: t } = localisationOf(locale).t;
  const { tickets, selected, leftOut } = report;
  return {
    selected: t.selected(selected, tickets),
    leftOut: leftOut.map((left) => t.leftOut(left.tickets, reasonOf(left, report, t))),
    notes: [...strataNote(report, t), ...zoneNote(report, t)],
  };
}

type Words = Catalogue['selection'];

function reasonOf({ option, value, reason }: LeftOut, { options: { sample } }: SelectionReport, t: Words): string {
  if (reason === 'not-exported') return t.notExported(option, value);
  if (reason === 'unclear') return t.unclear(option, value);
  const told = t.unfulfilled[option](value);
  return option === 'sample' && sample !== undefined ? t.withSeed(told, sample.seed) : told;
}

function strataNote({ strata, options: { sample } }: SelectionReport, t: Words): string[] {
  if (strata === undefined) return [];
  const named = strata.slice(0, STRATA).map(({ name, tickets, selected }) => t.stratum(name, selected, tickets));
  return [t.strata(sample?.stratify ?? '', named, strata.length - named.length)];
}

function zoneNote({ zoneAssumed }: SelectionReport, t: Words): string[] {
  return zoneAssumed === undefined ? [] : [t.zoneAssumed(zoneAssumed.tickets, zoneAssumed.zone)];
}
