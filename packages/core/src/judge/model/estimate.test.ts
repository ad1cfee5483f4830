import { estimateInputTokens } from '@tqrs/llm';
import { scriptedModel } from '@tqrs/llm/testing';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reviewTickets } from '../../review/review-tickets.ts';
import { loadBuiltInRubric } from '../../rubric/load.ts';
import { buildContext, buildProfile, buildTicket, FACTS } from '../../testing/build.ts';
import { answering } from '../../testing/model.ts';
import { questionsOf } from '../../testing/questions.ts';
import { answerSchema } from './answer-schema.ts';
import { createModelJudge } from './create-model-judge.ts';
import { createEstimatingJudge, type EstimateOptions } from './estimate.ts';
import { itemsOf } from './items.ts';
import { bundleOf } from './prompt/bundle.ts';
import { messagesFor } from './prompt/messages.ts';
import { writeFields } from './prompt/ticket-text.ts';

const DESCRIPTION =
  'Contact number 5551234. Works in the office in Oslo. Since Monday the VPN client drops every ten minutes.';
const rubric = [loadBuiltInRubric('incident-logging'), loadBuiltInRubric('incident-handling')];
const PRICE = { inputUsd: 2.5, cachedInputUsd: 1.25, outputUsd: 10 };
const model = {
  provider: 'openai',
  endpointHost: 'api.openai.com',
  modelId: 'gpt-4o',
  parameters: { maxOutputTokens: 2_000 },
};
const tickets = Array.from({ length: 5 }, (_, index) =>
  buildTicket({ number: `INC${index}`, description: `${DESCRIPTION} ${index}` }),
);

async function estimateOf(options: Partial<EstimateOptions> = {}) {
  const judge = createEstimatingJudge({ model, ...options });
  for await (const { type } of reviewTickets(tickets, { rubric, profile: buildProfile(), judge, facts: FACTS }))
    void type;
  return judge.estimate();
}

describe('an estimate', () => {
  test('counts a request a ticket, and the beginning of a prompt as kept from the second on', async () => {
    const { tickets: asked, likely, worst } = await estimateOf();
    expect(asked).toBe(5);
    expect(likely.requests).toBe(5);
    expect(likely.cachedInputTokens / likely.inputTokens).toBeGreaterThan(0.6);
    expect(worst.requests).toBe(20);
    expect(worst.inputTokens).toBeGreaterThan(4 * likely.inputTokens);
    expect(likely.costUsd).toBeNull();
  });

  test('costs what its tokens cost', async () => {
    const { likely, worst } = await estimateOf({ price: PRICE });
    const { inputTokens, cachedInputTokens, outputTokens } = likely;
    const expected = ((inputTokens - cachedInputTokens) * 2.5 + cachedInputTokens * 1.25 + outputTokens * 10) / 1e6;
    expect(likely.costUsd).toBeCloseTo(expected, 10);
    expect(worst.costUsd).toBeGreaterThan(expected);
  });

  test('counts every vote that is asked for', async () => {
    expect((await estimateOf({ votes: 3 })).likely.requests).toBe(15);
  });

  test('is near the truth of the run that follows', async () => {
    const sent: number[] = [];
    const scripted = scriptedModel((call) => {
      const text = JSON.stringify(z.toJSONSchema(call.schema)) + call.messages.map(({ content }) => content).join('');
      const answer = answering({}, { quote: 'the VPN client drops every ten minutes' })(call);
      sent.push(Math.round(text.length / 4.2), Math.round(JSON.stringify(answer.object).length / 4.2));
      return answer;
    });
    const judge = createModelJudge({ model: scripted });
    for await (const { type } of reviewTickets(tickets, { rubric, profile: buildProfile(), judge, facts: FACTS }))
      void type;
    const truth = {
      input: sumOf(sent.filter((_, index) => index % 2 === 0)),
      output: sumOf(sent.filter((_, index) => index % 2 === 1)),
    };
    const { likely } = await estimateOf();
    expect(scripted.calls).toHaveLength(likely.requests);
    expect(Math.abs(likely.inputTokens / truth.input - 1)).toBeLessThan(0.02);
    expect(likely.outputTokens / truth.output).toBeGreaterThan(0.8);
    expect(likely.outputTokens / truth.output).toBeLessThan(1.6);
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

test.each([
  [['incident-logging']],
  [['incident-handling']],
  [['incident-logging', 'incident-handling', 'customer-service']],
])('one request for a ticket takes at most 60 %% of the input of a request for each criterion: %j', (ids) => {
  const rubrics = ids.map((id) => loadBuiltInRubric(id).data);
  const profile = buildProfile();
  const context = {
    ...buildContext({ description: DESCRIPTION, comments: [{ text: 'Agent: Hello Ada.' }], closeNotes: 'Done.' }),
    rubrics,
  };
  const inputOf = (asked: typeof rubrics): number => {
    const bundle = bundleOf(asked, profile);
    const items = itemsOf(questionsOf(asked), bundle, context);
    const written = writeFields(context.ticket, profile, new Set(items.flatMap(({ reads }) => reads)), (text) => text);
    return estimateInputTokens(
      messagesFor({ bundle, ticket: written, items }, 'f00dfeed'),
      z.toJSONSchema(answerSchema(items)),
    );
  };
  const apart = rubrics.flatMap((rubric) =>
    rubric.criteria
      .filter(({ evaluator }) => evaluator.judge !== undefined)
      .map((one) => inputOf([{ ...rubric, criteria: [one] }])),
  );
  expect(inputOf(rubrics) / sumOf(apart)).toBeLessThanOrEqual(0.6);
});
