import { TqrsError } from '@tqrs/parser';

/** A kept run that cannot be opened, written or gone on with, or a cache of answers. It never holds ticket text. */
export class RunError extends TqrsError {
  override readonly name = 'RunError';
}
