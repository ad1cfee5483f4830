import { type Ticket, TicketParseError } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import type { Answer, CheckReply, GradeReply, Judge, JudgeReplies, Question } from '../judge/judge.ts';
import type { Criterion, Rubric } from '../rubric/schema.ts';
import type { Rule } from '../rules/define-rule.ts';
import { type Scorecard, scorecardSchema } from '../scorecard/schema.ts';
import { buildProfile, buildTicket } from '../testing/build.ts';
import { checklist, compiled, criterion, fakeRule, gate, graded, level, rubricOf, ruling } from '../testing/rubric.ts';
import { reviewTicket } from './review-ticket.ts';

const USAGE = { requests: 1, inputTokens: 10, cachedInputTokens: 0, outputTokens: 5, costUsd: 0.01 };
const NOW = new Date('2030-01-02T03:04:05.000Z');
const DESCRIPTION = 'Contact Number: 5551234\nThe VPN client stops after login.';

interface Replies {
  readonly checks?: Readonly<Record<string, CheckReply>>;
  readonly grade?: GradeReply;
  readonly method?: Judge['method'];
  readonly asked?: Question[];
}

/** A judge that gives the same answers to every criterion. */
function fakeJudge({ checks = {}, grade, method = 'offline', asked = [] }: Replies = {}): Judge {
  return {
    id: method,
    method,
    answer(questions): JudgeReplies {
      asked.push(...questions);
      return {
        checks: new Map(questions.map(({ key }) => [key, new Map(Object.entries(checks))])),
        grades: new Map(questions.flatMap(({ key }) => (grade === undefined ? [] : [[key, grade]]))),
        usage: USAGE,
      };
    },
  };
}

function answer<Value extends string>(value: Value, more: Omit<Partial<Answer<never>>, 'value'> = {}) {
  return { value, quotes: [], rationale: `It is ${value}.`, confidence: 'high', ...more } as const;
}

interface Setting {
  readonly ticket?: Partial<Ticket>;
  readonly judge?: Judge;
  readonly rules?: Readonly<Record<string, readonly Rule[]>>;
}

async function review(rubric: Rubric, { ticket, judge = fakeJudge(), rules }: Setting): Promise<Scorecard> {
  const card = await reviewTicket(buildTicket({ description: DESCRIPTION, ...ticket }), {
    rubric: compiled(rubric, rules),
    profile: buildProfile(),
    judge,
    facts: { records: 2, complete: true, exported: [], filled: ['workNotes', 'comments'] },
    now: () => NOW,
  });
  return scorecardSchema.parse(card);
}

async function reviewOne(one: Criterion, setting: Setting): Promise<Scorecard['criteria'][number]> {
  const [line] = (await review(rubricOf(one), setting)).criteria;
  return line ?? expect.fail('one criterion, one line');
}

async function verdictBy(rule: Rule, one = graded('a', 10), ticket: Partial<Ticket> = {}) {
  return (await reviewOne(one, { rules: { [one.id]: [rule] }, ticket })).verdict;
}

describe('the scorecard', () => {
  test('holds everything about a ticket', async () => {
    const rubric = rubricOf(gate('validation'), graded('category', 10), graded('service', 60));
    const quote = { field: 'description', start: 0, end: 14, quote: 'Contact Number' };
    const card = await review(rubric, {
      ticket: {
        sysId: 'f'.repeat(32),
        assignedTo: 'Ana',
        openedAt: { text: '2 Jan', instant: '2030-01-02T00:00:00.000Z' },
      },
      rules: {
        validation: [fakeRule(() => ruling('deduct', { evidence: [quote] }))],
        category: [fakeRule(() => ruling('full', { basis: 'presence', missing: [] }))],
        service: [fakeRule(() => ruling('full', { missing: [] }))],
      },
    });
    expect(card).toMatchObject({
      schemaVersion: 1,
      ticket: {
        number: 'INC0000001',
        sysId: 'f'.repeat(32),
        assignedTo: 'Ana',
        assignmentGroup: 'Service Desk',
        openedAt: '2030-01-02T00:00:00.000Z',
      },
      rubric: { id: 'test', version: '1.0.0', hash: '0'.repeat(64) },
      status: 'complete',
      score: { earned: 55, possible: 70, percent: 78.6 },
      deductions: 15,
      notExamined: 10,
      strengths: [{ criterionId: 'service', text: 'The full level.' }],
      improvements: [{ criterionId: 'validation', gain: 15 }],
      pathToPass: [{ criterionId: 'validation', gain: 15 }],
      provenance: { judge: 'offline', profile: { id: 'test' }, reviewedAt: NOW.toISOString() },
      usage: { requests: 0 },
    });
    expect(card.criteria[1]?.verdict).toMatchObject({ basis: 'presence', confidence: 'low' });
  });

  test('is the same for the same input', async () => {
    const rubric = rubricOf(graded('a', 10));
    const rules = { a: [fakeRule(() => ruling('half'))] };
    expect(JSON.stringify(await review(rubric, { rules }))).toBe(JSON.stringify(await review(rubric, { rules })));
  });
});

describe('rules', () => {
  test('run in order, and the first verdict wins', async () => {
    const undecided = fakeRule(() => ({ status: 'undecided' }));
    const line = await reviewOne(graded('a', 10), {
      rules: { a: [undecided, fakeRule(() => ruling('half')), fakeRule(() => ruling('none'))] },
    });
    expect(line).toMatchObject({ points: 5, verdict: { levelId: 'half', method: 'rule' } });
  });

  test('leave the judge the levels that they do not exclude', async () => {
    const asked: Question[] = [];
    const one = graded('a', 10, { evaluator: { rules: [], judge: { type: 'grade', question: 'How?' } } });
    await reviewOne(one, {
      rules: { a: [fakeRule(() => ({ status: 'undecided', levels: ['full', 'half'] }))] },
      judge: fakeJudge({ asked }),
    });
    expect(asked).toMatchObject([{ type: 'grade', levels: ['full', 'half'] }]);
  });

  test('are not asked for what was not exported', async () => {
    const rule = fakeRule(() => expect.fail('called'), ['category']);
    expect(await verdictBy(rule, graded('a', 10), { category: undefined })).toMatchObject({
      status: 'unscored',
      reason: 'field-not-exported',
      detail: 'The export does not carry category.',
    });
  });

  test('that throw leave their criterion unscored, without telling what the ticket says', async () => {
    const verdict = await verdictBy(
      fakeRule(() => {
        throw new Error('cannot read "secret"');
      }),
    );
    expect(verdict).toMatchObject({
      status: 'unscored',
      reason: 'judge-failed',
      detail: 'The rule "fake" failed: Error.',
    });
  });

  test('decide nothing: undecided', async () => {
    expect(await verdictBy(fakeRule(() => ({ status: 'undecided' })))).toMatchObject({
      reason: 'undecided',
      possibleLevels: ['full', 'half', 'none'],
    });
  });
});

describe('a loss without proof', () => {
  const quote = { field: 'description', start: 0, end: 7, quote: 'Contact' };
  test.each<[string, Parameters<typeof ruling>[1], Partial<Ticket>, string]>([
    ['neither quote nor absence', { missing: [], evidence: [] }, {}, 'undecided'],
    [
      'a quote that does not stand there',
      { missing: [], evidence: [{ ...quote, start: 1, end: 8 }] },
      {},
      'evidence-not-found',
    ],
    [
      'a quote from an entry that does not exist',
      { missing: [], evidence: [{ ...quote, field: 'workNotes', entry: 0 }] },
      {},
      'evidence-not-found',
    ],
    ['an empty quote', { missing: [], evidence: [{ ...quote, end: 0, quote: '' }] }, {}, 'evidence-not-found'],
    [
      'an absence from a field that was not exported',
      { missing: [{ element: 'x', searched: ['description', 'workNotes'] }] },
      { workNotes: undefined },
      'field-not-exported',
    ],
  ])('%s: is unscored, never a silent loss', async (_, more, ticket, reason) => {
    expect(
      await verdictBy(
        fakeRule(() => ruling('half', more)),
        graded('a', 10),
        ticket,
      ),
    ).toMatchObject({ status: 'unscored', reason });
  });

  test('a gain needs none, and loses only the quote that does not stand', async () => {
    const evidence = [quote, { ...quote, quote: 'contact' }];
    expect(await verdictBy(fakeRule(() => ruling('full', { missing: [], evidence })))).toMatchObject({
      status: 'scored',
      evidence: [quote],
    });
  });

  test('a level that the rubric does not have is a failure of the rule', async () => {
    expect(await verdictBy(fakeRule(() => ruling('best')))).toMatchObject({ reason: 'judge-failed' });
  });
});

describe('a checklist', () => {
  const list = checklist(['all', 'one', 'two'], 'phone', 'issue', 'user');
  const one = criterion('items', [level('all', 20, { coaching: 'Well done.' }), level('one', 10), level('two', 0)], {
    evaluator: { rules: [], judge: list },
  });
  const phone = answer('met', { quotes: [{ field: 'description', quote: 'contact  number: 5551234' }] });
  const issue = answer('met', { quotes: [{ field: 'description', quote: 'The VPN client stops', start: 24 }] });
  const absent = answer('not-met');
  const unknown = answer('cannot-assess', { reason: 'needs-model' });
  const waived = answer('not-applicable');
  const by = (user: CheckReply, more: Readonly<Record<string, CheckReply>> = {}) =>
    fakeJudge({ checks: { phone, issue, user, ...more } });

  test('counts the unmet checks, and proves each with what stands in the ticket', async () => {
    const { points, verdict, coaching } = await reviewOne(one, { judge: by(absent) });
    expect(points).toBe(10);
    expect(verdict).toMatchObject({
      levelId: 'one',
      method: 'offline',
      rationale: 'Missing: user. Found: phone, issue.',
      missing: [{ element: 'user', searched: ['description'] }],
      evidence: [
        { field: 'description', start: 0, end: 23, quote: 'Contact Number: 5551234' },
        { field: 'description', start: 24, end: 44, quote: 'The VPN client stops' },
      ],
    });
    expect(coaching).toEqual(['Add user.']);
  });

  test('does not count checks that do not apply', async () => {
    expect((await reviewOne(one, { judge: by(waived) })).verdict).toMatchObject({ levelId: 'all' });
    expect(
      (await reviewOne(one, { judge: fakeJudge({ checks: { phone: waived, issue: waived, user: waived } }) })).verdict
        .status,
    ).toBe('not-applicable');
  });

  test('is bounded by what is unanswered', async () => {
    expect((await reviewOne(one, { judge: by(unknown) })).verdict).toMatchObject({
      status: 'unscored',
      reason: 'needs-model',
      possibleLevels: ['all', 'one'],
    });
    expect((await reviewOne(one, { judge: by(unknown, { issue: absent }) })).verdict).toMatchObject({
      possibleLevels: ['one', 'two'],
    });
    expect((await reviewOne(one, { judge: fakeJudge() })).verdict).toMatchObject({
      reason: 'undecided',
      possibleLevels: ['all', 'one', 'two'],
    });
  });

  test('is scored where no answer could change its level', async () => {
    const list = checklist(['all', 'one'], 'phone', 'user');
    const short = criterion('items', [level('all', 20), level('one', 10)], { evaluator: { rules: [], judge: list } });
    const verdict = (await reviewOne(short, { judge: fakeJudge({ checks: { phone: absent, user: unknown } }) }))
      .verdict;
    expect(verdict).toMatchObject({ status: 'scored', levelId: 'one' });
  });

  test('takes nothing for met that it cannot find', async () => {
    const invented = answer('met', { quotes: [{ field: 'description', quote: 'jdoe' }] });
    const line = await review(rubricOf(one), { judge: by(invented) });
    expect(line.criteria[0]?.verdict).toMatchObject({
      status: 'unscored',
      reason: 'evidence-not-found',
      possibleLevels: ['all', 'one'],
    });
    expect(line.needsReview).toEqual(['items']);
  });

  test('takes nothing for missing from a field that was not exported', async () => {
    const searched = answer('not-met', {
      missing: [{ element: 'user', searched: ['comments'] }],
      quotes: [{ field: 'description', quote: 'VPN client' }],
    });
    expect((await reviewOne(one, { judge: by(searched), ticket: { comments: undefined } })).verdict).toMatchObject({
      reason: 'field-not-exported',
    });
  });

  test('takes from a model only quotes that say something, from the fields asked about', async () => {
    for (const quote of [
      { field: 'description', quote: 'Contact Number' },
      { field: 'description', quote: 'client' },
      { field: 'category', quote: 'network problems' },
    ]) {
      const judge = fakeJudge({
        method: 'model',
        checks: { phone: answer('met', { quotes: [quote] }), issue, user: absent },
      });
      expect((await reviewOne(one, { judge, ticket: { category: 'network problems' } })).verdict).toMatchObject({
        reason: 'evidence-not-found',
      });
    }
  });

  test('finds a quote in whichever journal entry it stands', async () => {
    const noted = { ...list, checks: list.checks.map((check) => ({ ...check, fields: ['workNotes'] })) };
    const reply = answer('met', { quotes: [{ field: 'workNotes', quote: 'called  BACK' }] });
    const verdict = (
      await reviewOne(criterion('items', one.levels, { evaluator: { rules: [], judge: noted } }), {
        judge: fakeJudge({ checks: { phone: reply, issue: reply, user: reply } }),
        ticket: { workNotes: [{ text: 'Mailed.' }, { text: 'I called back.' }] },
      })
    ).verdict;
    expect(verdict).toMatchObject({
      levelId: 'all',
      evidence: [{ field: 'workNotes', entry: 1, start: 2, end: 13, quote: 'called back' }],
    });
  });
});

describe('a grade', () => {
  const one = graded('fit', 10, {
    judgeMayWaive: true,
    evaluator: { rules: [], judge: { type: 'grade', question: 'How?' } },
  });
  const quotes = [{ field: 'description', quote: 'VPN client stops' }];

  test('is the level that the judge chose', async () => {
    const line = await reviewOne(one, { judge: fakeJudge({ grade: answer('half', { quotes }) }) });
    expect(line).toMatchObject({
      points: 5,
      verdict: { levelId: 'half', evidence: [{ start: 28, quote: 'VPN client stops' }] },
    });
  });

  test.each<[string, GradeReply, string]>([
    ['no reply to a loss without proof', answer('half'), 'undecided'],
    ['a level that is not open', answer('best', { quotes }), 'judge-failed'],
    [
      'a quote that stands nowhere',
      answer('half', { quotes: [{ field: 'description', quote: 'no such words' }] }),
      'evidence-not-found',
    ],
    ['a waiver without proof', answer('not-applicable'), 'undecided'],
    ['no assessment', answer('cannot-assess', { reason: 'needs-model' }), 'needs-model'],
  ])('%s', async (_, grade, reason) => {
    expect((await reviewOne(one, { judge: fakeJudge({ grade }) })).verdict).toMatchObject({
      status: 'unscored',
      reason,
    });
  });

  test('may be waived with a quote, where the rubric allows it', async () => {
    const judge = fakeJudge({ grade: answer('not-applicable', { quotes }) });
    expect((await reviewOne(one, { judge })).verdict).toMatchObject({ status: 'not-applicable' });
    expect((await reviewOne({ ...one, judgeMayWaive: false }, { judge })).verdict).toMatchObject({
      reason: 'undecided',
    });
  });
});

describe('two keys', () => {
  const severe = criterion(
    'process',
    [
      level('pass', 0),
      level('minor', 0, { deduction: 15 }),
      level('major', 0, { deduction: 35 }),
      level('fail', 0, { autoFail: true }),
    ],
    {
      evaluator: { rules: [], judge: { type: 'grade', question: 'How?' } },
    },
  );
  const quotes = [{ field: 'description', quote: 'VPN client stops' }];

  test.each([
    ['major', ['pass', 'minor', 'major']],
    ['fail', ['pass', 'minor', 'fail']],
  ])('a judge alone cannot decide "%s"', async (value, possibleLevels) => {
    const card = await review(rubricOf(severe), { judge: fakeJudge({ grade: answer(value, { quotes }) }) });
    expect(card.criteria[0]?.verdict).toMatchObject({
      status: 'unscored',
      reason: 'needs-second-key',
      possibleLevels,
      evidence: [{ quote: 'VPN client stops' }],
    });
    expect(card.needsReview).toEqual(['process']);
  });

  test('it can decide a lesser level, and a rule brings its own keys', async () => {
    expect(
      (await reviewOne(severe, { judge: fakeJudge({ grade: answer('minor', { quotes }) }) })).verdict,
    ).toMatchObject({ levelId: 'minor' });
    expect(
      await verdictBy(
        fakeRule(() => ruling('fail')),
        severe,
      ),
    ).toMatchObject({ levelId: 'fail' });
  });
});

describe('a judge', () => {
  const graded1 = graded('a', 10, { evaluator: { rules: [], judge: { type: 'grade', question: 'How?' } } });

  test('is asked once a ticket, about all that is open, and its usage is told', async () => {
    let calls = 0;
    const judge: Judge = {
      ...fakeJudge(),
      answer: async (questions, context) => {
        calls++;
        return fakeJudge({ grade: answer('full') }).answer(questions, context);
      },
    };
    const card = await review(rubricOf(graded1, { ...graded1, id: 'b' }, graded('c', 10)), {
      judge,
      rules: { c: [fakeRule(() => ruling('full'))] },
    });
    expect(calls).toBe(1);
    expect(card).toMatchObject({ score: { earned: 30 }, usage: USAGE });
  });

  test('is not asked where nothing is open', async () => {
    const judge: Judge = { id: 'never', method: 'offline', answer: () => expect.fail('asked') };
    const card = await review(rubricOf(graded1), { judge, rules: { a: [fakeRule(() => ruling('full'))] } });
    expect(card.usage.requests).toBe(0);
  });

  test.each<[string, Judge['answer']]>([
    [
      'throws',
      () => {
        throw new Error('secret words');
      },
    ],
    ['rejects', () => Promise.reject(new Error('secret words'))],
  ])('that %s leaves its criteria unscored, and the rules’ verdicts stand', async (_, answerWith) => {
    const judge: Judge = { id: 'broken', method: 'model', answer: answerWith };
    const card = await review(rubricOf(graded1, graded('b', 10)), {
      judge,
      rules: { b: [fakeRule(() => ruling('full'))] },
    });
    expect(card.criteria.map(({ verdict }) => verdict.status)).toEqual(['unscored', 'scored']);
    expect(card.criteria[0]?.verdict).toMatchObject({ reason: 'judge-failed', detail: 'The judge failed: Error.' });
    expect(card.needsReview).toEqual(['a']);
  });

  test('may say why in an error of ours, which holds no ticket text', async () => {
    const error = new TicketParseError('Too slow.', { code: 'slow', source: 'model' });
    const judge: Judge = { id: 'broken', method: 'model', answer: () => Promise.reject(error) };
    expect((await reviewOne(graded1, { judge })).verdict).toMatchObject({ detail: 'The judge failed: Too slow.' });
  });
});

test('a gate decided with low confidence needs a look', async () => {
  const rules = {
    gate: [fakeRule(() => ruling('pass', { confidence: 'low' }))],
    a: [fakeRule(() => ruling('full', { confidence: 'low' }))],
  };
  expect((await review(rubricOf(gate(), graded('a', 10)), { rules })).needsReview).toEqual(['gate']);
});
