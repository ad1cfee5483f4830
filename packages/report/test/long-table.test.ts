/** The table of tickets where it is longer than the page shows at first. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS, attackedRun } from './attacks.ts';
import { browserPath, launchBrowser, NO_BROWSER } from './browser.ts';
import { failed, middling, partial } from './fixtures.ts';
import { writeHtml } from './write.ts';

const kinds = [middling(), partial(), failed()];

/** So many cards, of every kind and with scores of every height. */
const cardsOf = (length: number) =>
  Array.from({ length }, (_, place) => {
    const { ticket, scorecard } = kinds[place % kinds.length] as (typeof kinds)[number];
    const number = `INC${1_000_000 + place}`;
    const score = scorecard.score && { ...scorecard.score, percent: ((place * 7) % 1000) / 10 };
    const assignedTo = place === 1_000 ? "Róisín “Ro” O'Brien & <Sons>" : scorecard.ticket.assignedTo;
    return {
      ticket: { ...ticket, number },
      scorecard: { ...scorecard, score, ticket: { ...scorecard.ticket, number, assignedTo } },
    };
  });
const cards = cardsOf(1_100);
const numbers = cards.map(({ ticket }) => ticket.number);

describe.skipIf(browserPath === undefined)(
  `a long table${browserPath === undefined ? ` (skipped: ${NO_BROWSER})` : ''}`,
  () => {
    let folder = '';
    let browser: Browser;

    const write = async (name: string, input: Parameters<typeof writeHtml>[0]) =>
      writeFile(join(folder, name), (await writeHtml(input)).get('index.html') ?? '');
    const open = async (name: string, options?: Parameters<Browser['newPage']>[0]) => {
      const page = await browser.newPage(options);
      await page.goto(pathToFileURL(join(folder, name)).href);
      return page;
    };
    const rowsOf = (page: Page) =>
      page.locator('table.tickets tbody tr').evaluateAll((rows) => rows.map((row) => row.outerHTML));
    const shown = (page: Page) => page.locator('table.tickets tbody a').allTextContents();
    const showAll = (page: Page) =>
      page.getByRole('button', { name: 'Show more tickets' }).evaluate((more: HTMLButtonElement) => {
        while (!more.hidden) more.click();
      });

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tqrs-long-table-'));
      browser = await launchBrowser(browserPath ?? '');
      await write('short.html', { cards: cards.slice(0, 101) });
      await write('long.html', { cards });
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    test('takes no more elements than a short one', async () => {
      const elements = async (name: string) => {
        const page = await open(name);
        await page.locator('option', { hasText: 'Automatic fail' }).waitFor({ state: 'attached' });
        return page.locator('*').count();
      };
      expect(await elements('long.html')).toBe(await elements('short.html'));
    });

    test('is complete without scripts, in the order of the export', async () => {
      const page = await open('long.html', { javaScriptEnabled: false });
      expect(await shown(page)).toEqual(numbers);
      const headings = await page.locator('table.tickets thead').allTextContents();
      expect(headings).toEqual([headings[0], headings[0]]);
      expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0);
    });

    test('shows the same rows with scripts as without', async () => {
      const [plain, page] = [await open('long.html', { javaScriptEnabled: false }), await open('long.html')];
      await showAll(page);
      expect(await rowsOf(page)).toEqual(await rowsOf(plain));
    });

    test('is searched, filtered and sorted to its end', async () => {
      const page = await open('long.html');
      const search = page.getByRole('searchbox');
      const status = page.getByRole('status');
      await search.fill('inc1001099');
      expect(await shown(page)).toEqual(['INC1001099']);
      expect(await page.locator('table.tickets tbody a').getAttribute('href')).toBe('tickets/INC1001099.html');
      await search.fill("“ro” o'brien & <sons>");
      expect(await shown(page)).toEqual(['INC1001000']);
      await search.fill('quot');
      expect(await status.textContent()).toBe('0 tickets');
      await search.fill('');
      expect(await status.textContent()).toBe('1,100 tickets');

      await page.locator('table.tickets th', { hasText: 'Score' }).getByRole('button').click();
      await showAll(page);
      const scoreOf = ({ scorecard }: (typeof cards)[number]) => scorecard.score?.percent ?? Number.POSITIVE_INFINITY;
      const byScore = cards.toSorted((a, b) => scoreOf(a) - scoreOf(b) || 0);
      expect(await shown(page)).toEqual(byScore.map(({ ticket }) => ticket.number));

      await page.getByRole('combobox', { name: 'Result' }).selectOption('Automatic fail');
      const fails = byScore.filter(({ scorecard }) => scorecard.autoFailedBy.length > 0);
      expect(await status.textContent()).toBe(`${fails.length} tickets`);
      expect(await shown(page)).toEqual(fails.slice(0, 100).map(({ ticket }) => ticket.number));
    });

    test('keeps hostile text as text', async () => {
      const attacked = ATTACKS.map((attack) => attackedRun(attack));
      await write('attacked.html', {
        cards: [...cards.slice(0, 100), ...attacked],
        failures: attacked.map(({ failure }) => failure),
      });
      const page = await open('attacked.html');
      const elements = () =>
        page.locator('table.tickets tbody *').evaluateAll((all) => [...new Set(all.map(({ localName }) => localName))]);
      const ours = await elements();
      await showAll(page);
      expect(await page.locator('table.tickets tbody tr').count()).toBe(100 + 2 * ATTACKS.length);
      expect((await elements()).filter((name) => !ours.includes(name))).toEqual([]);
      await page.getByRole('searchbox').fill('</noscript>');
      expect(await page.getByRole('status').textContent()).toBe('2 tickets');
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
      const plain = await open('attacked.html', { javaScriptEnabled: false });
      await page.getByRole('searchbox').fill('');
      await showAll(page);
      expect(await rowsOf(page)).toEqual(await rowsOf(plain));
    });
  },
);
