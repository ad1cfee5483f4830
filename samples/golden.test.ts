import { readFileSync } from 'node:fs';
import {
  createOfflineJudge,
  createSpellChecker,
  loadBuiltInRubric,
  loadProfile,
  profileWords,
  reviewTickets,
  type Scorecard,
} from '@tqrs/core';
import { parseTickets, surveyExport } from '@tqrs/parser';
import { beforeAll, describe, expect, test } from 'vitest';

/** One of each kind: a good ticket, deductions, automatic fails, a failed process, a range, another language, blanks. */
const GOLDEN = ['41001', '41004', '41006', '41024', '41025', '41042', '41045', '41052'].map(
  (digits) => `INC00${digits}`,
);

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

describe('the scorecards of sample tickets', () => {
  const cards = new Map<string, Scorecard>();
  beforeAll(async () => {
    const profile = loadProfile(read('profile.yaml'), { source: 'profile.yaml' });
    const spelling = await createSpellChecker(profileWords(profile.data));
    const bytes = read('incidents.json');
    const run = reviewTickets(parseTickets(bytes), {
      rubric: loadBuiltInRubric('incident-logging'),
      profile,
      judge: createOfflineJudge(),
      spelling,
      facts: await surveyExport(bytes),
      now: () => new Date(0),
    });
    for await (const event of run) if (event.type === 'review-end') cards.set(event.ticket.number, event.scorecard);
  });

  test.each(GOLDEN)('%s', async (number) => {
    await expect(`${JSON.stringify(cards.get(number), null, 2)}\n`).toMatchFileSnapshot(`golden/${number}.json`);
  });

  test('add up, and prove every lost point', () => {
    expect(cards.size).toBe(58);
    for (const { criteria, deductions, calculated } of cards.values()) {
      const points = criteria.reduce((sum, { points }) => sum + (points ?? 0), 0);
      expect(criteria.reduce((sum, { deduction }) => sum + deduction, 0)).toBe(deductions);
      if (calculated !== null) expect(calculated.earned).toBe(Math.max(0, points - deductions));
      for (const { verdict, points, possible, deduction, autoFail } of criteria) {
        if (verdict.status !== 'scored' || !(autoFail || deduction > 0 || (points ?? 0) < (possible ?? 0))) continue;
        expect(verdict.evidence.length + (verdict.missing?.length ?? 0)).toBeGreaterThan(0);
      }
    }
  });
});
