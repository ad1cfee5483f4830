import { TqrsError } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import type { GradeReply, Judge, JudgeReplies, Question, QuestionKey } from '../judge/judge.ts';
import type { Rubric } from '../rubric/schema.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { Scorecard } from '../scorecard/schema.ts';
import { buildProfile, buildTicket, FACTS } from '../testing/build.ts';
import {
  checklist,
  compiled,
  criterion,
  fakeRule,
  gate,
  graded,
  level,
  open,
  rubricOf,
  ruling,
} from '../testing/rubric.ts';
import { openRun } from './open-run.ts';
import { reviewTickets } from './review-tickets.ts';

const USAGE = { requests: 1, inputTokens: 10, cachedInputTokens: null, outputTokens: 5, costUsd: null };
const DESCRIPTION = 'The caller gave no proof. The desk reset the password all the same.';
const QUOTES = [{ field: 'description', quote: 'reset the password all the same' }];
const asks = { evaluator: { judge: { type: 'grade' as const, question: 'How?' } } };

const reply = (value: string, more: Partial<GradeReply> = {}): GradeReply => ({
  value,
  quotes: QUOTES,
  rationale: `It is ${value}.`,
  confidence: 'high',
  ...more,
});

function modelJudge(
  grades: Readonly<Record<string, GradeReply>>,
  more: Partial<JudgeReplies> = {},
  asked: Question[] = [],
): Judge {
  return {
    id: 'test:model',
    method: 'model',
    answer(questions) {
      asked.push(...questions);
      return { checks: new Map(), grades: new Map(Object.entries(grades)) as never, usage: USAGE, ...more };
    },
  };
}

async function review(
  rubrics: readonly Rubric[],
  judge: Judge,
  rules: Readonly<Record<string, readonly Rule[]>> = {},
): Promise<readonly Scorecard[]> {
  const run = openRun({
    rubrics: rubrics.map((rubric) => compiled(rubric, rules)),
    profile: buildProfile(),
    judge,
    facts: FACTS,
    spelling: undefined,
    now: () => new Date(0),
  });
  return (await run(buildTicket({ description: DESCRIPTION }))).scorecards;
}

describe('several rubrics', () => {
  const first = { ...rubricOf(graded('fit', 10, asks)), id: 'first' };
  const second = { ...rubricOf(graded('fit', 10, asks), graded('other', 10, asks)), id: 'second' };
  const none = { ...rubricOf(graded('fit', 10)), id: 'none' };

  test('are asked about at once, and criteria of one name are kept apart', async () => {
    const asked: Question[] = [];
    const judge = modelJudge(
      {
        'first/fit': reply('full'),
        'second/fit': reply('none'),
        'second/other': reply('half'),
      },
      {},
      asked,
    );
    const cards = await review([first, second], judge);
    expect(asked.map(({ key }) => key)).toEqual(['first/fit', 'second/fit', 'second/other']);
    expect(cards.map(({ criteria }) => criteria.map(({ points }) => points))).toEqual([[10], [0, 5]]);
  });

  test('share one request, whose usage counts once: on the first that asked', async () => {
    const rules = { fit: [] };
    const cards = await review([none, first, second], modelJudge({ 'first/fit': reply('full') }), rules);
    expect(cards.map(({ usage }) => usage.requests)).toEqual([0, 1, 0]);
    expect(cards[1]?.usage).toEqual(USAGE);
  });

  test('are all known to the judge, also those that have nothing to ask', async () => {
    const judge: Judge = {
      ...modelJudge({}),
      answer: (_, { rubrics }) => {
        expect(rubrics.map(({ id }) => id)).toEqual(['first', 'none']);
        return { checks: new Map(), grades: new Map(), usage: USAGE };
      },
    };
    await review([first, none], judge);
  });
});

test('what the model is called, what it noticed and whom to call stand on the scorecard', async () => {
  const model = {
    provider: 'openai',
    host: 'api.example',
    model: 'm',
    answeredBy: ['m-1'],
    fingerprints: ['fp'],
    promptVersion: '1',
    redacted: true,
  };
  const findings = [{ id: 'odd', message: 'Odd.' }];
  const needsReview = new Set<QuestionKey>(['test/a']);
  const rubric = rubricOf(graded('a', 10, asks), graded('b', 10, asks));
  const judge = modelJudge(
    { 'test/a': reply('full', { votes: { full: 2, half: 1 } }), 'test/b': reply('full') },
    { model, findings, needsReview },
  );
  const [card] = await review([rubric], judge);
  expect(card?.provenance.model).toEqual(model);
  expect(card?.findings).toEqual(findings);
  expect(card?.needsReview).toEqual(['a']);
  expect(card?.criteria[0]?.verdict).toMatchObject({ votes: { full: 2, half: 1 } });
});

describe('a severe level of a model', () => {
  const levels = [level('pass', 0), level('minor', 0, { deduction: 15 }), level('fail', 0, { autoFail: true })];
  const severe = criterion('gate', levels, asks);
  const verdictWith = async (grade: GradeReply, secondKey?: string) => {
    const secondKeys =
      secondKey === undefined ? {} : { secondKeys: new Map([['test/gate' as QuestionKey, secondKey]]) };
    const [card] = await review([rubricOf(severe, graded('a', 10))], modelJudge({ 'test/gate': grade }, secondKeys), {
      a: [fakeRule(() => ruling('full'))],
    });
    return card?.criteria[0]?.verdict;
  };

  test('stands where a second question came to the same', async () => {
    expect(await verdictWith(reply('fail'), 'fail')).toMatchObject({
      status: 'scored',
      levelId: 'fail',
      method: 'model',
    });
  });

  test.each([
    [undefined, ['pass', 'minor', 'fail']],
    ['pass', ['pass', 'minor', 'fail']],
    ['cannot-assess', ['pass', 'minor', 'fail']],
  ])('is withheld where it came to %s', async (secondKey, possibleLevels) => {
    expect(await verdictWith(reply('fail'), secondKey)).toMatchObject({
      status: 'unscored',
      reason: 'needs-second-key',
      possibleLevels,
      evidence: [{ quote: 'reset the password all the same' }],
    });
  });

  test('is not proved by agreement: its quote has to stand all the same', async () => {
    const made = reply('fail', { quotes: [{ field: 'description', quote: 'handed the password to a stranger' }] });
    expect(await verdictWith(made, 'fail')).toMatchObject({ status: 'unscored', reason: 'evidence-not-found' });
  });

  test('needs no second key where it is not severe', async () => {
    expect(await verdictWith(reply('minor'))).toMatchObject({ levelId: 'minor' });
  });
});

describe('a gate that the rules left open for want of a second key', () => {
  const secondKey = { question: 'Was it?', again: 'And in other words?' };
  const held = gate('gate', { evaluator: { secondKey } });
  const leaves = (reason: 'needs-second-key' | 'field-not-exported') => ({
    gate: [fakeRule(() => open(['deduct', 'fail'], { reason, detail: 'As the rule left it.' }))],
  });
  const byModel = (grades: Readonly<Record<string, GradeReply>>, second = 'fail', asked: Question[] = []) =>
    modelJudge(grades, { secondKeys: new Map([['test/gate', second]]) }, asked);

  test('is settled by a model, among the levels that the rules left', async () => {
    const asked: Question[] = [];
    const [card] = await review(
      [rubricOf(held)],
      byModel({ 'test/gate': reply('fail') }, 'fail', asked),
      leaves('needs-second-key'),
    );
    expect(asked).toMatchObject([
      { type: 'grade', levels: ['deduct', 'fail'], settles: 'second-key', grade: secondKey },
    ]);
    expect(card?.criteria[0]?.verdict).toMatchObject({ status: 'scored', levelId: 'fail', method: 'model' });
  });

  test.each<[string, Readonly<Record<string, GradeReply>>, string]>([
    ['cannot assess it', { 'test/gate': reply('cannot-assess', { quotes: [] }) }, 'cannot-assess'],
    ['says two things', { 'test/gate': reply('fail') }, 'deduct'],
    ['says nothing', {}, 'fail'],
  ])('stays as the rule left it where the model %s', async (_, grades, second) => {
    const [card] = await review([rubricOf(held)], byModel(grades, second), leaves('needs-second-key'));
    expect(card?.criteria[0]?.verdict).toMatchObject({ reason: 'needs-second-key', detail: 'As the rule left it.' });
  });

  test('is none of the offline judge’s business, nor a gate that is open for other reasons', async () => {
    const asked: Question[] = [];
    const offline: Judge = { ...byModel({}, 'fail', asked), method: 'offline' };
    await review([rubricOf(held)], offline, leaves('needs-second-key'));
    await review([rubricOf(held)], byModel({}, 'fail', asked), leaves('field-not-exported'));
    expect(asked).toEqual([]);
  });

  test('stays as the rule left it where the model fails', async () => {
    const judge: Judge = { id: 'x', method: 'model', answer: () => Promise.reject(new Error('no')) };
    const [card] = await review([rubricOf(held, graded('a', 10, asks))], judge, leaves('needs-second-key'));
    expect(card?.criteria.map(({ verdict }) => verdict.status === 'unscored' && verdict.reason)).toEqual([
      'needs-second-key',
      'judge-failed',
    ]);
  });
});

describe('what hangs on an answer', () => {
  const stakesOf = async (
    rubric: Rubric,
    grades: Readonly<Record<string, GradeReply>>,
    contested: readonly string[],
    rules = {},
  ) => {
    let stakes: unknown;
    const judge: Judge = {
      ...modelJudge(grades),
      answer: (questions, context) => {
        const replies = modelJudge(grades).answer(questions, context) as JudgeReplies;
        const { severe, decisive } =
          context.weigh?.(replies, new Set(contested)) ?? expect.fail('nothing to weigh with');
        stakes = { severe: [...severe], decisive: [...decisive] };
        return replies;
      },
    };
    await review([rubric], judge, rules);
    return stakes;
  };
  const large = graded('large', 90, asks);
  const small = graded('small', 3, asks);

  test.each([
    ['crosses the pass mark', [large, graded('rest', 10)], ['test/large'], ['test/large']],
    ['cannot move it', [graded('rest', 97), small], ['test/small'], []],
    ['is not contested', [large, graded('rest', 10)], [], []],
  ])('that %s', async (_, criteria, contested, decisive) => {
    const grades = { 'test/large': reply('full'), 'test/small': reply('full') };
    const rules = { rest: [fakeRule(() => ruling('full'))] };
    expect(await stakesOf(rubricOf(...criteria), grades, contested, rules)).toEqual({ severe: [], decisive });
  });

  test('is seen beside something else that is open: an end of the range crosses an edge', async () => {
    const rules = { rest: [fakeRule(() => open(['full', 'none']))] };
    const rubric = (points: number) =>
      rubricOf(graded('rest', 7), graded('large', points, asks), graded('c', 93 - points));
    const grades = { 'test/large': reply('full') };
    const full = { ...rules, c: [fakeRule(() => ruling('full'))] };
    expect(await stakesOf(rubric(90), grades, ['test/large'], full)).toMatchObject({ decisive: ['test/large'] });
    expect(await stakesOf(rubric(0.1), grades, ['test/large'], full)).toMatchObject({ decisive: [] });
  });

  test('is severe by its own level, contested or not', async () => {
    const severe = criterion('gate', [level('pass', 0), level('fail', 0, { autoFail: true })], asks);
    expect(await stakesOf(rubricOf(severe, large), { 'test/gate': reply('fail') }, [])).toMatchObject({
      severe: ['test/gate'],
    });
  });

  test('of a checklist goes by the checks that are contested', async () => {
    const list = checklist(['all', 'one', 'two'], 'phone', 'issue');
    const items = criterion('items', [level('all', 100), level('one', 95), level('two', 0)], {
      evaluator: { judge: list },
    });
    const met = reply('met') as never;
    const decisiveWith = async (contested: readonly string[]) => {
      let decisive: readonly string[] = [];
      const judge: Judge = {
        id: 'm',
        method: 'model',
        answer: (_, { weigh }) => {
          const replies = {
            checks: new Map([
              [
                'test/items' as QuestionKey,
                new Map([
                  ['phone', met],
                  ['issue', met],
                ]),
              ],
            ]),
            grades: new Map(),
            usage: USAGE,
          };
          decisive = [...(weigh?.(replies, new Set(contested)).decisive ?? [])];
          return replies;
        },
      };
      await review([rubricOf(items)], judge);
      return decisive;
    };
    expect(await decisiveWith(['test/items/phone'])).toEqual([]);
    expect(await decisiveWith(['test/items/phone', 'test/items/issue'])).toEqual(['test/items']);
  });
});

describe('a judge that stops', () => {
  test('ends the run: what is in flight is told, the source is closed, and the end says why', async () => {
    const error = new TqrsError('No credit left.', { code: 'quota-exhausted' });
    let answered = 0;
    let closed = false;
    const judge: Judge = {
      ...modelJudge({ 'test/a': reply('full') }),
      stopped: () => (answered >= 3 ? error : undefined),
      answer: async (...args) => {
        answered++;
        return modelJudge({ 'test/a': reply('full') }).answer(...args);
      },
    };
    async function* tickets() {
      try {
        for (;;) yield buildTicket({ description: DESCRIPTION });
      } finally {
        closed = true;
      }
    }
    const events = [];
    const options = {
      rubric: compiled(rubricOf(graded('a', 10, asks))),
      profile: buildProfile(),
      judge,
      facts: FACTS,
      concurrency: 2,
    };
    for await (const event of reviewTickets(tickets(), options)) events.push(event);
    expect(events.at(-1)).toMatchObject({ type: 'run-end', stopped: error });
    const started = events.filter(({ type }) => type === 'review-start').length;
    expect(events.filter(({ type }) => type === 'review-end')).toHaveLength(started);
    expect(started).toBeLessThanOrEqual(5);
    expect(closed).toBe(true);
  });
});
