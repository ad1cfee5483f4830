/** A stratum that shares in a sample. */
export interface Share {
  /** Tickets in it. */
  readonly tickets: number;
  /** Decides between equal remainders, the lower first: no stratum should win by its name or by how an export is sorted. */
  readonly place: number;
}

/**
 * Shares a sample out in proportion to the strata, by largest remainder. Where the sample has room for it, every stratum gets one at
 * least: those that would get less than one get it first, and the others share the rest. The sum is `size`, or all tickets
 * where there are fewer, and no stratum gets more than it has.
 */
export function allocate(shares: readonly Share[], size: number): number[] {
  const allocated = shares.map(() => 0);
  let open = shares
    .map(({ tickets, place }, index) => ({ tickets, place, index }))
    .filter(({ tickets }) => tickets > 0);
  let tickets = open.reduce((sum, share) => sum + share.tickets, 0);
  let left = Math.min(size, tickets);
  if (left >= open.length) {
    for (;;) {
      const small = open.filter((share) => share.tickets * left < tickets);
      if (small.length === 0) break;
      for (const { index } of small) allocated[index] = 1;
      open = open.filter((share) => !small.includes(share));
      left -= small.length;
      tickets -= small.reduce((sum, share) => sum + share.tickets, 0);
    }
  }
  if (tickets === 0) return allocated;
  const total = tickets;
  const quotas = open.map((share) => ({
    ...share,
    whole: Math.floor((share.tickets * left) / total),
    remainder: (share.tickets * left) % total,
  }));
  let rest = left - quotas.reduce((sum, { whole }) => sum + whole, 0);
  for (const { index, whole } of quotas.toSorted((a, b) => b.remainder - a.remainder || a.place - b.place))
    allocated[index] = whole + (rest-- > 0 ? 1 : 0);
  return allocated;
}
