import { scaleLinear } from 'd3-scale';
import type { RubricInfo } from '../../report.ts';
import { number } from '../view/numbers.ts';
import { type BandTone, bandView } from '../view/tone.ts';

/** Pixels between the top of the chart and the lines that its bars stand on. */
const TOP = 24;
const FLOOR = 172;
/** Percent of the width that a bar leaves to its neighbours. */
const SPACE = 0.6;

/** A bar of {@link DistributionView}: places along in percent of the width, down in pixels. */
export interface BarView {
  readonly tone: BandTone;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  readonly middle: number;
  /** How many tickets; empty above an empty bar. */
  readonly count: string;
  /** `85–90%`. */
  readonly scores: string;
  readonly tickets: string;
}

/** How the scores of a run are spread, as a histogram. */
export interface DistributionView {
  readonly label: string;
  readonly bars: readonly BarView[];
  readonly lines: readonly { readonly y: number }[];
  readonly floor: number;
  readonly passMark: {
    readonly x: number;
    readonly text: string;
    readonly dx: number;
    readonly anchor: 'start' | 'end';
  };
}

/** Builds the histogram of scores. Undefined where no ticket has one. */
export function distributionView(
  steps: readonly number[],
  { passMark, bands }: Pick<RubricInfo, 'passMark' | 'bands'>,
): DistributionView | undefined {
  const most = Math.max(...steps);
  if (most === 0) return undefined;
  const down = scaleLinear().domain([0, most]).range([FLOOR, TOP]);
  const along = scaleLinear().domain([0, 100]).range([0, 100]);
  const step = 100 / steps.length;
  const bars = steps.map((tickets, index) => {
    const from = index * step;
    const band = bands.find((each) => from + step / 2 >= each.from);
    const y = Math.round(down(tickets));
    return {
      tone: bandView({ bands }, band?.id ?? null)?.tone ?? 'purple',
      x: along(from) + SPACE / 2,
      width: step - SPACE,
      y,
      height: FLOOR - y,
      middle: along(from + step / 2),
      count: tickets === 0 ? '' : number(tickets),
      scores: `${number(from)}–${number(from + step)}%`,
      tickets: number(tickets),
    };
  });
  const filled = bars.filter(({ count }) => count !== '');
  return {
    label: `Scores: ${filled.map(({ scores, count }) => `${scores}: ${count}`).join(', ')}. Pass mark ${number(passMark)}%.`,
    bars,
    lines: down.ticks(3).flatMap((tick) => (Number.isInteger(tick) && tick > 0 ? [{ y: Math.round(down(tick)) }] : [])),
    floor: FLOOR,
    passMark: {
      x: along(passMark),
      text: `Pass mark ${number(passMark)}%`,
      ...(passMark > 50 ? { dx: -6, anchor: 'end' } : { dx: 6, anchor: 'start' }),
    },
  };
}
