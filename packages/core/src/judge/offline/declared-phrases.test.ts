import { expect, test } from 'vitest';
import type { Criterion } from '../../rubric/schema.ts';
import { buildCheck, buildContext } from '../../testing/build.ts';
import { answerCheckByPhrases, answerGradeByPhrases } from './declared-phrases.ts';

const check = buildCheck({ fields: ['closeNotes'], notMetBy: 'absence' });
const phrases = { met: ['spill kit cleaning'], notMet: ['left as it is'] };
const answer = (closeNotes: string) => answerCheckByPhrases(check, phrases, buildContext({ closeNotes }));

test.each([
  ['met', 'Spill kit cleaning done.'],
  ['met', 'Spill kit cleaning, ward informed.'],
  ['not-met', 'Spill kit cleaning was not done.'],
  ['not-met', 'Spill kit cleaning will be done tomorrow.'],
  ['not-met', 'Spill kit cleaning is planned for Monday.'],
  ['not-met', 'Spill kit cleaning required.'],
  ['not-met', 'Spill kit cleaning was forgotten.'],
  ['not-met', 'Awaiting spill kit cleaning.'],
  ['not-met', 'Spill kit cleaning done, otherwise left as it is.'],
])('a check by phrases, %s: %s', (value, closeNotes) => {
  expect(answer(closeNotes).value).toBe(value);
});

test('a grade by phrases takes the best level that is stated, not one that is planned', () => {
  const criterion = { fields: ['closeNotes'] } as unknown as Criterion;
  const grade = (closeNotes: string) =>
    answerGradeByPhrases(
      { lasting: ['valve replaced'], makeshift: ['valve taped'] },
      criterion,
      ['lasting', 'makeshift'],
      buildContext({ closeNotes }),
    ).value;
  expect(grade('Valve taped.')).toBe('makeshift');
  expect(grade('Valve taped. Then valve replaced.')).toBe('lasting');
  expect(grade('Valve taped. Valve replaced tomorrow.')).toBe('makeshift');
});
