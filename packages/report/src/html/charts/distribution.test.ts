import { describe, expect, test } from 'vitest';
import { rubric } from '../../../test/fixtures.ts';
import { localisationOf } from '../../catalogue/localisation.ts';
import { type DistributionView, distributionView } from './distribution.ts';

const steps = (counts: Readonly<Record<number, number>>) =>
  Array.from({ length: 20 }, (_, step) => counts[step * 5] ?? 0);
const view = (counts: readonly number[], shown: typeof rubric): DistributionView | undefined =>
  distributionView(counts, shown, localisationOf());

describe('the histogram of scores', () => {
  test('gives each step its place, its height and the colour of its band', () => {
    const chart = view(steps({ 0: 2, 90: 1, 95: 4 }), rubric);
    const [lowest, next] = chart?.bars ?? [];
    expect(lowest).toMatchObject({ scores: '0–5%', count: '2', tone: 'purple' });
    expect(next).toMatchObject({ scores: '5–10%', count: '', height: 0 });
    const best = chart?.bars.at(-1);
    expect(best).toMatchObject({ scores: '95–100%', count: '4', tone: 'blue' });
    expect(best?.height).toBe(2 * (lowest?.height ?? 0));
    expect((best?.x ?? 0) + (best?.width ?? 0)).toBeLessThanOrEqual(100);
    expect(chart?.bars.every(({ y, height }) => y + height === chart.floor)).toBe(true);
  });

  test('says in words what it draws', () => {
    expect(view(steps({ 0: 2, 95: 1_204 }), rubric)?.label).toBe('Scores: 0–5%: 2, 95–100%: 1,204. Pass mark 90%.');
  });

  test('writes the pass mark to the side that has room', () => {
    expect(view(steps({ 0: 1 }), { ...rubric, passMark: 90 })?.passMark).toMatchObject({ anchor: 'end' });
    expect(view(steps({ 0: 1 }), { ...rubric, passMark: 20 })?.passMark).toMatchObject({ anchor: 'start' });
  });

  test('is left out where no ticket has a score', () => {
    expect(view(steps({}), rubric)).toBeUndefined();
  });
});
