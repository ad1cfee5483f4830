/** Has work on the same thing follow each other. */
export class Turns {
  readonly #ends = new Map<string, Promise<unknown>>();

  /** Does some work once all work on the thing that was asked for before is over. */
  async alone<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#ends.get(id) ?? Promise.resolve();
    const result = before.then(work);
    const end = result.catch(() => {});
    this.#ends.set(id, end);
    try {
      return await result;
    } finally {
      if (this.#ends.get(id) === end) this.#ends.delete(id);
    }
  }

  /** Waits until all work on the thing that was asked for is over. */
  async over(id: string): Promise<void> {
    await this.#ends.get(id);
  }
}
