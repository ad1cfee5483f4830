import type { Timestamp } from '@tqrs/parser';
import { type Formatter, plainMoment } from '../../catalogue/formatter.ts';
import { visible } from './visible.ts';

/** A time as the export gave it; with its moment in UTC where only that is sure and it was written otherwise. */
export function timeNote({ text, instant }: Timestamp, format: Formatter): string {
  const written = visible(text);
  if (instant === undefined || plainMoment(instant).startsWith(written.slice(0, 16))) return written;
  return `${written} (${format.moment(instant)})`;
}
