/** Tells whoever waits that something happened to a run. */
export class Changes {
  readonly #counts = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();

  /** How much happened until now. */
  count(id: string): number {
    return this.#counts.get(id) ?? 0;
  }

  /** Something happened. */
  tell(id: string): void {
    this.#counts.set(id, this.count(id) + 1);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    for (const wake of waiting ?? []) wake();
  }

  /** Waits until more happened than `seen`, so many milliseconds are over, or the signal is aborted. */
  async beyond(seen: number, id: string, ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.count(id) > seen) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = () => resolve();
    const waiting = this.#waiting.get(id) ?? new Set();
    this.#waiting.set(id, waiting.add(wake));
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
    await promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', wake);
    waiting.delete(wake);
  }
}
