import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ModelError } from '../errors/model-error.ts';
import { ModelOutputError } from '../errors/model-output-error.ts';
import { FAULTS, type Fault } from './faults.ts';
import { scriptedModel } from './scripted-model.ts';

const schema = z.object({ answer: z.string() });
const options = { schemaName: 'answer' };
const question = [{ role: 'user', content: 'Why?' }] as const;

describe('a scripted model', () => {
  test('answers in order, tells what was spent, and keeps the calls', async () => {
    const model = scriptedModel([
      { object: { answer: 'a' }, usage: { inputTokens: 10, outputTokens: 2 }, fingerprint: 'fp' },
      { object: { answer: 'b' }, spent: { attempts: 2, costUsd: 0.1 } },
    ]);
    const first = await model.generateObject(question, schema, options);
    const second = await model.generateObject(question, schema, { ...options, seed: 7 });
    expect(first).toMatchObject({
      object: { answer: 'a' },
      fingerprint: 'fp',
      spent: { attempts: 1, usage: { inputTokens: 10 } },
    });
    expect(second).toMatchObject({ object: { answer: 'b' }, spent: { attempts: 2, costUsd: 0.1 } });
    expect(model.calls).toMatchObject([
      { index: 0, messages: question },
      { index: 1, options: { seed: 7 } },
    ]);
  });

  test('answers by function', async () => {
    const model = scriptedModel(({ messages }) => ({ object: { answer: messages[0]?.content } }));
    expect((await model.generateObject(question, schema, options)).object).toEqual({ answer: 'Why?' });
  });

  test('refuses an object that breaks the schema, and names the place only', async () => {
    const model = scriptedModel([{ object: { answer: 42 } }]);
    const error = await model.generateObject(question, schema, options).catch((error: unknown) => error);
    expect(ModelOutputError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ kind: 'invalid', paths: ['answer'], spent: { attempts: 1 } });
    expect(String(error)).not.toContain('42');
  });

  test.each(Object.keys(FAULTS) as Fault[])('fails with %s, at a cost', async (fault) => {
    const model = scriptedModel([{ fault, usage: { outputTokens: 5 } }]);
    const error = await model.generateObject(question, schema, options).catch((error: unknown) => error);
    expect(ModelError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ spent: { attempts: 1, usage: { outputTokens: 5 } } });
  });

  test('ends a delay when it is aborted', async () => {
    const controller = new AbortController();
    const model = scriptedModel([{ object: { answer: 'late' }, delayMs: 60_000 }]);
    const call = model.generateObject(question, schema, { ...options, signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
  });

  test('says so when its script has run out', async () => {
    await expect(scriptedModel([]).generateObject(question, schema, options)).rejects.toThrow('has 0 replies');
  });

  test('streams its answer, and its failure only through the result', async () => {
    const model = scriptedModel([{ object: { answer: 'a' } }, { fault: 'refusal' }]);
    for (const expected of [['{"answer":"a"}'], []]) {
      const stream = model.streamObject(question, schema, options);
      const texts: string[] = [];
      for await (const text of stream.text) texts.push(text);
      expect(texts).toEqual(expected);
      if (expected.length > 0) expect((await stream.result).object).toEqual({ answer: 'a' });
      else await expect(stream.result).rejects.toThrow(ModelOutputError);
    }
  });
});
