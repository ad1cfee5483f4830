import type { Timestamp } from '@tqrs/parser';
import { moment } from './numbers.ts';
import { visible } from './visible.ts';

/** A time as the export gave it; with its moment in UTC where only that is sure and it was written otherwise. */
export function timeNote({ text, instant }: Timestamp): string {
  const written = visible(text);
  if (instant === undefined || moment(instant).startsWith(written.slice(0, 16))) return written;
  return `${written} (${moment(instant)})`;
}
