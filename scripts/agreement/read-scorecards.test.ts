import { expect, test } from 'vitest';
import { parseScorecards } from './read-scorecards.ts';

const card = (number: string) => ({
  schemaVersion: 1,
  ticket: { number },
  criteria: [{ id: 'spelling', points: 2, verdict: { status: 'scored', levelId: 'none', method: 'rule' } }],
});
const run = [card('INC1'), card('INC2')];

test.each([
  { name: 'an array', text: JSON.stringify(run, null, 2) },
  { name: 'a document with scorecards', text: JSON.stringify({ manifest: {}, scorecards: run }) },
  { name: 'one a line', text: `${run.map((one) => JSON.stringify(one)).join('\n')}\n` },
  {
    name: 'one a line among other lines',
    text: `${JSON.stringify({ type: 'summary' })}\n${run.map((one) => JSON.stringify(one)).join('\n')}`,
  },
])('reads $name', ({ text }) => {
  expect(parseScorecards(text).map(({ ticket }) => ticket.number)).toEqual(['INC1', 'INC2']);
});

test('reads a single scorecard', () => {
  expect(parseScorecards(JSON.stringify(card('INC1')))).toHaveLength(1);
});
