/** Remembers ticket numbers, to find those that come twice. `INC0010001` takes two small integers, not a string. */
export class NumberRegister {
  readonly #capacity: number;
  readonly #counted = new Map<string, Map<number, number>>();
  readonly #others = new Map<string, number>();
  #size = 0;

  /** @param capacity How many numbers to remember. Duplicates of later ones go unnoticed. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Remembers the number of a record, or says which earlier record had it. */
  add(number: string, record: number): number | undefined {
    const digitsFrom = startOfDigits(number);
    const length = number.length - digitsFrom;
    if (length === 0 || length > 9) return this.#remember(this.#others, number, record);
    // The count of digits keeps INC01 apart from INC001.
    const series = `${number.slice(0, digitsFrom)}#${length}`;
    let counted = this.#counted.get(series);
    if (counted === undefined) {
      counted = new Map();
      this.#counted.set(series, counted);
    }
    return this.#remember(counted, Number(number.slice(digitsFrom)), record);
  }

  #remember<Key>(seen: Map<Key, number>, key: Key, record: number): number | undefined {
    const earlier = seen.get(key);
    if (earlier === undefined && this.#size < this.#capacity) {
      seen.set(key, record);
      this.#size++;
    }
    return earlier;
  }
}

function startOfDigits(number: string): number {
  let at = number.length;
  while (at > 0 && isDigit(number.charCodeAt(at - 1))) at--;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
