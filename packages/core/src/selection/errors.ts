import { TqrsError } from '@tqrs/parser';

/** Where in a text something is wrong. UTF-16 offsets; `end` is exclusive. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A condition, a date or a sample that tickets cannot be selected by. The message shows the place and points at it. */
export class SelectionError extends TqrsError {
  override readonly name: string = 'SelectionError';
  readonly place: Place | undefined;

  constructor(message: string, details: { readonly code: string; readonly hint: string; readonly place?: Place }) {
    super(details.place === undefined ? message : `${message}\n${pointAt(details.place)}`, details);
    this.place = details.place;
  }
}

const INDENT = '    ';

function pointAt({ text, start, end }: Place): string {
  return `${INDENT}${text}\n${INDENT}${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`;
}
