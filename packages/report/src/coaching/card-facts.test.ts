import { describe, expect, test } from 'vitest';
import { failed, makeCard, makeTicket, middling, partial, proof, result, scored } from '../../test/fixtures.ts';
import { cardFactsOf } from './card-facts.ts';

describe('what a scorecard tells about habits', () => {
  test('counts each check by itself, and shares the loss among those that are not met', () => {
    const { scorecard } = middling();
    const description = scorecard.criteria.find(({ id }) => id === 'description');
    const facts = cardFactsOf(scorecard).habits.filter(({ criterionId }) => criterionId === 'description');
    const lost = facts.reduce((sum, fact) => sum + fact.lost, 0);
    expect(lost).toBe((description?.possible ?? 0) - (description?.points ?? 0));
    expect(facts.some(({ isGood }) => isGood)).toBe(true);
    expect(facts.filter(({ isGood }) => !isGood).every(({ advice }) => advice !== '')).toBe(true);
  });

  test('counts an automatic fail for the criterion as a whole', () => {
    const [validation] = cardFactsOf(failed().scorecard).habits;
    expect(validation).toMatchObject({ criterionId: 'validation', check: null, isGood: false, fails: true });
  });

  test('says nothing of what is unscored or does not apply', () => {
    const { scorecard } = partial();
    const told = new Set(cardFactsOf(scorecard).habits.map(({ criterionId }) => criterionId));
    const silent = scorecard.criteria.filter(({ verdict }) => verdict.status !== 'scored');
    expect(silent.length).toBeGreaterThan(0);
    for (const { id } of silent) expect(told.has(id)).toBe(false);
  });

  test('takes examples from what was written, not from lists', () => {
    const ticket = makeTicket({ contactType: 'phone', description: 'Okta push accepted.' });
    const evidence = [proof(ticket, 'contactType', 'phone'), proof(ticket, 'description', 'Okta push accepted.')];
    const card = makeCard(ticket, [result('validation', scored('pass', evidence))]);
    expect(cardFactsOf(card).habits[0]?.example).toMatchObject({ quote: 'Okta push accepted.' });
  });
});
