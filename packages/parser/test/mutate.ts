/** What was done to bytes, and where in the original. */
export interface Mutation {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The damaged stretch of the original. */
  readonly from: number;
  readonly to: number;
}

/** Numbers that look random and are the same every time. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Damages bytes: cut off, a byte changed, bytes put in, taken out or put in the place of others. */
export function mutate(original: Uint8Array, seed: number): Mutation {
  const random = seeded(seed);
  const from = random(original.length);
  const length = 1 + random(24);
  const to = Math.min(original.length, from + length);
  const noise = Uint8Array.from({ length }, () => random(256));
  const splice = (end: number, put: Uint8Array) =>
    Buffer.concat([original.subarray(0, from), put, original.subarray(end)]);
  switch (seed % 5) {
    case 0:
      return { name: 'cut', bytes: original.slice(0, from), from, to: original.length };
    case 1:
      return {
        name: 'flip',
        bytes: splice(from + 1, Uint8Array.of((original[from] ?? 0) ^ (1 + random(255)))),
        from,
        to: from + 1,
      };
    case 2:
      return { name: 'insert', bytes: splice(from, noise), from, to: from };
    case 3:
      return { name: 'delete', bytes: splice(to, new Uint8Array(0)), from, to };
    default:
      return { name: 'replace', bytes: splice(to, noise), from, to };
  }
}
