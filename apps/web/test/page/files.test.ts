import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { writeCsv } from '../../../../packages/parser/test/csv.ts';
import { INCIDENTS, tableOf } from '../../../../packages/parser/test/incidents.ts';
import { writePdf } from '../../../../packages/parser/test/pdf.ts';
import { writeXlsx } from '../../../../packages/parser/test/xlsx.ts';
import { rowXml, unloadXml } from '../../../../packages/parser/test/xml.ts';
import { FILE_NAME_HEADER } from '../../src/api/routes.ts';
import { exportOf } from '../support.ts';
import { choose, eventually, file, inBrowser, pageServerForAll, untilFound, untilReport, visit } from './visitor.ts';

const MOST = 1_000_000;

inBrowser('files', 120_000, () => {
  const server = pageServerForAll({ maxFileBytes: MOST });

  const line = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first();
  const [incident] = INCIDENTS;
  const printed = {
    left: [['Number', 'INC0099001']],
    right: [['State', 'Closed']],
    parts: [{ texts: [['Short description', 'Outlook shows an error']] }],
  } as const;

  test('of every format are reviewed together', async () => {
    await using visitor = await visit(server.url);
    const { page, complaints } = visitor;
    await choose(
      page,
      file('a.json', exportOf(2)),
      file('b.csv', writeCsv(tableOf(INCIDENTS.slice(0, 1)))),
      file('c.xlsx', writeXlsx([tableOf(INCIDENTS.slice(1, 2))])),
      file('d.xml', unloadXml(rowXml('incident', { ...incident, number: 'INC0099002' }))),
      file('e.pdf', await writePdf([printed], { form: 'two-columns' })),
      file('f.csv.gz', gzipSync(writeCsv(tableOf(INCIDENTS.slice(2, 3))))),
    );
    await page.getByRole('button', { name: 'Review 7 tickets' }).waitFor();
    for (const [name, facts] of [
      ['a.json', 'JSON · 2 tickets'],
      ['b.csv', 'CSV · 1 ticket'],
      ['c.xlsx', 'XLSX · 1 ticket'],
      ['d.xml', 'XML · 1 ticket'],
      ['e.pdf', 'PDF · 1 ticket'],
      ['f.csv.gz', 'CSV · 1 ticket'],
    ] as const)
      expect(await line(page, name).textContent()).toContain(facts);
    await page.getByRole('button', { name: 'Review 7 tickets' }).click();
    await untilReport(page);
    expect(await page.getByRole('heading', { level: 1 }).first().textContent()).toBe('a.json and 5 more');
    const report = page.frameLocator('iframe');
    for (const number of ['INC10000', 'INC10001', 'INC0030001', 'INC0030002', 'INC0030003', 'INC0099001', 'INC0099002'])
      expect(await report.getByRole('link', { name: number }).count(), number).toBeGreaterThan(0);
    await report.getByRole('link', { name: 'INC0099001' }).first().click();
    await report.getByText('Outlook shows an error').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('stand in the order in which they were chosen, however long one takes', async () => {
    await using visitor = await visit(server.url);
    const { page } = visitor;
    await page.route('**/api/uploads/*/files', async (route) => {
      if (route.request().headers()[FILE_NAME_HEADER] === 'b.json') await delay(1_000);
      await route.continue();
    });
    await choose(page, file('b.json', exportOf(2)), file('a.csv', writeCsv(tableOf(INCIDENTS.slice(0, 1)))));
    await page.getByRole('button', { name: 'Review 3 tickets' }).waitFor();
    const listed = await page.getByRole('listitem').filter({ hasText: 'Remove' }).allTextContents();
    expect(listed).toEqual([expect.stringContaining('b.json'), expect.stringContaining('a.csv')]);
  });

  test('that are no exports are told of, with what to do, and can be taken away', async () => {
    await using visitor = await visit(server.url);
    const { page, complaints } = visitor;
    await choose(page, file('diary.txt', 'Dear diary'));
    await page.getByText('There is no ticket to review in these files.').waitFor();
    const found = page.getByRole('region', { name: 'What was found' });
    expect(await found.textContent()).toContain('this is a text, but neither JSON, XML nor a table');
    expect(await found.textContent()).toContain('Export the incident list as JSON, XML, CSV or Excel');
    expect(await page.getByRole('button', { name: /^Review/ }).isDisabled()).toBe(true);

    await choose(
      page,
      file('empty.csv', ''),
      file('large.csv', Buffer.alloc(MOST + 1, 'x')),
      file('a.json', exportOf(3)),
    );
    await page.getByRole('button', { name: 'Review 3 tickets' }).waitFor();
    expect(await line(page, 'empty.csv').textContent()).toContain('The file is empty. Export it again.');
    expect(await line(page, 'large.csv').textContent()).toContain('The file is larger than 1.0 MB.');
    for (const name of ['diary.txt', 'empty.csv', 'large.csv'])
      await page.getByRole('button', { name: `Remove ${name}` }).click();
    await eventually(() => page.getByRole('region', { name: 'Files' }).getByRole('listitem').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('are dropped anywhere, show how far they are, and can be cancelled on their way', async () => {
    await using visitor = await visit(server.url);
    const { page } = visitor;
    await page.getByRole('heading', { level: 1 }).waitFor();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/files', async (route) => {
      const isHeld = decodeURIComponent(route.request().headers()['x-file-name'] ?? '').startsWith('slow');
      if (isHeld) await held;
      await route.continue().catch(() => {});
    });
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      for (const name of ['fast.json', 'slow ä.json']) dataTransfer.items.add(new File([text], name));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }, exportOf(2));
    await line(page, 'fast.json').getByRole('button', { name: 'Remove fast.json' }).waitFor();
    expect(await page.getByRole('progressbar', { name: 'slow ä.json' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: /^(Review|Start)/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Cancel slow ä.json' }).click();
    release();
    await untilFound(page);
    await page.getByRole('button', { name: 'Review 2 tickets' }).waitFor();
    expect(await page.getByText('slow ä.json').count()).toBe(0);
  });

  test('that the server could not take can be sent again', async () => {
    await using visitor = await visit(server.url);
    const { page } = visitor;
    await page.route('**/files', (route) => route.abort(), { times: 1 });
    await choose(page, file('a.json', exportOf(2)));
    expect(await line(page, 'a.json').getByRole('alert').textContent()).toContain('The server does not answer.');
    await page.getByRole('button', { name: 'Try a.json again' }).click();
    await page.getByRole('button', { name: 'Review 2 tickets' }).waitFor();
  });

  test('of an upload that is gone say so', async () => {
    await using visitor = await visit(server.url, `/new/${'0'.repeat(32)}`);
    await visitor.page.getByRole('heading', { level: 1, name: 'This upload is no longer on the server.' }).waitFor();
  });
});
