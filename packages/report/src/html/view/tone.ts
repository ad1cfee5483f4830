import type { CheckAnswer, CriterionResult } from '@tqrs/core';
import type { RubricInfo } from '../../report.ts';
import { visible } from './visible.ts';

/** How an outcome looks. The style sheet gives each tone a symbol, and a label stands beside it: colour never speaks alone. */
export type Tone = 'good' | 'part' | 'bad' | 'open' | 'none';

/** The tone of a criterion's outcome. */
export function criterionTone({ verdict, points, possible, deduction, autoFail }: CriterionResult): Tone {
  if (verdict.status === 'not-applicable') return 'none';
  if (verdict.status === 'unscored') return 'open';
  if (autoFail || deduction > 0) return 'bad';
  if (points === null || possible === null || points >= possible) return 'good';
  return points === 0 ? 'bad' : 'part';
}

/** The tone of an answer to a check. */
export const ANSWER_TONES: Readonly<Record<CheckAnswer, Tone>> = {
  met: 'good',
  'not-met': 'bad',
  'not-applicable': 'none',
  'cannot-assess': 'open',
};

const BAND_TONES = ['blue', 'green', 'yellow', 'red', 'purple'] as const;
/** The look of a band: bands named after one of these colours have it, others by their place from best to worst. */
export type BandTone = (typeof BAND_TONES)[number];

/** A band as it is shown. */
export interface BandView {
  readonly title: string;
  readonly tone: BandTone;
  /** 0 is the best band. */
  readonly rank: number;
}

/** The band of a rubric by its id; null where there is none. A band that the rubric lacks is shown by its id. */
export function bandView(rubric: Pick<RubricInfo, 'bands'>, id: string | null): BandView | null {
  if (id === null) return null;
  const rank = rubric.bands.findIndex((band) => band.id === id);
  const last = Math.max(rubric.bands.length - 1, 1);
  const named = BAND_TONES.find((tone) => tone === id);
  const placed = BAND_TONES[Math.round((Math.max(rank, 0) * (BAND_TONES.length - 1)) / last)];
  return { title: visible(rubric.bands[rank]?.title ?? id), tone: named ?? placed ?? 'purple', rank };
}
