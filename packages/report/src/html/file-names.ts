/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
/** Far below every file system's limit, with room for the suffix and the folder. */
const MAX_LENGTH = 80;

/** A ticket number as a file name without its extension: letters, digits, `-` and `_` alone, and no `-` in front. */
function baseName(number: string): string {
  const safe = number
    .replace(/[^A-Za-z0-9_-]/g, '_')
    .replace(/^-/, '_')
    .slice(0, MAX_LENGTH);
  return RESERVED.test(safe.toLowerCase()) ? `${safe}_` : safe;
}

/**
 * Gives each ticket of a run a file name of its own that is safe on every system, whatever the number holds, and that
 * differs from the others by more than its case. The same numbers in the same order get the same names.
 */
export class FileNames {
  /** The number that owns a plain name, by that name in lower case. */
  readonly #owners = new Map<string, string>();
  /** The first page of each number that could not have its plain name. */
  readonly #moved = new Map<string, string>();
  #count = 0;

  /** Takes the name for the next ticket. */
  next(number: string): string {
    this.#count += 1;
    const base = baseName(number);
    const key = base.toLowerCase();
    const owner = this.#owners.get(key);
    if (owner === undefined) {
      this.#owners.set(key, number);
      return `${base}.html`;
    }
    // `~` stands in no plain name, and the count in no other name.
    const name = `${base}~${this.#count}.html`;
    if (owner !== number && !this.#moved.has(number)) this.#moved.set(number, name);
    return name;
  }

  /** The page of a number's first ticket; undefined where it has none. */
  of(number: string): string | undefined {
    const base = baseName(number);
    return this.#owners.get(base.toLowerCase()) === number ? `${base}.html` : this.#moved.get(number);
  }
}
