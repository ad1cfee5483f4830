import { type BandTone, bandTone } from '../../marking/tone.ts';
import type { RubricInfo } from '../../report.ts';
import { visible } from './visible.ts';

/** A band as it is shown. */
export interface BandView {
  readonly title: string;
  readonly tone: BandTone;
  /** 0 is the best band. */
  readonly rank: number;
}

/** The band of a rubric by its id; null where there is none. A band that the rubric lacks is shown by its id. */
export function bandView({ bands }: Pick<RubricInfo, 'bands'>, id: string | null): BandView | null {
  if (id === null) return null;
  const rank = bands.findIndex((band) => band.id === id);
  return { title: visible(bands[rank]?.title ?? id), tone: bandTone(bands, id), rank };
}
