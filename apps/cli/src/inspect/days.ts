import type { Timestamp } from '@tqrs/parser';

const DAY = /^\d{4}-\d{2}-\d{2}(?=\D|$)/;

/** The first and the last of many days. */
export class Days {
  #first: string | undefined;
  #last = '';

  /** Days whose order of day and month is anybody's guess are passed over. */
  add(time: Timestamp | undefined): void {
    const day = DAY.exec(time?.instant ?? time?.text ?? '')?.[0];
    if (day === undefined || Number.isNaN(Date.parse(day))) return;
    if (this.#first === undefined || day < this.#first) this.#first = day;
    if (day > this.#last) this.#last = day;
  }

  /** Null where there was none. */
  range(): { first: string; last: string } | null {
    return this.#first === undefined ? null : { first: this.#first, last: this.#last };
  }
}
