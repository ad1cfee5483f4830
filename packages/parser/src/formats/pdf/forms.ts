import type { Segment } from './text-lines.ts';

/** A line of a value, as it stands on its page. */
export interface ValueLine extends Segment {
  readonly page: number;
  readonly pageWidth: number;
  /** Its value may have the whole width. */
  readonly isText: boolean;
}

/** A label of an incident and the lines of its value. */
export interface Cell {
  readonly name: string;
  readonly x: number;
  /** Whether its value may have several lines under the label, over the whole width. */
  readonly isText: boolean;
  /** Its value may hold lines that look like labels. */
  readonly isProse: boolean;
  readonly isNumber: boolean;
  /** It is about the print-out, not the incident. */
  readonly isReport: boolean;
  place: 'beside' | 'below' | undefined;
  readonly lines: ValueLine[];
  /** A part of the value may be missing. */
  torn: boolean;
}

/** The cells of one incident, in the order of the document. */
export interface Form {
  readonly cells: Cell[];
}
