import { TqrsError } from '@tqrs/parser';

/** What may be said of an error, as a sentence: only our own messages are known to hold no ticket text. */
export function reasonOf(error: unknown): string {
  if (TqrsError.isInstance(error)) return error.message;
  return error instanceof Error ? `${error.name}.` : 'Unknown error.';
}
