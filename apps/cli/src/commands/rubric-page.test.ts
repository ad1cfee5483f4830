import { loadBuiltInRubric, loadRubric } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { rubricPage } from './rubric-page.ts';

const { data } = loadRubric({
  schemaVersion: 1,
  id: 'desk',
  version: '1.2.0',
  title: 'Desk',
  description: 'For tests.',
  passMark: 80,
  bands: [
    { id: 'fine', title: 'Fine', from: 80 },
    { id: 'low', title: 'Low', from: 0 },
  ],
  criteria: [
    {
      id: 'gate',
      title: 'Gate',
      guidance: 'Was it safe?',
      fields: ['description'],
      appliesWhen: [{ field: 'contactType', is: ['Phone', 'Chat'] }],
      levels: [
        { id: 'safe', points: 0, descriptor: 'Safe.' },
        { id: 'risky', points: 0, deduction: 15, descriptor: 'Risky.', coaching: 'Look at {quote}. Ask first.' },
        { id: 'harmful', points: 0, autoFail: true, descriptor: 'Harmful.' },
      ],
      evaluator: { judge: { type: 'grade', question: 'Safe?' } },
    },
    {
      id: 'place',
      title: 'Place | room',
      guidance: 'Where is it?',
      fields: ['description'],
      levels: [
        { id: 'named', points: 10, descriptor: 'Named.' },
        { id: 'not-named', points: 0, descriptor: 'Not named.', coaching: 'You wrote {quote}.' },
      ],
      evaluator: {
        judge: {
          type: 'checklist',
          levels: ['named', 'not-named'],
          checks: [
            {
              id: 'room',
              title: 'room',
              question: 'Is the room named?',
              fields: ['description'],
              examples: { positive: 'Room 12', trap: 'The room' },
              coaching: 'Look for {missing}. Name the room.',
            },
          ],
        },
      },
    },
  ],
});

describe('the page of a rubric', () => {
  test('tells what is scored, what earns and loses points, and what to do', () => {
    expect(rubricPage(data)).toMatchInlineSnapshot(`
      "# Desk

      For tests.

      **10 points** can be earned; **80 %** pass (8 of 10). What does not apply to a ticket leaves the
      sum.

      - **Fine** from 80 %
      - **Low** from 0 %

      | criterion | points |
      | --- | --- |
      | Gate | −15 points or an automatic fail |
      | Place \\| room | 10 points |

      ## Gate (−15 points or an automatic fail)

      Was it safe?

      Only where \`contactType\` is Phone or Chat.

      - **nothing lost**: Safe.
      - **−15 points**: Risky.
        - Better: Ask first.
      - **an automatic fail**: Harmful.

      ## Place | room (10 points)

      Where is it?

      - **10 points**: Named.
      - **0 points**: Not named.

      What is looked for:

      - **room**: Is the room named?
        - Counts: Room 12
        - Does not count: The room
        - Better: Name the room.

      ---

      desk 1.2.0
      "
    `);
  });

  test('says what the rubric was made from', () => {
    const { data: extended, base } = loadBuiltInRubric('incident-logging');
    expect(rubricPage(extended, base)).toContain('made from Gates (gates 1.0.0)');
  });

  test('never breaks a line where the rest of it would be read as a list', () => {
    const dashes = Array.from({ length: 60 }, (_, index) => `${'x'.repeat((index % 7) + 1)} - 1. `).join('');
    const page = rubricPage({ ...data, description: dashes });
    expect(page.split('\n## ')[0]).not.toMatch(/^(?:- x|1\. |- 1)/m);
  });
});
