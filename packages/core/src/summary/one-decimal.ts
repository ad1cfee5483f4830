/** A percentage as a summary tells it. */
export function oneDecimal(percent: number): number {
  return Math.min(100, Math.max(0, Math.round(percent * 10 + 1e-9) / 10));
}
