const USUAL = /^[A-Z]{2,10}\d{4,12}$/;
const SERIES_KEPT = 20;
const LONGEST = 40;

/** Knows the numbers of an export by their looks, to tell a record from a line of text. */
export class TicketNumbers {
  readonly #series = new Set<string>();

  /** Learns from the number of a sound row. */
  learn(number: string): void {
    if (this.#series.size < SERIES_KEPT && isNumbered(number)) this.#series.add(seriesOf(number));
  }

  /** Whether a cell looks like the number of a ticket. */
  readonly matches = (cell: string): boolean =>
    USUAL.test(cell) || (isNumbered(cell) && this.#series.has(seriesOf(cell)));
}

function isNumbered(cell: string): boolean {
  return cell.length <= LONGEST && /^\S*\d$/.test(cell);
}

/** What stands before the last digits: `INC` of `INC0010001`. */
function seriesOf(number: string): string {
  return number.replace(/\d+$/, '');
}
