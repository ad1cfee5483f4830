import { expect, test } from 'vitest';
import { z } from 'zod';
import { recordModel, replayModel } from './replay-model.ts';
import { scriptedModel } from './scripted-model.ts';

const schema = z.object({ answer: z.string() });
const options = { schemaName: 'answer' };
const ask = (content: string) => [{ role: 'user', content }] as const;

async function record() {
  let answers = 0;
  const model = recordModel(
    scriptedModel(({ messages }) => ({
      object: { answer: `${messages[0]?.content} ${answers++}` },
      usage: { inputTokens: 3 },
      fingerprint: 'fp',
    })),
  );
  await model.generateObject(ask('one'), schema, options);
  await model.generateObject(ask('two'), schema, options);
  await model.generateObject(ask('one'), schema, options);
  return model.recordings;
}

test('a replayed model answers the same question with its recordings, in their order', async () => {
  const recordings = JSON.parse(JSON.stringify(await record()));
  const model = replayModel(recordings);
  const answers = [];
  for (const content of ['two', 'one', 'one', 'one']) {
    answers.push(await model.generateObject(ask(content), schema, options));
  }
  expect(answers.map(({ object }) => object.answer)).toEqual(['two 1', 'one 0', 'one 2', 'one 2']);
  expect(answers[0]).toMatchObject({ usage: { inputTokens: 3 }, fingerprint: 'fp', modelId: 'scripted-model' });
});

test('a recording holds no prompt', async () => {
  const recordings = await recordModelOf('a secret prompt');
  expect(JSON.stringify(recordings)).not.toContain('secret');
});

async function recordModelOf(content: string) {
  const model = recordModel(scriptedModel([{ object: { answer: 'x' } }]));
  await model.generateObject(ask(content), schema, options);
  return model.recordings;
}

test.each([
  ['another message', ask('three'), schema, options],
  ['another schema', ask('one'), z.object({ answer: z.string().max(9) }), options],
  ['another parameter', ask('one'), schema, { ...options, temperature: 1 }],
] as const)('%s was never recorded', async (_, messages, schema, options) => {
  const model = replayModel(await record());
  await expect(model.generateObject(messages, schema, options)).rejects.toThrow('No answer was recorded');
});

test('a key of one’s own passes over what is random in a prompt', async () => {
  const keyOf = () => 'the same';
  const model = recordModel(scriptedModel([{ object: { answer: 'x' } }]), { keyOf });
  await model.generateObject(ask('marker 123'), schema, options);
  const replayed = replayModel(model.recordings, { keyOf });
  expect((await replayed.generateObject(ask('marker 456'), schema, options)).object).toEqual({ answer: 'x' });
});
