/** A percentage as a summary tells it: from 0 to 100, with one decimal. */
export function oneDecimal(percent: number): number {
  return Math.min(100, Math.max(0, Math.round(percent * 10 + 1e-9) / 10));
}
