import { expect, test } from 'vitest';
import { createTextFeed } from './text-feed.ts';

test('a reader who is behind gets the latest text, and the last one in any case', async () => {
  const feed = createTextFeed();
  feed.push('a');
  feed.push('ab');
  const texts = feed.texts[Symbol.asyncIterator]();
  expect(await texts.next()).toEqual({ done: false, value: 'ab' });
  const next = texts.next();
  feed.push('abc');
  feed.end();
  expect(await next).toEqual({ done: false, value: 'abc' });
  expect((await texts.next()).done).toBe(true);
});
