import { describe, expect, test } from 'vitest';
import { UNKNOWN_USAGE } from '../token-usage.ts';
import { costOf, PRICES, priceOf } from './prices.ts';

describe('a list price', () => {
  test('of gpt-4o', () => {
    expect(priceOf('gpt-4o')).toMatchObject({ inputUsd: 2.5, cachedInputUsd: 1.25, outputUsd: 10 });
  });

  test.each([
    ['gpt-4o-2024-08-06', 2.5],
    ['gpt-4o-2024-05-13', 5],
    ['gpt-4o-mini-2024-07-18', 0.15],
  ])('of a dated version is that of its model, unless it has its own: %s', (model, inputUsd) => {
    expect(priceOf(model)?.inputUsd).toBe(inputUsd);
  });

  test.each(['my-deployment', 'gpt-4o-audio-preview', 'llama3', '', 'constructor', '__proto__'])(
    'is unknown, not guessed: "%s"',
    (model) => expect(priceOf(model)).toBeUndefined(),
  );

  test('has a date, and is cheaper from the cache', () => {
    for (const [model, { asOf, inputUsd, cachedInputUsd = 0, outputUsd }] of Object.entries(PRICES)) {
      expect(asOf, model).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(cachedInputUsd, model).toBeLessThan(inputUsd);
      expect(outputUsd, model).toBeGreaterThan(inputUsd);
    }
  });
});

describe('a cost', () => {
  const usage = { ...UNKNOWN_USAGE, inputTokens: 1_000_000, cachedInputTokens: 400_000, outputTokens: 100_000 };

  test('counts cached input at its own price', () => {
    expect(costOf(usage, priceOf('gpt-4o'))).toBeCloseTo(0.6 * 2.5 + 0.4 * 1.25 + 1, 10);
  });

  test('counts input as uncached where nobody says, and at its full price where there is no other', () => {
    expect(costOf({ ...usage, cachedInputTokens: undefined }, priceOf('gpt-4o'))).toBeCloseTo(3.5, 10);
    expect(costOf(usage, { inputUsd: 1, outputUsd: 1 })).toBeCloseTo(1.1, 10);
  });

  test.each([
    ['the price', usage, undefined],
    ['the input', { ...usage, inputTokens: undefined }, priceOf('gpt-4o')],
    ['the output', { ...usage, outputTokens: undefined }, priceOf('gpt-4o')],
  ])('is unknown without %s', (_, usage, price) => {
    expect(costOf(usage, price)).toBeUndefined();
  });
});
