import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseAnswer } from './parse-answer.ts';

const schema = z.object({ answers: z.record(z.string(), z.number()), list: z.array(z.number()) });
const FITTING = { answers: { one: 1 }, list: [1] };

describe('parsing an answer', () => {
  test.each(['json_schema', 'json_object', 'text'] as const)('reads plain JSON: %s', (format) => {
    expect(parseAnswer(JSON.stringify(FITTING), schema, format)).toEqual({ fits: true, object: FITTING });
  });

  test.each([
    ['json_schema', false],
    ['json_object', true],
    ['text', true],
  ] as const)('tolerates a fence only where the schema is not enforced: %s', (format, fits) => {
    expect(parseAnswer(`\`\`\`json\n${JSON.stringify(FITTING)}\n\`\`\``, schema, format).fits).toBe(fits);
  });

  test.each<[string, object, string[]]>([
    ['its place', { ...FITTING, list: [1, 'x'] }, ['list.1']],
    ['a key that could be text by a star', { ...FITTING, answers: { 'Asha lives here': 'x' } }, ['answers.*']],
    ['each place once', { answers: 1, list: 'x' }, ['answers', 'list']],
    [
      'ten places at most',
      { ...FITTING, list: Array(50).fill('x') },
      Array.from({ length: 10 }, (_, i) => `list.${i}`),
    ],
  ])('tells of what does not fit: %s', (_, value, paths) => {
    expect(parseAnswer(JSON.stringify(value), schema, 'json_schema')).toEqual({ fits: false, paths });
  });

  test.each(['', '{', 'yes', '[]', 'null'])('never throws: "%s"', (text) => {
    expect(parseAnswer(text, schema, 'text').fits).toBe(false);
  });

  test('comes to an end with hostile text', () => {
    const hostile = `${'```'.repeat(100_000)}${'\n'.repeat(300_000)}<think>${' '.repeat(300_000)}`;
    expect(parseAnswer(hostile, schema, 'text').fits).toBe(false);
  });
});
