import { describe, expect, test } from 'vitest';
import { FORMAT_IDS, memorySink, openReport, rangesInWords, renderCard, selectionInWords } from '../src/index.ts';
import { failed, makeCard, middling, outcome, partial, run } from './fixtures.ts';

const cards = [middling(), partial(), failed()];
const OPENED = '2026-02-27T21:02:11Z';
const { ticket, scorecard } = middling();
const timed = { ticket, scorecard: { ...scorecard, ticket: { ...scorecard.ticket, openedAt: OPENED } } };

async function report(locale?: string) {
  const files = memorySink();
  const writer = await openReport({ ...run, ...(locale !== undefined && { locale }) }, { formats: FORMAT_IDS, files });
  for (const card of [timed, ...cards.slice(1)]) await writer.add(card.ticket, card.scorecard);
  await writer.close({ ...outcome, summary: { ...outcome.summary, tickets: 12_345 } });
  return files;
}
const readable = (text: string | undefined) => (text ?? '').replaceAll('\u00a0', ' ');

describe('a report with a locale', () => {
  test('writes numbers and times as it does, and words in the language of the catalogue', async () => {
    const { files } = await report('de');
    const index = readable(files.get('index.html'));
    expect(index).toContain('<html lang="en">');
    expect(index).toContain('<dt>Tickets</dt><dd class="value">12.345</dd>');
    expect(index).toContain('<li>02.03.2026, 10:16 UTC</li>');
    expect(index).toContain('data-locale="de"');
    const page = readable(files.get('tickets/INC0010001.html'));
    expect(page).toContain('<p class="score">38,1 %</p>');
    expect(page).toContain('Pass mark 90 %');
    expect(page).toContain('<li>Opened 27.02.2026, 21:02 UTC</li>');
    expect(page).toContain('<dt>Reviewed</dt><dd>02.03.2026, 10:15 UTC</dd>');
    expect(readable(files.get('summary.md'))).toContain('12.345 tickets, 2 with a score, 0 passed · mean score 19,1 %');
    expect(readable(files.get('coaching/Sample_Analyst_A.html'))).toContain('38,1 %');
  });

  test('tells the table what to sort by where a text does not sort', async () => {
    const row = async (locale?: string) =>
      readable((await report(locale)).files.get('index.html')).match(
        /<tr><th scope="row"><a href="tickets\/INC0010001.*/,
      )?.[0];
    expect(await row('de')).toContain(
      '<td data-key="2026-02-27 21:02 UTC">27.02.2026, 21:02 UTC</td><td class="num" data-key="38.1">38,1 %</td>',
    );
    expect(await row()).toContain('<td>2026-02-27 21:02 UTC</td><td class="num">38.1%</td>');
  });

  test('keeps the marks of direction that its numbers and times carry', async () => {
    const { files } = await report('ar-EG');
    for (const path of ['index.html', 'tickets/INC0010001.html', 'summary.md', 'coaching/Sample_Analyst_A.html'])
      expect([path, files.get(path)?.match(/U\+.{4}/)]).toEqual([path, null]);
    expect(files.get('tickets/INC0010001.html')).toContain('Opened ٢٧');
  });

  test('changes no format that programs read', async () => {
    const [english, german] = [await report(), await report('de')];
    for (const path of ['report.json', 'scorecards.ndjson', 'scorecards.csv', 'junit.xml'])
      expect([path, german.files.get(path)]).toEqual([path, english.files.get(path)]);
    expect(german.binaryFiles.get('scorecards.xlsx')).toEqual(english.binaryFiles.get('scorecards.xlsx'));
    expect(english.files.get('junit.xml')).toContain('38.1%');
  });

  test('refuses one that is not known before anything is written', async () => {
    const files = memorySink();
    const unknown = { ...run, locale: 'de_DE' };
    await expect(openReport(unknown, { formats: ['ndjson'], files })).rejects.toThrow('locale "de_DE" is not known');
    expect(files.files.size).toBe(0);
    expect(() => renderCard(unknown, ['html'], ticket, makeCard(ticket, []))).toThrow('locale "de_DE" is not known');
  });
});

test('what a terminal tells, too, takes a locale', () => {
  const selection = { options: {}, tickets: 1_200, selected: 2, leftOut: [] };
  expect(selectionInWords(selection).selected).toBe('2 of 1,200 tickets were selected.');
  expect(selectionInWords(selection, 'de').selected).toBe('2 of 1.200 tickets were selected.');
  expect(rangesInWords({ passing: 2_000, failing: 1, open: 0 }, 'de')).toContain('2.001 tickets');
});
