import { expect, test } from 'vitest';
import { buildTicket } from '../testing/build.ts';
import { graded } from '../testing/rubric.ts';
import { compileConditions } from './conditions.ts';

const phoneOnly = compileConditions(
  graded('a', 10, { appliesWhen: [{ field: 'contactType', is: ['Walk-in', 'phone'] }] }),
);
const notCanceled = compileConditions(
  graded('a', 10, {
    appliesWhen: [
      { field: 'state', isNot: ['Canceled', '8'] },
      { field: 'closeCode', is: ['Solved'] },
    ],
  }),
);

test.each(['phone', 'PHONE', 'walk_in', 'Walk-In'])('holds for %s', (contactType) => {
  expect(phoneOnly(buildTicket({ contactType }))).toBeUndefined();
});

test('does not apply for another value, which it quotes, nor for a blank one', () => {
  expect(phoneOnly(buildTicket({ contactType: 'email' }))).toMatchObject({
    status: 'not-applicable',
    evidence: [{ field: 'contactType', start: 0, end: 5, quote: 'email' }],
  });
  expect(phoneOnly(buildTicket({ contactType: '' }))).toMatchObject({ status: 'not-applicable', evidence: [] });
});

test('compares the code behind a displayed value too', () => {
  expect(notCanceled(buildTicket({ state: 'Annulé', codes: { state: '8' }, closeCode: 'Solved' }))?.status).toBe(
    'not-applicable',
  );
});

test('stays open where the field was not exported, unless another condition already fails', () => {
  const { closeCode: _, ...open } = buildTicket({ state: 'Closed' });
  expect(notCanceled(open)).toMatchObject({
    status: 'unscored',
    reason: 'field-not-exported',
    mayNotApply: true,
    possibleLevels: ['full', 'half', 'none'],
  });
  expect(notCanceled({ ...open, state: 'canceled' })?.status).toBe('not-applicable');
});
