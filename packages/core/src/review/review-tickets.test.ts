import type { Ticket } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import type { Judge } from '../judge/judge.ts';
import { buildProfile, buildTicket, FACTS } from '../testing/build.ts';
import { collect } from '../testing/collect.ts';
import { compiled, fakeRule, graded, rubricOf, ruling } from '../testing/rubric.ts';
import type { ReviewEvent } from './events.ts';
import type { ReviewTicketsOptions } from './options.ts';
import { reviewTickets } from './review-tickets.ts';

const JUDGE: Judge = { id: 'offline', method: 'offline', answer: () => expect.fail('nothing is open') };

function options(more: Partial<ReviewTicketsOptions> = {}): ReviewTicketsOptions {
  const rubric = compiled(rubricOf(graded('a', 10)), {
    a: [fakeRule(({ ticket }) => ruling(ticket.description === 'good' ? 'full' : 'none'))],
  });
  return { rubric, profile: buildProfile(), judge: JUDGE, facts: FACTS, now: () => new Date(0), ...more };
}

function ticketsOf(...descriptions: readonly string[]): Ticket[] {
  return descriptions.map((description, index) => buildTicket({ number: `INC${index}`, description }));
}

async function eventsOf(
  tickets: AsyncIterable<Ticket> | Iterable<Ticket>,
  more: Partial<ReviewTicketsOptions> = {},
): Promise<ReviewEvent[]> {
  return collect(reviewTickets(tickets, options(more)));
}

describe('reviewTickets', () => {
  test('tells the whole run in order', async () => {
    const events = await eventsOf(ticketsOf('good', 'bad'));
    expect(events).toMatchObject([
      { type: 'run-start', rubrics: [{ id: 'test' }], profile: { id: 'test' }, judge: 'offline', facts: FACTS },
      { type: 'review-start', index: 0, number: 'INC0' },
      { type: 'review-end', index: 0, ticket: { number: 'INC0' }, scorecard: { score: { earned: 10 } } },
      { type: 'review-start', index: 1, number: 'INC1' },
      { type: 'review-end', index: 1, scorecard: { score: { earned: 0 } } },
      { type: 'run-end', summary: { tickets: 2, scored: 2, passed: 1, failed: 1, passRate: 50, meanPercent: 50 } },
    ]);
  });

  test('hands the ticket on as the facts let it be read', async () => {
    const events = await eventsOf(ticketsOf('good'));
    expect(events[2]).toMatchObject({ ticket: { workNotes: undefined } });
  });

  test('tells the results of an earlier review in their places, and reviews the other tickets', async () => {
    const [earlier] = await eventsOf(ticketsOf('good', 'good')).then((events) =>
      events.flatMap((event) => (event.type === 'review-end' ? [event] : [])),
    );
    const scorecard = earlier?.scorecard ?? expect.fail('one ticket');
    const sent = { fields: [], masked: {}, isFlagged: false, outcomes: [] };
    const seen: string[] = [];
    const events = await eventsOf(ticketsOf('bad', 'bad', 'good'), {
      earlier(ticket) {
        seen.push(ticket.number);
        return ticket.number === 'INC1' ? { ticket, scorecards: [scorecard], sent } : undefined;
      },
    });
    expect(seen).toEqual(['INC0', 'INC1', 'INC2']);
    expect(events.filter(({ type }) => type === 'review-end')).toMatchObject([
      { index: 0, scorecard: { score: { earned: 0 } } },
      { index: 1, scorecard, sent },
      { index: 2, scorecard: { score: { earned: 10 } } },
    ]);
    expect(events.at(-1)).toMatchObject({ summary: { tickets: 3, passed: 2 } });
  });

  test('scores each ticket on every rubric, in their order, and sums each up', async () => {
    const { rubric } = options();
    const first = 'data' in rubric ? rubric : expect.fail('one rubric');
    const strict = compiled(
      { ...rubricOf(graded('a', 40), graded('b', 10)), id: 'strict' },
      {
        a: [fakeRule(() => ruling('none'))],
        b: [fakeRule(() => ruling('full'))],
      },
    );
    const events = await eventsOf(ticketsOf('good', 'bad'), { rubric: [first, strict] });
    expect(events).toMatchObject([
      { type: 'run-start', rubrics: [{ id: 'test' }, { id: 'strict' }] },
      { type: 'review-start', index: 0 },
      { type: 'review-end', index: 0, scorecard: { rubric: { id: 'test' }, score: { earned: 10 } } },
      { type: 'review-end', index: 0, scorecard: { rubric: { id: 'strict' }, score: { earned: 10, possible: 50 } } },
      { type: 'review-start', index: 1 },
      { type: 'review-end', index: 1, scorecard: { rubric: { id: 'test' }, score: { earned: 0 } } },
      { type: 'review-end', index: 1, scorecard: { rubric: { id: 'strict' }, score: { earned: 10 } } },
      { type: 'run-end', summary: { passed: 1 }, summaries: [{ passed: 1 }, { tickets: 2, passed: 0 }] },
    ]);
  });

  test.each([
    ['rubric-missing', () => []],
    ['rubric-twice', () => [options().rubric, options().rubric].flat()],
  ])('does not start: %s', async (code, rubrics) => {
    await expect(eventsOf(ticketsOf('good'), { rubric: rubrics() })).rejects.toMatchObject({ code });
  });

  test('no tickets: a start and an end', async () => {
    expect((await eventsOf([])).map(({ type }) => type)).toEqual(['run-start', 'run-end']);
  });

  test('one ticket’s failure is an event, and the others go on', async () => {
    const now = () => {
      if (broken) throw new Error('secret words');
      return new Date(0);
    };
    let broken = false;
    const tickets = (function* () {
      const [first, second, third] = ticketsOf('good', 'good', 'good') as [Ticket, Ticket, Ticket];
      yield first;
      broken = true;
      yield second;
      broken = false;
      yield third;
    })();
    const events = await eventsOf(tickets, { now });
    expect(events.map(({ type }) => type)).toEqual([
      'run-start',
      'review-start',
      'review-end',
      'review-start',
      'review-error',
      'review-start',
      'review-end',
      'run-end',
    ]);
    expect(events[4]).toMatchObject({
      index: 1,
      number: 'INC1',
      error: { code: 'review-failed', message: 'The review failed: Error.' },
    });
    expect(events.at(-1)).toMatchObject({ summary: { tickets: 3, scored: 2, failedReviews: 1 } });
  });

  test('gathers the facts from the first tickets where none are given, and reviews each once', async () => {
    const [first, second] = ticketsOf('good', 'good') as [Ticket, Ticket];
    const { facts: _, ...rest } = options();
    const events = await collect(reviewTickets([first, { ...second, comments: [{ text: 'Called.' }] }], rest));
    expect(events[0]).toMatchObject({ facts: { records: 2, complete: true } });
    const cards = events.filter((event) => event.type === 'review-end');
    expect(cards.map(({ ticket }) => [ticket.number, ticket.workNotes, ticket.comments?.length])).toEqual([
      ['INC0', undefined, 0],
      ['INC1', undefined, 1],
    ]);
  });

  test.each([true, false])(
    'a source that breaks is told after the tickets before it (facts given: %s)',
    async (given) => {
      async function* torn() {
        yield* ticketsOf('good', 'bad');
        throw new Error('torn');
      }
      const seen: string[] = [];
      const run = async () => {
        const { facts: _, ...rest } = options();
        for await (const { type } of reviewTickets(torn(), given ? options() : rest)) seen.push(type);
      };
      await expect(run()).rejects.toThrow('torn');
      expect(seen).toEqual(['run-start', 'review-start', 'review-end', 'review-start', 'review-end']);
    },
  );

  test.each([
    ['at once, facts given', 'run-start', true],
    ['at once, facts gathered', 'run-start', false],
    ['midway, facts given', 'review-end', true],
    ['midway, facts gathered', 'review-end', false],
  ])('leaving the loop closes the source: %s', async (_, leaveAt, given) => {
    let closed = false;
    async function* source() {
      try {
        for (let round = 0; round < 2000; round++) yield* ticketsOf('good');
      } finally {
        closed = true;
      }
    }
    const tickets = source();
    const { facts: _facts, ...rest } = options();
    for await (const { type } of reviewTickets(tickets, given ? options() : rest)) if (type === leaveAt) break;
    const untouched = given && leaveAt === 'run-start';
    expect(closed || (untouched && (await tickets.next()).done)).toBe(true);
  });

  test('aborts the judge with the run', async () => {
    const controller = new AbortController();
    let heard = false;
    const judge: Judge = {
      id: 'slow',
      method: 'model',
      answer: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            heard = true;
            reject(new Error('stopped'));
          });
        }),
    };
    const rubric = compiled(
      rubricOf(graded('a', 10, { evaluator: { rules: [], judge: { type: 'grade', question: 'How?' } } })),
    );
    const run = async () => {
      for await (const { type } of reviewTickets(
        ticketsOf('good'),
        options({ rubric, judge, signal: controller.signal }),
      )) {
        if (type === 'review-start') setImmediate(() => controller.abort(new Error('enough')));
        expect(type).not.toBe('review-error');
      }
    };
    await expect(run()).rejects.toThrow('enough');
    expect(heard).toBe(true);
  });

  test.each([0, -1, 1.5, Number.NaN])('a run with a concurrency of %s cannot start', async (concurrency) => {
    await expect(eventsOf(ticketsOf('good'), { concurrency })).rejects.toMatchObject({ code: 'concurrency-invalid' });
  });

  test('an aborted run cannot start', async () => {
    await expect(eventsOf(ticketsOf('good'), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
  });
});
