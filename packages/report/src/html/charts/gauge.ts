import { arc } from 'd3-shape';
import { type BandTone, bandTone } from '../../marking/tone.ts';
import type { RubricInfo } from '../../report.ts';

const RADIUS = { outer: 92, inner: 76 };
/** The thin ring of the bands around the gauge. */
const BANDS = { outer: 99, inner: 95 };
const MARK = { outer: 101, inner: 71 };
/** Percent that a mark is wide, and that lies between two bands. */
const MARK_WIDTH = 1.1;
const BAND_SPACE = 0.4;

const draw = arc<{ innerRadius: number; outerRadius: number; startAngle: number; endAngle: number }>().digits(2);
const ringAt = ({ outer, inner }: { outer: number; inner: number }, from: number, to: number): string =>
  draw({ innerRadius: inner, outerRadius: outer, startAngle: angle(from), endAngle: angle(to) }) ?? '';
/** From nine o'clock over noon to three. */
const angle = (percent: number): number => (percent / 100 - 0.5) * Math.PI;

/** A half circle from 0 to 100%, as SVG paths around the point 0, 0. */
export interface GaugeView {
  readonly label: string;
  readonly track: string;
  /** What is certain. */
  readonly filled: string;
  /** What is still open. */
  readonly open: string;
  readonly tone: BandTone;
  readonly mark: string;
  readonly bands: readonly { readonly tone: BandTone; readonly path: string }[];
}

/** What a gauge shows: `from` to `to` is open. Percent. */
export interface GaugeValue {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly tone: BandTone | null;
}

/** What is the same on every gauge of a rubric. */
type Scale = Pick<GaugeView, 'track' | 'mark' | 'bands'>;

const scales = new WeakMap<RubricInfo, Scale>();

/** Builds the gauge of a ticket's score. */
export function gaugeView({ label, from, to, tone }: GaugeValue, rubric: RubricInfo): GaugeView {
  return {
    label,
    ...scaleOf(rubric),
    filled: from > 0 ? ringAt(RADIUS, 0, from) : '',
    open: to > from ? ringAt(RADIUS, from, to) : '',
    tone: tone ?? 'blue',
  };
}

function scaleOf(rubric: RubricInfo): Scale {
  let scale = scales.get(rubric);
  if (scale === undefined) {
    scale = buildScale(rubric);
    scales.set(rubric, scale);
  }
  return scale;
}

function buildScale({ passMark, bands }: RubricInfo): Scale {
  return {
    track: ringAt(RADIUS, 0, 100),
    mark: ringAt(MARK, passMark - MARK_WIDTH / 2, passMark + MARK_WIDTH / 2),
    bands: bands.map(({ id, from }, place) => {
      const end = bands[place - 1]?.from ?? 100;
      return {
        tone: bandTone(bands, id),
        path: ringAt(BANDS, from, Math.max(from, end - (place === 0 ? 0 : BAND_SPACE))),
      };
    }),
  };
}
