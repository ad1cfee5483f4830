import { type Placeholder, placeholder, REDACTED_TYPES, type RedactedType } from './placeholder.ts';

/** How many different values of each type were found; types without any are left out. */
export type RedactionCounts = Readonly<Partial<Record<RedactedType, number>>>;

/** The placeholders of one ticket: the same value has the same one, and no number is taken that the ticket itself names. */
export class PlaceholderTable {
  readonly #reserved: ReadonlySet<string>;
  readonly #numbers = new Map<string, number>();
  readonly #values = new Map<string, string>();
  readonly #last = new Map<RedactedType, number>();

  /** `reserved`: what already reads as a placeholder in the ticket. */
  constructor(reserved: Iterable<Pick<Placeholder, 'type' | 'number'>>) {
    this.#reserved = new Set(Array.from(reserved, ({ type, number }) => placeholder(type, number)));
  }

  /** The placeholder of a value. `key`: what makes two ways to write it the same value. */
  placeholderOf(type: RedactedType, key: string, value: string): string {
    const known = this.#numbers.get(`${type} ${key}`);
    if (known !== undefined) return placeholder(type, known);
    let number = this.#last.get(type) ?? 0;
    do number++;
    while (this.#reserved.has(placeholder(type, number)));
    this.#last.set(type, number);
    this.#numbers.set(`${type} ${key}`, number);
    this.#values.set(placeholder(type, number), value);
    return placeholder(type, number);
  }

  /** The value that a placeholder of this table stands for, as it was first written. */
  valueOf({ type, number }: Pick<Placeholder, 'type' | 'number'>): string | undefined {
    return this.#values.get(placeholder(type, number));
  }

  get counts(): RedactionCounts {
    const types = [...this.#numbers.keys()].map((key) => key.slice(0, key.indexOf(' ')));
    const counted = REDACTED_TYPES.map((type) => [type, types.filter((each) => each === type).length] as const);
    return Object.fromEntries(counted.filter(([, count]) => count > 0));
  }
}
