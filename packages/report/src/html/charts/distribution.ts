import { scaleLinear } from 'd3-scale';
import type { Localisation } from '../../catalogue/localisation.ts';
import { type BandTone, bandTone } from '../../marking/tone.ts';
import type { RubricInfo } from '../../report.ts';

/** Pixels between the top of the chart and the lines that its bars stand on. */
const TOP = 24;
const FLOOR = 172;
/** Percent of the width that a bar leaves to its neighbours. */
const SPACE = 0.6;
/** What stands under the chart; an empty anchor is the beginning of the text. */
const AXIS = [
  { percent: 0, x: '0', anchor: '' },
  { percent: 25, x: '25%', anchor: 'middle' },
  { percent: 50, x: '50%', anchor: 'middle' },
  { percent: 75, x: '75%', anchor: 'middle' },
  { percent: 100, x: '100%', anchor: 'end' },
] as const;

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
  /** The percentages under it. */
  readonly axis: readonly { readonly x: string; readonly anchor: string; readonly text: string }[];
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
  { t, format }: Localisation,
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
      tone: band === undefined ? 'purple' : bandTone(bands, band.id),
      x: along(from) + SPACE / 2,
      width: step - SPACE,
      y,
      height: FLOOR - y,
      middle: along(from + step / 2),
      count: tickets === 0 ? '' : format.number(tickets),
      scores: format.limits(from, from + step),
      tickets: format.number(tickets),
    };
  });
  const filled = bars.filter(({ count }) => count !== '');
  return {
    label: t.runPage.chart.label(filled, passMark),
    bars,
    lines: down.ticks(3).flatMap((tick) => (Number.isInteger(tick) && tick > 0 ? [{ y: Math.round(down(tick)) }] : [])),
    floor: FLOOR,
    axis: AXIS.map(({ percent, ...place }) => ({ ...place, text: format.limit(percent) })),
    passMark: {
      x: along(passMark),
      text: t.runPage.chart.passMark(passMark),
      ...(passMark > 50 ? { dx: -6, anchor: 'end' } : { dx: 6, anchor: 'start' }),
    },
  };
}
