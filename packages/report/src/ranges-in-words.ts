import type { RunSummary } from '@tqrs/core';
import { localisationOf } from './catalogue/localisation.ts';

/**
 * What is certain about the tickets that have a range instead of a score; empty where no ticket has one.
 * @throws {LocaleError} for a locale that is not known.
 */
export function rangesInWords({ passing, failing, open }: RunSummary['ranges'], locale?: string): string {
  if (passing + failing + open === 0) return '';
  return localisationOf(locale).t.shared.ranges(passing, failing, open);
}
