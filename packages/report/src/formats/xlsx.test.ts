import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ATTACKS, attackedRun } from '../../test/attacks.ts';
import { decided, failed, middling, outcome, partial, run, summary } from '../../test/fixtures.ts';
import type { ReportInput } from '../../test/write.ts';
import { memorySink, openReport } from '../index.ts';

const cards = [middling(), partial(), failed()];

async function partsOf(input: ReportInput): Promise<ReadonlyMap<string, string>> {
  const files = memorySink();
  const writer = await openReport(input.run ?? run, { formats: ['xlsx'], files });
  for (const { ticket, scorecard } of input.cards) await writer.add(ticket, scorecard);
  for (const failure of input.failures ?? []) await writer.fail(failure);
  await writer.close(input.outcome ?? outcome);
  const zip = files.binaryFiles.get('scorecards.xlsx');
  if (zip === undefined) throw new Error('no workbook');
  return new Map(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** The cells of a sheet: texts, numbers, and null where one is empty. */
function cellsOf(xml: string | undefined): (string | number | null)[][] {
  return [...(xml ?? '').matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c[^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, content]) => {
      if (content === undefined) return null;
      const value = content.match(/^<v>(.*)<\/v>$/)?.[1];
      if (value !== undefined) return Number(value);
      return content.replace(/<.*?>/gs, '').replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '?');
    }),
  );
}
const sheet = async (place: number, input: ReportInput = { cards }) =>
  cellsOf((await partsOf(input)).get(`xl/worksheets/sheet${place}.xml`));

describe('the workbook', () => {
  test('has a sheet for the summary, for tickets, criteria and evidence', async () => {
    const workbook = (await partsOf({ cards })).get('xl/workbook.xml') ?? '';
    expect([...workbook.matchAll(/sheet name="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'Summary',
      'Tickets',
      'Criteria',
      'Evidence',
    ]);
  });

  test('tells of each ticket what its scorecard tells, in numbers', async () => {
    const failures = [{ number: 'INC0010004', code: 'broken', message: 'Broken record.' }];
    const [head = [], ...rows] = await sheet(2, { cards, failures });
    const told = rows.map((row) => Object.fromEntries(row.map((cell, column) => [head[column], cell])));
    for (const [place, { scorecard }] of cards.entries()) {
      expect(told[place]).toMatchObject({
        Ticket: scorecard.ticket.number,
        Status: { complete: 'scored', partial: 'range only', 'not-applicable': 'nothing to score' }[scorecard.status],
        'Score %': scorecard.score?.percent ?? null,
        Points: scorecard.score?.earned ?? null,
        'Range from %': scorecard.range?.min.percent ?? null,
        Deductions: scorecard.deductions,
      });
      for (const { title, points } of scorecard.criteria) expect(told[place]?.[title]).toBe(points);
    }
    expect(told[3]).toMatchObject({
      Ticket: 'INC0010004',
      Status: 'not reviewed',
      'Score %': null,
      Problem: 'Broken record.',
    });
  });

  test('tells of each criterion, and of every proof', async () => {
    const criteria = await sheet(3);
    const columnOf = (title: string) => new Set(criteria.slice(1).map((row) => row[criteria[0]?.indexOf(title) ?? -1]));
    expect([...columnOf('Status')]).toEqual(expect.arrayContaining(['scored', 'not scored']));
    expect([...columnOf('Decided by')]).toEqual(expect.arrayContaining(['a rule', 'the offline judge', null]));
    expect(criteria).toHaveLength(1 + cards.flatMap(({ scorecard }) => scorecard.criteria).length);
    const evidence = await sheet(4);
    const quotes = evidence.slice(1).map((row) => row[7]);
    const { verdict } = middling().scorecard.criteria[0] ?? {};
    const [first] = verdict?.status === 'scored' ? verdict.evidence : [];
    expect(quotes).toContain(first?.quote);
  });

  test('tells what people decided beside what the machine said', async () => {
    const toTable = ([head = [], ...rows]: (string | number | null)[][]) =>
      rows.map((row) => Object.fromEntries(row.map((cell, column) => [head[column], cell])));
    const decisions = { cards: [decided()] };
    expect(toTable(await sheet(2, decisions))[0]).toMatchObject({
      'Score %': 50,
      'Machine alone %': 38.1,
      'Decided by people': 'Category, Description',
    });
    expect(toTable(await sheet(3, decisions))[1]).toMatchObject({
      Level: 'Right',
      Points: 10,
      Decision: 'overruled',
      By: 'A lead',
      'Machine: level': 'Better exists',
      'Machine: points': 5,
    });
  });

  test('sums the run up as the summary does', async () => {
    const lines = new Map((await sheet(1)).map(([name, ...cells]) => [name, cells]));
    expect(lines.get('Pass rate %')?.[0]).toBe(summary.passRate);
    expect(lines.get('Mean score %')?.[0]).toBe(summary.meanPercent);
    for (const { title, lost, possible } of summary.criteria)
      expect(lines.get(title)?.slice(0, 2)).toEqual([lost, possible]);
  });

  test('is the same for the same run', async () => {
    expect(await partsOf({ cards })).toEqual(await partsOf({ cards }));
  });

  test.each(ATTACKS)('holds no formula and no broken markup, whatever a text says: %j', async (attack) => {
    const attacked = attackedRun(attack);
    const input = {
      ...attacked,
      cards: [attacked],
      failures: [attacked.failure],
      outcome: { ...outcome, summary: attacked.summary },
    };
    for (const [path, xml] of await partsOf(input)) {
      if (!path.startsWith('xl/worksheets/')) continue;
      expect(xml).not.toMatch(/<f[ >]/);
      expect(
        xml.replace(/<\/?[a-zA-Z]+(?: [\w:]+="[^"<>&]*(?:&\w+;[^"<>&]*)*")*\/?>|<\?xml[^<>]*\?>/g, ''),
      ).not.toMatch(/[<>]/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  });
});
