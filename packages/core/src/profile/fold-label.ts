const ACCENTS = /[\u0300-\u036f]/g;
const SEPARATORS = /[^\p{L}\p{N}\p{M}+#]/gu;

/**
 * A label as it is compared: `Self-Service`, `self_service` and `SELF SERVICE` come out the same. Case, accents, spaces,
 * hyphens, underscores and other punctuation do not count. A label of nothing else stays as it is.
 */
export function foldLabel(label: string): string {
  if (isFolded(label)) return label;
  const folded = label.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(SEPARATORS, '');
  return folded === '' ? label.trim() : folded;
}

/** Small letters and digits of ASCII alone. */
function isFolded(label: string): boolean {
  for (let index = 0; index < label.length; index++) {
    const code = label.charCodeAt(index);
    if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) return false;
  }
  return true;
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
