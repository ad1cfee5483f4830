import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ModelBudgetError } from '../errors/model-budget-error.ts';
import { ModelConfigError } from '../errors/model-config-error.ts';
import { createCostBudget } from './budget.ts';

describe('a budget', () => {
  test('sets aside the worst, and replaces it by what was', async () => {
    const budget = createCostBudget({ maxCostUsd: 1 });
    const reservation = await budget.reserve(0.4);
    expect(budget).toMatchObject({ spentUsd: 0, reservedUsd: 0.4 });
    reservation.settle(0.1);
    reservation.settle(0.3);
    expect(budget).toMatchObject({ spentUsd: 0.1, reservedUsd: 0 });
  });

  test('refuses what would pass it, and says how much is left of what', async () => {
    const budget = createCostBudget({ maxCostUsd: 1 });
    (await budget.reserve(0.9)).settle(0.9);
    const error = await budget.reserve(0.2).catch((error: unknown) => error);
    expect(ModelBudgetError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ code: 'cost-limit', maxCostUsd: 1, spentUsd: 0.9 });
    expect((error as Error).message).toContain('$0.9000');
    // What is left can still be used.
    (await budget.reserve(0.1)).settle(0.1);
  });

  test('waits for attempts under way that may leave room', async () => {
    const budget = createCostBudget({ maxCostUsd: 1 });
    const first = await budget.reserve(0.8);
    let got = false;
    const second = budget.reserve(0.8).then(() => {
      got = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(got).toBe(false);
    first.settle(0.1);
    await second;
    expect(budget.reservedUsd).toBeCloseTo(0.8);
  });

  test('refuses whoever waits where the attempts under way left no room', async () => {
    const budget = createCostBudget({ maxCostUsd: 1 });
    const first = await budget.reserve(0.8);
    const second = budget.reserve(0.8);
    first.settle(0.7);
    await expect(second).rejects.toThrow(ModelBudgetError);
  });

  test('an abort ends a wait', async () => {
    const budget = createCostBudget({ maxCostUsd: 1 });
    await budget.reserve(0.8);
    const controller = new AbortController();
    const second = budget.reserve(0.8, controller.signal);
    controller.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('of %d is none', (maxCostUsd) => {
    expect(() => createCostBudget({ maxCostUsd })).toThrow(ModelConfigError);
  });

  test('is never passed, whatever comes in whichever order', async () => {
    const attempt = fc.record({ worst: fc.integer({ min: 1, max: 50 }), share: fc.integer({ min: 0, max: 100 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(attempt, { maxLength: 30 }),
        fc.integer({ min: 1, max: 100 }),
        async (attempts, max) => {
          const budget = createCostBudget({ maxCostUsd: max });
          await Promise.allSettled(
            attempts.map(async ({ worst, share }) => {
              const reservation = await budget.reserve(worst);
              await new Promise((resolve) => setImmediate(resolve));
              reservation.settle((worst * share) / 100);
              expect(budget.spentUsd + budget.reservedUsd).toBeLessThanOrEqual(max + 1e-6);
            }),
          );
          expect(budget.spentUsd).toBeLessThanOrEqual(max + 1e-6);
          expect(budget.reservedUsd).toBeCloseTo(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
