import { expect, test } from 'vitest';
import { buildTicket } from '../testing/build.ts';
import { collect } from '../testing/collect.ts';
import { surveyTickets } from './survey-tickets.ts';

const TICKETS = ['a', 'b', 'c', 'd'].map((number) =>
  buildTicket({ number, description: number === 'd' ? 'filled' : '' }),
);

test.each([
  ['fewer than the limit', 10, 4, true, true],
  ['more than the limit', 2, 2, false, false],
])('replays all tickets: %s', async (_, limit, records, complete, filled) => {
  const { facts, tickets } = await surveyTickets(TICKETS, limit);
  expect(facts).toMatchObject({ records, complete });
  expect(facts.filled.includes('description')).toBe(filled);
  expect((await collect(tickets)).map(({ number }) => number)).toEqual(['a', 'b', 'c', 'd']);
});

test('exactly as many as the limit: it cannot know that this was all', async () => {
  expect((await surveyTickets(TICKETS, 4)).facts).toMatchObject({ records: 4, complete: false });
});

test('reads no more than it holds back', async () => {
  let read = 0;
  const source = (function* () {
    for (const ticket of TICKETS) {
      read++;
      yield ticket;
    }
  })();
  await surveyTickets(source, 2);
  expect(read).toBe(2);
});
