import { expect, test } from 'vitest';
import { numberOn, type Scale } from './priority-scale.ts';

test.each<[Scale, string | undefined, number | undefined]>([
  ['priority', '1 - Critical', 1],
  ['priority', '1', 1],
  ['priority', 'P4', 4],
  ['priority', 'Critical', 1],
  ['priority', 'High', 2],
  ['priority', ' moderate ', 3],
  ['priority', 'Planning', 5],
  ['impact', 'High', 1],
  ['impact', 'Medium', 2],
  ['urgency', 'LOW', 3],
  ['urgency', '2 - Medium', 2],
  ['impact', 'Planning', undefined],
  ['priority', 'Soon', undefined],
  ['priority', '', undefined],
  ['priority', undefined, undefined],
])('on the scale of %s, %j is %s', (scale, value, expected) => {
  expect(numberOn(scale, value)).toBe(expected);
});
