import { apiError, completion, type Reply, startFaultServer } from '@tqrs/fault-server';
import { describe, expect, test } from 'vitest';
import { ask, failureOf, GOOD, MESSAGES, modelAt } from '../../test/support.ts';
import { createCostBudget } from '../cost/budget.ts';
import { estimateInputTokens } from '../cost/estimate-tokens.ts';

const good = completion(GOOD);
/** What an answer of the fault server costs with gpt-4o. */
const COST = 0.0004;
const parameters = { maxOutputTokens: 100 };

describe('a limit of cost', () => {
  test('counts what was spent, retries included', async () => {
    const cut = completion(GOOD, { finishReason: 'length' });
    await using server = await startFaultServer([apiError(500), cut, good]);
    const budget = createCostBudget({ maxCostUsd: 1 });
    await ask(modelAt(server, { budget, parameters }));
    expect(budget.spentUsd).toBeCloseTo(2 * COST, 10);
    expect(budget.reservedUsd).toBe(0);
  });

  test('refuses an attempt that could pass it before it is sent, with what was spent on the call', async () => {
    const cut = completion(GOOD, { finishReason: 'length' });
    await using server = await startFaultServer([cut]);
    // Room for the first attempt at its worst, and not for the second with twice the output.
    const budget = createCostBudget({ maxCostUsd: 0.002 });
    const error = await failureOf(ask(modelAt(server, { budget, parameters })));
    expect(error).toMatchObject({ name: 'ModelBudgetError', code: 'cost-limit', spent: { attempts: 1 } });
    expect(server.requests).toHaveLength(1);
    expect(budget.spentUsd).toBeCloseTo(COST, 10);
  });

  test('is kept by calls at the same time', async () => {
    await using server = await startFaultServer([good]);
    const budget = createCostBudget({ maxCostUsd: 0.01 });
    const model = modelAt(server, { budget, parameters });
    const results = await Promise.allSettled(Array.from({ length: 40 }, () => ask(model)));
    const refused = results.filter(({ status }) => status === 'rejected').length;
    expect(refused).toBeGreaterThan(10);
    expect(server.requests).toHaveLength(40 - refused);
    expect(budget.spentUsd).toBeLessThanOrEqual(0.01);
    expect(budget.spentUsd).toBeGreaterThan(0.008);
  });

  test.each<[string, Reply, boolean]>([
    ['an answer that did not come in time', { ...good, stallAfterBytes: 40 }, true],
    ['an answer that was cut in the middle', { ...good, cutAfterBytes: 40 }, true],
    ['an answer without its usage', completion(GOOD, { usage: null }), true],
    ['a refused request', apiError(400), false],
    ['a server that failed', apiError(500), false],
  ])('takes an unknown cost at its worst, where the model may have worked: %s', async (_, reply, atWorst) => {
    await using server = await startFaultServer([reply]);
    const budget = createCostBudget({ maxCostUsd: 1 });
    await ask(modelAt(server, { budget, parameters, tries: 1, timeoutMs: 200 })).catch(() => {});
    const worst = (estimateInputTokens(MESSAGES) * 2.5 + 100 * 10) / 1e6;
    if (atWorst) expect(budget.spentUsd).toBeGreaterThan(worst);
    else expect(budget.spentUsd).toBe(0);
  });

  test('needs a price', async () => {
    await using server = await startFaultServer([good]);
    const budget = createCostBudget({ maxCostUsd: 1 });
    expect(() => modelAt(server, { budget, model: 'my-own' })).toThrow('the price of my-own is not known');
    const price = { inputUsd: 1, outputUsd: 1 };
    const model = modelAt(server, { budget, model: 'my-own', price, parameters });
    expect((await ask(model)).spent.costUsd).toBeCloseTo(120 / 1e6, 12);
  });

  test('needs a limit of output', async () => {
    await using server = await startFaultServer([good]);
    const model = modelAt(server, { budget: createCostBudget({ maxCostUsd: 1 }) });
    expect(await failureOf(ask(model))).toMatchObject({ name: 'ModelConfigError', code: 'output-limit-missing' });
    expect(server.requests).toHaveLength(0);
  });
});
