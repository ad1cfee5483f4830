/** The number that a counting field holds; undefined where it was not exported, is blank or is no number. */
export function countIn(value: string | undefined): number | undefined {
  const trimmed = value?.trim();
  return trimmed !== undefined && /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : undefined;
}
