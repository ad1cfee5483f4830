import { describe, expect, test } from 'vitest';
import { ATTACKS, attackedRun } from '../../test/attacks.ts';
import { failed, makeCard, makeTicket, middling, outcome, partial, run } from '../../test/fixtures.ts';
import type { ReportInput } from '../../test/write.ts';
import { memorySink, openReport } from '../index.ts';

async function write(input: ReportInput): Promise<ReadonlyMap<string, string>> {
  const files = memorySink();
  const writer = await openReport(input.run ?? run, { formats: ['coaching'], files });
  for (const { ticket, scorecard } of input.cards) await writer.add(ticket, scorecard);
  await writer.close(input.outcome ?? outcome);
  return files.files;
}

describe('the coaching pack', () => {
  test('has a page for each analyst, and a list that ranks nobody', async () => {
    const files = await write({ cards: [middling(), partial(), failed()] });
    expect([...files.keys()].toSorted()).toEqual([
      'coaching/Sample_Analyst_A.html',
      'coaching/Sample_Analyst_B.html',
      'coaching/index.html',
    ]);
    const index = files.get('coaching/index.html') ?? '';
    expect(index.indexOf('Sample Analyst A')).toBeLessThan(index.indexOf('Sample Analyst B'));
  });

  test('tells strengths before habits, and leaves room to answer', async () => {
    const page = (await write({ cards: [middling()] })).get('coaching/Sample_Analyst_A.html') ?? '';
    const places = ['What you do well', 'What would gain you most', 'Your answer'].map((text) => page.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('says how many tickets name nobody', async () => {
    const ticket = makeTicket({ assignedTo: undefined });
    const index = (await write({ cards: [{ ticket, scorecard: makeCard(ticket, []) }] })).get('coaching/index.html');
    expect(index).toContain('1 ticket names no analyst.');
  });

  test.each(ATTACKS)('lets no text become markup or a path: %j', async (attack) => {
    const attacked = attackedRun(attack);
    for (const [path, html] of await write({ ...attacked, cards: [attacked] })) {
      expect(path).toMatch(/^coaching\/[\w~-]+\.html$/);
      const body = html.replace(/<style>.*?<\/style>/s, '').replace(/<meta http-equiv[^>]*>/, '');
      if (/[<>"&]/.test(attack)) expect(body).not.toContain(attack);
      expect(body).not.toMatch(/<[^>]*\s(?:on[a-z]+|style|srcdoc|src)\s*=/i);
      expect(html).not.toContain('<script');
    }
  });
});
