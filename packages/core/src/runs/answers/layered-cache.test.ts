import { expect, test } from 'vitest';
import type { StoredAnswer } from '../../judge/model/asking/answer-cache.ts';
import { storedAnswer } from '../../testing/runs.ts';
import { layeredCache } from './layered-cache.ts';

function cache() {
  const answers = new Map<string, readonly [StoredAnswer, boolean]>();
  return {
    answers,
    get: (key: string) => answers.get(key)?.[0],
    set: (key: string, answer: StoredAnswer, isNew: boolean) => void answers.set(key, [answer, isNew]),
  };
}

test('what a later cache has is given to the earlier ones, and is not new there', async () => {
  const [first, second] = [cache(), cache()];
  second.set('k', storedAnswer(), true);
  const both = layeredCache(first, second);
  expect(await both.get('k')).toEqual(storedAnswer());
  expect(first.answers.get('k')).toEqual([storedAnswer(), false]);
  expect(await both.get('other')).toBeUndefined();
});

test('a new answer goes to all of them', async () => {
  const [first, second] = [cache(), cache()];
  await layeredCache(first, second).set('k', storedAnswer(), true);
  expect([first.answers.get('k'), second.answers.get('k')]).toEqual([
    [storedAnswer(), true],
    [storedAnswer(), true],
  ]);
});
