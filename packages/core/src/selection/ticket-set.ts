const FIRST_BYTES = 1_024;

/** Tickets of one export, by their place in it counted from 0: a bit each. */
export class TicketSet {
  #bits = new Uint8Array(FIRST_BYTES);
  #size = 0;

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  add(ordinal: number): void {
    if (this.has(ordinal)) return;
    const byte = Math.floor(ordinal / 8);
    if (byte >= this.#bits.length) {
      const larger = new Uint8Array(2 * (byte + 1));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[byte] = (this.#bits[byte] ?? 0) | (1 << (ordinal % 8));
    this.#size++;
  }

  has(ordinal: number): boolean {
    return ((this.#bits[Math.floor(ordinal / 8)] ?? 0) & (1 << (ordinal % 8))) !== 0;
  }
}
