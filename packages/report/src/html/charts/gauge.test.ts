import { describe, expect, test } from 'vitest';
import { rubric } from '../../../test/fixtures.ts';
import { gaugeView } from './gauge.ts';

const value = { label: 'a score', from: 40, to: 40, tone: null };
/** The first point of a path: where its outer edge begins. */
const startOf = (path: string) =>
  path
    .match(/^M(-?[\d.]+),(-?[\d.]+)/)
    ?.slice(1)
    .map(Number);

describe('the gauge', () => {
  test('goes from the left over the top to the right', () => {
    expect(startOf(gaugeView({ ...value, from: 0, to: 50 }, rubric).open)).toEqual([-92, 0]);
    expect(startOf(gaugeView({ ...value, from: 50, to: 100 }, rubric).open)).toEqual([0, -92]);
  });

  test('draws what is certain and what is open, and nothing of neither', () => {
    expect(gaugeView({ ...value, from: 0, to: 0 }, rubric)).toMatchObject({ filled: '', open: '' });
    const { filled, open } = gaugeView({ ...value, from: 40, to: 60 }, rubric);
    expect([startOf(filled)?.[0], startOf(open)?.[0]]).toEqual([-92, expect.closeTo(-28.43, 1)]);
  });

  test('has a ring with a piece for each band', () => {
    expect(gaugeView(value, rubric).bands.map(({ tone }) => tone)).toEqual(rubric.bands.map(({ id }) => id));
  });

  test('is the same for the same score', () => {
    expect(gaugeView(value, rubric)).toEqual(gaugeView(value, rubric));
  });
});
