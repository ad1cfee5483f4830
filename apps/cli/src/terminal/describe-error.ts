import type { TqrsError } from '@tqrs/parser';
import { plain, plainLines } from './plain.ts';

/** What happened, where, and what to do next; safe for a terminal. */
export function describeError(error: TqrsError): string {
  return plainLines(error.message) + (error.hint ? `\n  ${plain(error.hint)}` : '');
}
