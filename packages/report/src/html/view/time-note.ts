import type { Timestamp } from '@tqrs/parser';
import { type Formatter, isMoment, plainMoment } from '../../catalogue/formatter.ts';
import { visible, visibleLine } from './visible.ts';

/** A time as the export gave it; with its moment in UTC where only that is sure and it was written otherwise. */
export function timeNote({ text, instant }: Timestamp, format: Formatter): string {
  const written = visible(text);
  if (instant === undefined || plainMoment(instant).startsWith(written.slice(0, 16))) return written;
  return `${written} (${format.moment(instant)})`;
}

/**
 * A time that a scorecard states: an ISO time in UTC as a moment, any other text as it is, on one line. The marks of direction
 * that some locales write are theirs, and stay.
 */
export const timeText = (text: string, format: Formatter, limit: number): string =>
  isMoment(text) ? format.moment(text) : visibleLine(text, limit);
