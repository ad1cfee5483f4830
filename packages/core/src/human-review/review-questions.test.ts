import { expect, test } from 'vitest';
import { loadBuiltInRubric } from '../rubric/load.ts';
import type { Scorecard } from '../scorecard/schema.ts';
import type { CheckResult, Confidence, UnscoredReason, Verdict } from '../verdict.ts';
import { reviewQuestions } from './review-questions.ts';

const { data: rubric } = loadBuiltInRubric('incident-logging');
const gate = rubric.criteria.find(({ levels }) => levels.some(({ autoFail }) => autoFail));
const severe = gate?.levels.find(({ autoFail }) => autoFail);
if (gate === undefined || severe === undefined) throw new Error('The rubric has no automatic fail.');

const scored = (levelId: string, confidence: Confidence): Verdict => ({
  status: 'scored',
  levelId,
  method: 'rule',
  confidence,
  rationale: '',
  evidence: [],
});
const unscored = (reason: UnscoredReason): Verdict => ({
  status: 'unscored',
  reason,
  detail: '',
  possibleLevels: [severe.id],
});
const questionsOf = (verdict: Verdict, needsReview: readonly string[] = [], id = gate.id) =>
  reviewQuestions({ needsReview, criteria: [{ id, verdict }] } as unknown as Scorecard, rubric);

test.each<[string, Verdict, readonly string[], string | undefined]>([
  ['what the scorecard says a person should look at', scored(severe.id, 'high'), [gate.id], 'needs-review'],
  ['that, whatever else it is', unscored('needs-model'), [gate.id], 'needs-review'],
  ['what only a model or a person can tell', unscored('needs-model'), [], 'unscored'],
  ['what nobody decided', unscored('undecided'), [], 'unscored'],
  ['what depends on how the caller made contact', unscored('contact-type-unknown'), [], 'unscored'],
  ['what was not asked any more', unscored('not-asked'), [], 'unscored'],
  ['what is in another language', unscored('language-not-supported'), [], 'unscored'],
  ['not what the export left out', unscored('field-not-exported'), [], undefined],
  ['not a conversation that is not there', unscored('no-conversation'), [], undefined],
  ['a severe level in doubt', scored(severe.id, 'low'), [], 'severe-in-doubt'],
  ['not a severe level without doubt', scored(severe.id, 'medium'), [], undefined],
  ['not a mild level in doubt', scored(gate.levels[0]?.id ?? '', 'low'), [], undefined],
  ['not what does not apply', { status: 'not-applicable', rationale: '' }, [], undefined],
])('asks a person about %s', (_, verdict, needsReview, why) => {
  expect(questionsOf(verdict, needsReview)).toEqual(why === undefined ? [] : [{ criterion: gate.id, why }]);
});

const checklist = rubric.criteria.find(({ evaluator }) => evaluator.judge?.type === 'checklist');
const checks = (...sure: readonly [CheckResult['answer'], Confidence][]): Verdict => ({
  ...{ status: 'scored', levelId: '', method: 'offline', confidence: 'low', rationale: '', evidence: [] },
  checks: sure.map(([answer, confidence], at) => ({
    ...{ id: `${at}`, title: '', answer, confidence, rationale: '', evidence: [], method: 'offline' },
  })),
});

test.each<[string, Verdict, string | undefined]>([
  ['a check in doubt', checks(['met', 'high'], ['not-met', 'low']), 'in-doubt'],
  ['one that is met in doubt', checks(['met', 'low']), 'in-doubt'],
  ['not checks without doubt', checks(['met', 'medium'], ['not-met', 'high']), undefined],
  ['not a check that nobody answered', checks(['met', 'high'], ['not-applicable', 'low']), undefined],
  [
    'not one that changes nothing any more',
    checks(...Array.from({ length: 9 }, (): ['not-met', Confidence] => ['not-met', 'high']), ['not-met', 'low']),
    undefined,
  ],
])('asks a person about %s', (_, verdict, why) => {
  const id = checklist?.id ?? '';
  expect(questionsOf(verdict, [], id)).toEqual(why === undefined ? [] : [{ criterion: id, why }]);
});

test('asks nobody about a criterion that the rubric does not have', () => {
  expect(questionsOf(unscored('undecided'), [], 'gone')).toEqual([]);
});
