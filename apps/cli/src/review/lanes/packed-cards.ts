import type { FormatId, RenderedCard, RenderedTexts, Text } from '@tqrs/report';

/**
 * Rendered tickets as bytes outside of the heap. As text they would outlive the garbage of a few reviews while they wait for
 * their turn, and be moved into the old generation, only to die there.
 */
export interface PackedCards {
  /** All texts in UTF-8, end to end. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each ticket its cards, in order. */
  readonly tickets: readonly (readonly PackedCard[])[];
}

/** A {@link RenderedCard} with the lengths of its texts, in bytes, instead of the texts. */
interface PackedCard {
  readonly number: string;
  readonly lengths: readonly (readonly [FormatId, readonly number[]])[];
}

/** UTF-8 takes up to so many bytes for a UTF-16 unit. */
const MOST_BYTES_PER_UNIT = 3;
const FIRST_CAPACITY = 256 * 1024;

/** Packs the tickets of one slice after the other. */
export class CardPacker {
  #buffer = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
  #end = 0;
  #tickets: PackedCard[][] = [];

  /** Begins with a slice. */
  clear(): void {
    this.#end = 0;
    this.#tickets = [];
  }

  /** Adds a ticket's cards. */
  add(cards: readonly RenderedCard[]): void {
    this.#tickets.push(cards.map((card) => this.#pack(card)));
  }

  /** What was added to the slice. */
  packed(): PackedCards {
    // A copy of just the right size: a message takes all the memory behind what it holds along.
    const bytes = new Uint8Array(this.#end);
    bytes.set(this.#buffer.subarray(0, this.#end));
    return { bytes, tickets: this.#tickets };
  }

  #pack({ number, texts }: RenderedCard): PackedCard {
    const formats = Object.entries(texts) as [FormatId, RenderedTexts][];
    return { number, lengths: formats.map(([id, list]) => [id, list.map((text) => this.#write(text))] as const) };
  }

  #write(text: Text): number {
    const most = this.#end + text.length * MOST_BYTES_PER_UNIT;
    if (most > this.#buffer.length) {
      const larger = Buffer.allocUnsafeSlow(2 * most);
      larger.set(this.#buffer.subarray(0, this.#end));
      this.#buffer = larger;
    }
    const start = this.#end;
    if (typeof text === 'string') this.#end += this.#buffer.write(text, start);
    else {
      this.#buffer.set(text, start);
      this.#end += text.length;
    }
    return this.#end - start;
  }
}

/** The tickets' cards, their texts as the bytes that they are. */
export function* unpack({ bytes, tickets }: PackedCards): Generator<readonly RenderedCard[], void, undefined> {
  let at = 0;
  const read = (length: number): Uint8Array => {
    const start = at;
    at += length;
    return bytes.subarray(start, at);
  };
  for (const cards of tickets) {
    yield cards.map(({ number, lengths }) => ({
      number,
      texts: Object.fromEntries(lengths.map(([id, list]) => [id, list.map(read)])),
    }));
  }
}
