import { SelectionError } from '../errors.ts';
import { allocate } from './allocate.ts';
import { Lowest } from './lowest.ts';
import { randomPlace } from './random-order.ts';
import type { Stratum } from './stratum.ts';

/** Each stratum takes memory, and a field with more values than this is none to stratify by. */
const MOST_STRATA = 10_000;

/** A stratum with what was sampled of it. */
export interface SampledStratum {
  readonly name: string;
  readonly tickets: number;
  readonly selected: number;
}

interface OpenStratum<Item> {
  readonly key: string;
  readonly name: string;
  readonly lowest: Lowest<Item>;
  tickets: number;
}

/**
 * Draws a sample in one pass: puts every stratum's tickets into a random order and keeps the lowest, as many as the whole sample
 * has. How many of them a stratum gives is known at the end. Memory is bounded by the sample and the number of strata.
 */
export class Sampler<Item> {
  readonly #size: number;
  readonly #seed: string;
  readonly #strata = new Map<string, OpenStratum<Item>>();

  constructor(size: number, seed: string) {
    this.#size = size;
    this.#seed = seed;
  }

  /**
   * Offers a ticket by its number.
   * @throws {SelectionError} where there are too many strata.
   */
  add({ key, name }: Stratum, number: string, item: Item): void {
    let stratum = this.#strata.get(key);
    if (stratum === undefined) {
      if (this.#strata.size === MOST_STRATA) {
        throw new SelectionError(`The sample would have more than ${MOST_STRATA} strata.`, {
          code: 'strata-too-many',
          hint: 'Stratify by another field.',
        });
      }
      stratum = { key, name, lowest: new Lowest(this.#size), tickets: 0 };
      this.#strata.set(key, stratum);
    }
    stratum.tickets++;
    stratum.lowest.offer(randomPlace(this.#seed, number), item);
  }

  /** The sample, and the strata in the order of their names. */
  finish(): { readonly items: readonly Item[]; readonly strata: readonly SampledStratum[] } {
    const strata = [...this.#strata.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    const shares = strata.map(({ key, tickets }) => ({ tickets, place: randomPlace(this.#seed, `stratum ${key}`) }));
    const counts = allocate(shares, this.#size);
    return {
      items: strata.flatMap(({ lowest }, index) => lowest.take(counts[index] ?? 0)),
      strata: strata.map(({ name, tickets }, index) => ({ name, tickets, selected: counts[index] ?? 0 })),
    };
  }
}
