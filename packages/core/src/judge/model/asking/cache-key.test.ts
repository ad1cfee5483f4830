import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { loadBuiltInRubric } from '../../../rubric/load.ts';
import { buildContext, buildProfile } from '../../../testing/build.ts';
import { questionsOf } from '../../../testing/questions.ts';
import { answerSchema } from '../answer-schema.ts';
import { itemsOf } from '../items.ts';
import { bundleOf } from '../prompt/bundle.ts';
import { messagesFor } from '../prompt/messages.ts';
import { cacheKey, type KeyParts } from './cache-key.ts';

const rubrics = [loadBuiltInRubric('incident-handling').data];
const context = { ...buildContext({ closeNotes: 'Done.', closeCode: 'Solved' }), rubrics };
const bundle = bundleOf(rubrics, context.profile);
const items = itemsOf(questionsOf(rubrics), bundle, context);
const ticket = [{ field: 'closeNotes', head: 'field closeNotes', text: 'Done.', isEmpty: false }];

const BASE: KeyParts = {
  asked: { bundle, ticket, items },
  schema: answerSchema(items),
  model: { provider: 'openai', endpointHost: 'api.openai.com', modelId: 'gpt-4o' },
  parameters: { temperature: 0.1, seed: 7, maxOutputTokens: 2_000 },
  vote: 1,
};

test('a key is a SHA-256 in hex, the same for the same parts', () => {
  expect(cacheKey(BASE)).toMatch(/^[0-9a-f]{64}$/);
  expect(cacheKey({ ...BASE, asked: { ...BASE.asked } })).toBe(cacheKey(BASE));
});

test('the key of today is the key of tomorrow: a change of it loses every kept answer', () => {
  const parts = {
    ...BASE,
    asked: { ...BASE.asked, items: items.slice(0, 1) },
    schema: answerSchema(items.slice(0, 1)),
  };
  const fixed = {
    ...parts,
    asked: { ...parts.asked, bundle: { ...bundle, hash: createHash('sha256').digest('hex') } },
  };
  expect(cacheKey(fixed)).toMatchInlineSnapshot(`"3bf02c448ced1d919381ed9b49c18748610f63c061f277a8f0afbc4852c5ce38"`);
});

const other = bundleOf([loadBuiltInRubric('incident-logging').data], buildProfile());
const fewer = items.slice(1);

test.each<[string, Partial<KeyParts>]>([
  ['the ticket', { asked: { ...BASE.asked, ticket: [{ ...ticket[0], text: 'Done!' } as never] } }],
  [
    'when a note was written',
    { asked: { ...BASE.asked, ticket: [{ ...ticket[0], head: 'field closeNotes, later' } as never] } },
  ],
  ['the questions of the run', { asked: { ...BASE.asked, bundle: other } }],
  ['what is asked', { asked: { ...BASE.asked, items: fewer }, schema: answerSchema(fewer) }],
  ['the order in which it is asked', { asked: { ...BASE.asked, items: items.toReversed() } }],
  ['what was wrong before', { asked: { ...BASE.asked, corrections: new Map([['routing', 'Quote.']]) } }],
  ['the provider', { model: { ...BASE.model, provider: 'azure' } }],
  ['the host', { model: { ...BASE.model, endpointHost: 'gateway.example' } }],
  ['the model', { model: { ...BASE.model, modelId: 'gpt-4o-mini' } }],
  ['the temperature', { parameters: { ...BASE.parameters, temperature: 0 } }],
  ['the seed', { parameters: { ...BASE.parameters, seed: 8 } }],
  ['the output limit', { parameters: { ...BASE.parameters, maxOutputTokens: 4_000 } }],
  ['the schema', { schema: answerSchema(fewer) }],
  ['the vote', { vote: 2 }],
])('%s changes it', (_, change) => {
  expect(cacheKey({ ...BASE, ...change })).not.toBe(cacheKey(BASE));
});

test('nothing else does: not the mark that fences a ticket off, nor what a model is called beside its id', () => {
  messagesFor(BASE.asked, 'a1b2c3');
  const model = { ...BASE.model, apiKey: 'x', retries: 3 };
  expect(cacheKey({ ...BASE, model })).toBe(cacheKey(BASE));
});
