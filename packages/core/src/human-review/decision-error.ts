import { TqrsError } from '@tqrs/parser';

/** A decision that cannot be taken: it does not fit its scorecard. It never holds ticket text. */
export class DecisionError extends TqrsError {
  override readonly name = 'DecisionError';
}
