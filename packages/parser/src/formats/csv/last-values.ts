/** Fewer records than that are no export of a list, but written by hand, and often without a line end behind the last. */
const FEWEST_RECORDS = 10;
const SHAPES_KEPT = 500;
const LONGEST_SHAPE = 60;

/** What stands in the last column: it tells whether the value that a source ends in, without a line end, was cut. */
export class LastValues {
  readonly #shapes = new Set<string>();
  #records = 0;

  /** Learns from the last value of a row that is whole. */
  learn(value: string): void {
    this.#records++;
    if (this.#shapes.size < SHAPES_KEPT) this.#shapes.add(shapeOf(value));
  }

  /** Whether a value is like others in its column. Among few records every value is. */
  mayBeWhole(value: string): boolean {
    return this.#records < FEWEST_RECORDS || this.#shapes.has(shapeOf(value));
  }
}

/** A short value but for its digits, so that all times of one format are alike. A long text is like no other. */
function shapeOf(value: string): string {
  return value.length > LONGEST_SHAPE ? value : value.replace(/\d/g, '9');
}
