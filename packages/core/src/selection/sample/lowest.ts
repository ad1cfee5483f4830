/** Something by its place in an order. Equal places go by which came first. */
export interface Placed<Item> {
  readonly place: number;
  readonly item: Item;
}

/** Keeps the items of the lowest places of all that are offered, in memory for twice as many. */
export class Lowest<Item> {
  readonly #size: number;
  /** Those from 0 to `#size` are the lowest so far wherever `#limit` was set. */
  #kept: Placed<Item>[] = [];
  #limit = Number.POSITIVE_INFINITY;

  constructor(size: number) {
    this.#size = size;
  }

  offer(place: number, item: Item): void {
    if (place >= this.#limit) return;
    this.#kept.push({ place, item });
    if (this.#kept.length >= 2 * this.#size) this.#cut();
  }

  /** The lowest `count` items, the lowest first. */
  take(count: number): Item[] {
    this.#cut();
    return this.#kept.slice(0, count).map(({ item }) => item);
  }

  #cut(): void {
    // Sorting is stable.
    this.#kept.sort((a, b) => a.place - b.place);
    this.#kept.length = Math.min(this.#kept.length, this.#size);
    if (this.#kept.length === this.#size) this.#limit = this.#kept.at(-1)?.place ?? this.#limit;
  }
}
