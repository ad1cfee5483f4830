import { expect, test } from 'vitest';
import { z } from 'zod';
import { buildContext } from '../../testing/build.ts';
import { questionsOf } from '../../testing/questions.ts';
import { checklist, criterion, graded, level, rubricOf } from '../../testing/rubric.ts';
import { answerSchema } from './answer-schema.ts';
import { itemsOf } from './items.ts';
import { bundleOf } from './prompt/bundle.ts';

const list = checklist(['all', 'one'], 'phone', 'user');
const checks = list.checks.map((check) => ({ ...check, judgeMayWaive: check.id === 'user' }));
const rubric = rubricOf(
  graded('fit', 10, {
    fields: ['category', 'description'],
    judgeMayWaive: true,
    evaluator: { judge: { type: 'grade', question: 'How?' } },
  }),
  criterion('items', [level('all', 10), level('one', 0)], { evaluator: { judge: { ...list, checks } } }),
);
const context = { ...buildContext({ category: undefined }), rubrics: [rubric] };
const items = itemsOf(questionsOf([rubric]), bundleOf([rubric], context.profile), context);
const schema = answerSchema(items);
const answer = (verdict: string, field = 'description') => ({ field, quote: null, reason: 'Because.', verdict });
const whole = { fit: answer('half'), items_phone: answer('met'), items_user: answer('not-applicable') };

test('asks for every answer, the evidence before the verdict, and for nothing else', () => {
  const json = z.toJSONSchema(schema) as {
    properties: Record<string, { properties: object; required: string[]; additionalProperties: boolean }>;
    required: string[];
    additionalProperties: boolean;
  };
  expect(json.required).toEqual(['fit', 'items_phone', 'items_user']);
  expect(json.additionalProperties).toBe(false);
  for (const item of Object.values(json.properties)) {
    expect(Object.keys(item.properties)).toEqual(['field', 'quote', 'reason', 'verdict']);
    expect(item.required).toEqual(['field', 'quote', 'reason', 'verdict']);
    expect(item.additionalProperties).toBe(false);
  }
  expect(schema.safeParse(whole).success).toBe(true);
});

test.each<[string, object]>([
  ['a missing answer', { fit: whole.fit, items_phone: whole.items_phone }],
  ['an answer too many', { ...whole, points: answer('met') }],
  ['points', { ...whole, fit: { ...whole.fit, points: 10 } }],
  ['a level that there is not', { ...whole, fit: answer('excellent') }],
  ['a waiver that is not allowed', { ...whole, items_phone: answer('not-applicable') }],
  ['a field of another question', { ...whole, items_phone: answer('met', 'closeNotes') }],
  ['a field that was not exported', { ...whole, fit: answer('half', 'category') }],
  ['a quote that is no text', { ...whole, fit: { ...whole.fit, quote: 3 } }],
])('refuses %s', (_, given) => {
  expect(schema.safeParse(given).success).toBe(false);
});

test('allows the verdicts that the question has', () => {
  expect(items.map(({ id, verdicts }) => [id, verdicts])).toEqual([
    ['fit', ['full', 'half', 'none', 'not-applicable', 'cannot-assess']],
    ['items_phone', ['met', 'not-met', 'cannot-assess']],
    ['items_user', ['met', 'not-met', 'not-applicable', 'cannot-assess']],
  ]);
});

test('allows the levels that the rules left, and says so', () => {
  const [question] = questionsOf([rubric]);
  if (question?.type !== 'grade') return expect.fail('a grade');
  const [item] = itemsOf([{ ...question, levels: ['half', 'none'] }], bundleOf([rubric], context.profile), context);
  expect(item).toMatchObject({
    only: ['half', 'none', 'not-applicable'],
    verdicts: ['half', 'none', 'not-applicable', 'cannot-assess'],
  });
});

test('is made once for the same questions', () => {
  expect(answerSchema(items)).toBe(schema);
});
