import type { AnswerCache } from '../../judge/model/asking/answer-cache.ts';

/**
 * Several caches as one, asked in their order. What a later one has is given to those before it, so that the record of a run holds
 * every answer that the run rests on, wherever it was found.
 */
export function layeredCache(...caches: readonly AnswerCache[]): AnswerCache {
  return {
    async get(key) {
      for (const [index, cache] of caches.entries()) {
        const answer = await cache.get(key);
        if (answer === undefined) continue;
        for (const before of caches.slice(0, index)) await before.set(key, answer, false);
        return answer;
      }
      return undefined;
    },
    async set(key, answer, isNew) {
      for (const cache of caches) await cache.set(key, answer, isNew);
    },
  };
}
