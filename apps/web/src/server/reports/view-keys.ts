import { newId } from '../storage/ids.ts';

const KEPT_MS = 12 * 60 * 60_000;
const MOST_KEYS = 10_000;

/**
 * Keys to the pages of reports. A report is shown in a sandbox, as a page of no origin: a browser sends no cookie when one of its
 * links is followed, so the address itself has to open it. A key opens the pages of one run and nothing else, and is forgotten.
 */
export class ViewKeys {
  readonly #keys = new Map<string, { readonly run: string; readonly until: number }>();
  readonly #known = new Map<string, string>();

  /** The key of a session to a run. */
  issue(session: string, run: string): string {
    const name = `${session} ${run}`;
    const known = this.#known.get(name);
    if (known !== undefined && this.runOf(known) === run) return known;
    const key = newId();
    this.#keys.set(key, { run, until: Date.now() + KEPT_MS });
    this.#known.set(name, key);
    for (const [oldest] of this.#keys) {
      if (this.#keys.size <= MOST_KEYS) break;
      this.#keys.delete(oldest);
    }
    for (const [oldest] of this.#known) {
      if (this.#known.size <= MOST_KEYS) break;
      this.#known.delete(oldest);
    }
    return key;
  }

  /** The keys of a session open nothing any more. */
  forget(session: string): void {
    for (const [name, key] of this.#known) {
      if (!name.startsWith(`${session} `)) continue;
      this.#known.delete(name);
      this.#keys.delete(key);
    }
  }

  /** The run that a key opens; undefined where it opens none. */
  runOf(key: string): string | undefined {
    const found = this.#keys.get(key);
    return found !== undefined && Date.now() < found.until ? found.run : undefined;
  }
}
