import { type ModelCall, type Script, scriptedModel } from '@tqrs/llm/testing';
import { describe, expect, test } from 'vitest';
import { reviewTickets } from '../../review/review-tickets.ts';
import type { Criterion, Rubric } from '../../rubric/schema.ts';
import type { Scorecard } from '../../scorecard/schema.ts';
import { buildProfile, buildTicket, FACTS } from '../../testing/build.ts';
import { answering, idsAsked } from '../../testing/model.ts';
import { compiled, graded, rubricOf } from '../../testing/rubric.ts';
import type { AnswerCache, KeptAnswers, StoredAnswer } from './asking/answer-cache.ts';
import { createModelJudge, type ModelJudge, type ModelJudgeOptions } from './create-model-judge.ts';
import { createEstimatingJudge } from './estimate.ts';
import type { SentRecord } from './sent-record.ts';

const QUOTE = { quote: 'The VPN client drops' };
const ticket = buildTicket({ description: 'The VPN client drops since Monday. Please confirm once it works.' });
const asks = (id: string, question = `How is ${id}?`): Criterion =>
  graded(id, 10, { evaluator: { judge: { type: 'grade', question } } });

/** A cache that can be asked by question, as the record of a run can. */
function record(): AnswerCache & KeptAnswers & { readonly answers: Map<string, StoredAnswer> } {
  const answers = new Map<string, StoredAnswer>();
  return {
    answers,
    get: (key) => answers.get(key),
    set: (key, answer) => void answers.set(key, answer),
    find(question) {
      for (const { questions, answers: given, answeredBy, fingerprint } of answers.values())
        for (const [id, key] of Object.entries(questions))
          if (key === question) return { answer: given[id], answeredBy, fingerprint };
      return undefined;
    },
  };
}

interface Reviewed {
  readonly card: Scorecard;
  readonly sent: SentRecord | undefined;
  readonly judge: ModelJudge;
  readonly asked: string[][];
}

async function review(rubric: Rubric, script: Script, options: Partial<ModelJudgeOptions> = {}): Promise<Reviewed> {
  const model = scriptedModel(script);
  const judge = createModelJudge({ model, ...options });
  const settings = { rubric: compiled(rubric), profile: buildProfile(), judge, facts: FACTS, now: () => new Date(0) };
  for await (const event of reviewTickets([ticket], settings))
    if (event.type === 'review-end')
      return { card: event.scorecard, sent: event.sent, judge, asked: model.calls.map(idsAsked) };
  return expect.fail('nothing was reviewed');
}

const answer = answering({}, QUOTE);
const refuse: Script = [{ fault: 'refusal' }];

describe('the answers of an earlier run', () => {
  test('serve every question that is still the same, and only the others are asked', async () => {
    const kept = record();
    await review(rubricOf(asks('a'), asks('b'), asks('c')), answer, { cache: kept });
    const changed = rubricOf(asks('a'), asks('b', 'How well is it told?'), asks('c'), asks('d'));
    const { card, asked, judge } = await review(changed, answer, { kept });
    expect(asked).toEqual([['b', 'd']]);
    expect(card).toMatchObject({ status: 'complete', score: { earned: 40 }, usage: { requests: 1 } });
    expect(judge.manifest()).toMatchObject({ answers: { asked: 1, kept: 1 }, usage: { requests: 1 } });
  });

  test('need no request where only points and titles of the rubric changed', async () => {
    const kept = record();
    await review(rubricOf(asks('a'), asks('b')), answer, { cache: kept });
    const reweighted = rubricOf({ ...asks('a'), levels: graded('a', 30).levels }, asks('b'));
    const { card, asked } = await review({ ...reweighted, title: 'Another title' }, [], { kept });
    expect(asked).toEqual([]);
    expect(card).toMatchObject({ score: { earned: 40, possible: 40 } });
  });

  test('leave only the changed question unscored where the request for it fails', async () => {
    const kept = record();
    await review(rubricOf(asks('a'), asks('b')), answer, { cache: kept });
    const { card } = await review(rubricOf(asks('a'), asks('b', 'Why?')), refuse, { kept });
    expect(card.criteria.map(({ verdict }) => verdict)).toMatchObject([
      { status: 'scored' },
      { status: 'unscored', reason: 'refused' },
    ]);
  });

  test('are not put to the vote because more hangs on them now', async () => {
    const doubtful = (call: ModelCall) => answering({ a: { verdict: 'cannot-assess', quote: null } }, QUOTE)(call);
    const kept = record();
    const mild = rubricOf({ ...asks('a'), levels: graded('a', 1).levels }, asks('b'), asks('c'));
    expect((await review(mild, doubtful, { cache: kept })).asked).toHaveLength(1);
    const weighty = rubricOf({ ...asks('a'), levels: graded('a', 40).levels }, asks('b'), asks('c'));
    expect((await review(weighty, doubtful)).asked.length).toBeGreaterThan(1);
    expect((await review(weighty, [], { kept })).asked).toEqual([]);
  });

  test('are left out of an estimate', async () => {
    const kept = record();
    await review(rubricOf(asks('a')), answer, { cache: kept });
    const estimateOf = async (rubric: Rubric) => {
      const judge = createEstimatingJudge({ model: scriptedModel([]), kept });
      const settings = { rubric: compiled(rubric), profile: buildProfile(), judge, facts: FACTS };
      for await (const event of reviewTickets([ticket], settings)) void event;
      return judge.estimate();
    };
    expect(await estimateOf(rubricOf(asks('a')))).toMatchObject({ tickets: 0, likely: { requests: 0 } });
    expect(await estimateOf(rubricOf(asks('a'), asks('b')))).toMatchObject({ tickets: 1, likely: { requests: 1 } });
  });
});

describe('a run that was interrupted', () => {
  test('counts an answer as asked once that it got before, and the next ones as kept', async () => {
    const cache = record();
    const rubric = rubricOf(asks('a'));
    const undisturbed = await review(rubric, answer, { cache });
    const resumed = await review(rubric, [], { cache, unsettled: cache.answers.keys() });
    expect(resumed.judge.manifest()).toEqual(undisturbed.judge.manifest());
    const again = await review(rubric, [], { cache });
    expect(again.judge.manifest().answers).toEqual({ asked: 0, kept: 1 });
  });

  test('recalls what was sent about the tickets that are finished', async () => {
    const cache = record();
    const rubric = rubricOf(asks('a'));
    const { sent, judge } = await review(rubric, answer, { cache });
    const resumed = createModelJudge({ model: scriptedModel([]), cache, unsettled: cache.answers.keys() });
    resumed.recall(JSON.parse(JSON.stringify(sent)));
    expect(resumed.manifest()).toEqual(judge.manifest());
  });
});
