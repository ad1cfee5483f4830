import { expect, test } from 'vitest';
import { suggest } from './closest.ts';

test.each([
  ['descripton', ['description', 'category'], 'Did you mean "description"?'],
  ['wrnog', ['right', 'wrong'], 'Did you mean "wrong"?'],
  ['Category', ['description', 'category'], 'Did you mean "category"?'],
  ['pigeon', ['description', 'category'], 'Use one of: description, category.'],
  ['pigeon', [], 'None is defined.'],
])('%s among %j: %s', (name, candidates, advice) => {
  expect(suggest(name, candidates)).toBe(advice);
});
