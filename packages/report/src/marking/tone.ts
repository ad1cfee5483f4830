/** How an outcome looks. The style sheet gives each tone a symbol, and a label stands beside it: colour never speaks alone. */
export type Tone = 'good' | 'part' | 'bad' | 'open' | 'none';

/** What a criterion came to, as a scorecard has it. */
export interface Outcome {
  readonly verdict: { readonly status: 'scored' | 'unscored' | 'not-applicable' };
  /** Null where it is unscored or does not apply. */
  readonly points: number | null;
  readonly possible: number | null;
  readonly deduction: number;
  readonly autoFail: boolean;
}

/** The tone of a criterion's outcome. */
export function criterionTone({ verdict, points, possible, deduction, autoFail }: Outcome): Tone {
  if (verdict.status === 'not-applicable') return 'none';
  if (verdict.status === 'unscored') return 'open';
  if (autoFail || deduction > 0) return 'bad';
  if (points === null || possible === null || points >= possible) return 'good';
  return points === 0 ? 'bad' : 'part';
}

/** The tone of an answer to a check. */
export const ANSWER_TONES = {
  met: 'good',
  'not-met': 'bad',
  'not-applicable': 'none',
  'cannot-assess': 'open',
} as const satisfies Readonly<Record<string, Tone>>;

const BAND_TONES = ['blue', 'green', 'yellow', 'red', 'purple'] as const;
/** The look of a band: bands named after one of these colours have it, others by their place from best to worst. */
export type BandTone = (typeof BAND_TONES)[number];

/** The look of a band among the bands of its rubric, best first. One that is not among them looks like the best unless its id is a colour. */
export function bandTone(bands: readonly { readonly id: string }[], id: string): BandTone {
  const rank = bands.findIndex((band) => band.id === id);
  const last = Math.max(bands.length - 1, 1);
  const named = BAND_TONES.find((tone) => tone === id);
  const placed = BAND_TONES[Math.round((Math.max(rank, 0) * (BAND_TONES.length - 1)) / last)];
  return named ?? placed ?? 'purple';
}
