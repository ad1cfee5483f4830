/** Something that what was worked out about it can be kept with. */
export interface Remembering {
  /** By the number of the reader. Only for {@link once}. */
  readonly known: unknown[];
}

let readers = 0;

/**
 * A reader that reads each owner once. What it found lives and dies with the owner: a WeakMap would cost more to ask, and
 * keep what it holds alive for longer than a ticket is looked at.
 */
export function once<Owner extends Remembering, Rest extends readonly unknown[], Value>(
  read: (owner: Owner, ...rest: Rest) => Value,
): (owner: Owner, ...rest: Rest) => Value {
  const reader = readers++;
  return (owner, ...rest) => {
    const { known } = owner;
    if (!(reader in known)) known[reader] = read(owner, ...rest);
    return known[reader] as Value;
  };
}
