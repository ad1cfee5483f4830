import type { Band } from '../../api/index.ts';

const TONES = ['blue', 'green', 'yellow', 'red', 'purple'] as const;

/** The colour of a band, as in the report: its own where it is named after one, else by its place from best to worst. */
export function bandTone(bands: readonly Band[], id: string): (typeof TONES)[number] {
  const named = TONES.find((tone) => tone === id);
  const rank = Math.max(
    0,
    bands.findIndex((band) => band.id === id),
  );
  const placed = TONES[Math.round((rank * (TONES.length - 1)) / Math.max(bands.length - 1, 1))];
  return named ?? placed ?? 'purple';
}
