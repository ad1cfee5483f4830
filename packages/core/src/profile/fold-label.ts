const ACCENTS = /[\u0300-\u036f]/g;
const SEPARATORS = /[^\p{L}\p{N}\p{M}+#]/gu;

/**
 * A label as it is compared: `Self-Service`, `self_service` and `SELF SERVICE` come out the same. Case, accents, spaces,
 * hyphens, underscores and other punctuation do not count. A label of nothing else stays as it is.
 */
export function foldLabel(label: string): string {
  const folded = label.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(SEPARATORS, '');
  return folded === '' ? label.trim() : folded;
}

/** Finds things by any of their labels, compared folded. The first thing of a label wins. */
export class LabelIndex<Thing> {
  readonly #byLabel = new Map<string, Thing>();

  constructor(things: readonly Thing[], labelsOf: (thing: Thing) => readonly string[]) {
    for (const thing of things) {
      for (const label of labelsOf(thing)) {
        const key = foldLabel(label);
        if (key !== '' && !this.#byLabel.has(key)) this.#byLabel.set(key, thing);
      }
    }
  }

  /** The thing of that label; undefined for a blank or unknown one. */
  find(label: string | undefined): Thing | undefined {
    return label === undefined || this.#byLabel.size === 0 ? undefined : this.#byLabel.get(foldLabel(label));
  }
}
