import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localisationOf } from '../src/catalogue/localisation.ts';
import { directorySink, openReport, type ReviewFailure } from '../src/index.ts';
import { ATTACKS, attackedRun } from './attacks.ts';
import { barriersOn, browserPath, launchBrowser, NO_BROWSER } from './browser.ts';
import { failed, middling, outcome, partial, run, summary } from './fixtures.ts';

const { t, format } = localisationOf();
const cards = [middling(), partial(), failed()];

describe.skipIf(browserPath === undefined)(
  `in a browser${browserPath === undefined ? ` (skipped: ${NO_BROWSER})` : ''}`,
  () => {
    let folder = '';
    let browser: Browser;
    let page: Page;
    let complaints: string[];

    const write = async (
      name: string,
      input: Parameters<typeof openReport>[0],
      tickets = cards,
      failures: ReviewFailure[] = [],
      end = outcome,
    ) => {
      const report = await openReport(input, {
        formats: ['html', 'coaching'],
        files: directorySink(join(folder, name)),
      });
      for (const { ticket, scorecard } of tickets) await report.add(ticket, scorecard);
      for (const failure of failures) await report.fail(failure);
      await report.close(end);
    };
    const visit = (path: string) => page.goto(pathToFileURL(join(folder, path)).href);

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tqrs-report-'));
      browser = await launchBrowser(browserPath ?? '');
      await write('run', run, cards, [{ number: 'INC0010004', code: 'broken', message: 'Broken record.' }]);
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });
    beforeEach(async () => {
      page = await browser.newPage();
      complaints = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => /^(?:file|data):/.test(request.url()) || complaints.push(request.url()));
    });
    afterEach(() => page.close());

    test.each(['run/index.html', ...cards.map(({ ticket }) => `run/tickets/${ticket.number}.html`)])(
      '%s opens without a complaint',
      async (path) => {
        await visit(path);
        expect(await page.locator('h1').count()).toBe(1);
        expect(
          await page.evaluate(() => getComputedStyle(document.querySelector('.card') ?? document.body).borderTopWidth),
        ).toBe('1px');
        expect(complaints).toEqual([]);
      },
    );

    test.each([
      ['light', 1440],
      ['light', 390],
      ['dark', 1440],
      ['dark', 390],
    ] as const)('nothing shuts anybody out, %s at %i pixels', async (colorScheme, width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of [
        'index.html',
        'tickets/INC0010001.html',
        'tickets/INC0010002.html',
        'coaching/index.html',
        'coaching/Sample_Analyst_A.html',
      ]) {
        await visit(`run/${path}`);
        expect(await barriersOn(page, colorScheme), path).toEqual([]);
      }
    });

    test.each([1440, 768, 390, 320])('nothing sticks out at %i pixels', async (width) => {
      await page.setViewportSize({ width, height: 900 });
      for (const path of [
        'index.html',
        'tickets/INC0010001.html',
        'tickets/INC0010002.html',
        'coaching/Sample_Analyst_A.html',
      ]) {
        await visit(`run/${path}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        );
      }
    });

    test.each([1440, 768, 390])('no tile stands alone in a row at %i pixels', async (width) => {
      const usage = {
        requests: 6,
        inputTokens: 123_456_789,
        cachedInputTokens: 0,
        outputTokens: 600,
        costUsd: 1234.56,
      };
      await write('asked', run, cards, [], { ...outcome, summary: { ...summary, usage } });
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['asked/index.html', 'run/coaching/Sample_Analyst_A.html']) {
        await visit(path);
        for (const tiles of await page.locator('.tiles').all()) {
          const rows = await tiles.evaluate((list) => {
            const { left, right } = list.getBoundingClientRect();
            const boxes = [...list.children].map((tile) => tile.getBoundingClientRect());
            return Object.values(Object.groupBy(boxes, ({ top }) => Math.round(top))).map((row = []) => ({
              tiles: row.length,
              gaps: [(row[0]?.left ?? 0) - left, right - (row.at(-1)?.right ?? 0)].map(Math.round),
            }));
          });
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
          expect(rows.map(({ gaps }) => gaps)).toEqual(rows.map(() => [0, 0]));
          // On a phone the first of an odd number has a row of its own.
          expect(rows.slice(1).every((row) => row.tiles > 1)).toBe(true);
          expect(width === 390 || (rows[0]?.tiles ?? 0) > 2).toBe(true);
        }
      }
    });

    const column = (place: number) =>
      page
        .locator('table.tickets tbody tr')
        .evaluateAll(
          (rows, cell) => rows.map((row) => (row as HTMLTableRowElement).cells[cell]?.firstChild?.textContent?.trim()),
          place,
        );

    test('the table sorts by click, both ways, with what has no score last', async () => {
      await visit('run/index.html');
      expect(await column(0)).toEqual(['INC0010001', 'INC0010002', 'INC0010003', 'INC0010004']);
      const header = page.locator('table.tickets th', { hasText: 'Score' });
      await header.getByRole('button').click();
      expect(await header.getAttribute('aria-sort')).toBe('ascending');
      expect(await column(4)).toEqual(['0.0%', '38.1%', '—', '—']);
      await header.getByRole('button').click();
      expect(await header.getAttribute('aria-sort')).toBe('descending');
      expect(await column(4)).toEqual(['38.1%', '0.0%', '—', '—']);
    });

    test('the table sorts numbers and times of any locale', async () => {
      const times = ['2026-02-01T10:00:00Z', '2026-01-10T09:00:00Z', '2025-12-24T09:00:00Z'];
      const tickets = cards.map(({ ticket, scorecard }, place) => ({
        ticket,
        scorecard: { ...scorecard, ticket: { ...scorecard.ticket, openedAt: times[place] ?? '' } },
      }));
      await write('arabic', { ...run, locale: 'ar-EG' }, tickets);
      await visit('arabic/index.html');
      const sortBy = (title: string) =>
        page.locator('table.tickets th', { hasText: title }).getByRole('button').click();
      await sortBy('Score');
      expect(await column(0)).toEqual(['INC0010003', 'INC0010001', 'INC0010002']);
      await sortBy('Opened');
      expect(await column(0)).toEqual(['INC0010003', 'INC0010002', 'INC0010001']);
      expect(await page.getByRole('status').textContent()).toBe('٣ tickets');
      expect(complaints).toEqual([]);
    });

    test('the table sorts by keyboard', async () => {
      await visit('run/index.html');
      await page.locator('table.tickets th', { hasText: 'Opened' }).getByRole('button').focus();
      await page.keyboard.press('Enter');
      expect(await column(0)).toEqual(['INC0010003', 'INC0010001', 'INC0010002', 'INC0010004']);
      await page.keyboard.press('Space');
      expect(await column(0)).toEqual(['INC0010001', 'INC0010002', 'INC0010003', 'INC0010004']);
      expect(await page.locator('table.tickets [aria-sort]').count()).toBe(1);
    });

    test('the table is searched and filtered from the keyboard', async () => {
      await visit('run/index.html');
      await page.keyboard.press('/');
      await page.keyboard.type('vpn LEEDS');
      const found = await column(0);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('0010003');
      expect(await column(0)).toEqual(['INC0010003']);
      expect(await page.getByRole('status').textContent()).toBe('1 ticket');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await page.getByRole('combobox', { name: 'Result' }).selectOption('Not reviewed');
      expect(await column(0)).toEqual(['INC0010004']);
      await page.getByRole('combobox', { name: 'Result' }).selectOption('');
      await page.getByRole('combobox', { name: 'Band' }).selectOption({ index: 1 });
      expect(await column(0)).toEqual(['INC0010001', 'INC0010003']);
      expect(found).toEqual([]);
    });

    test('a long table shows its first hundred rows, and more when asked', async () => {
      const many = Array.from({ length: 250 }, (_, place) => {
        const { ticket, scorecard } = middling();
        const number = `INC${1_000_000 + place}`;
        return { ticket: { ...ticket, number }, scorecard: { ...scorecard, ticket: { ...scorecard.ticket, number } } };
      });
      await write('long', run, many);
      await visit('long/index.html');
      const rows = page.locator('table.tickets tbody tr');
      expect(await rows.count()).toBe(100);
      await page.getByRole('button', { name: 'Show more tickets' }).press('Enter');
      expect(await rows.count()).toBe(200);
      // Whoever goes by keyboard goes on where the new rows begin.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('INC1000100');
      await page.getByRole('button', { name: 'Show more tickets' }).click();
      expect(await rows.count()).toBe(250);
      expect(await page.getByRole('button', { name: 'Show more tickets' }).isVisible()).toBe(false);
      await page.locator('table.tickets th', { hasText: 'Ticket' }).getByRole('button').click();
      expect(await rows.count()).toBe(100);
    });

    test('without scripts the table is complete and plain', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const plain = await context.newPage();
      await plain.goto(pathToFileURL(join(folder, 'run/index.html')).href);
      expect(await plain.locator('table.tickets tbody tr').count()).toBe(4);
      expect(await plain.locator('button:visible, input:visible, select:visible').count()).toBe(0);
      await context.close();
    });

    test('a ticket prints on two pages', async () => {
      for (const { ticket } of cards) {
        await visit(`run/tickets/${ticket.number}.html`);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
      }
    });

    test('evidence leads to its words, and the words lead back', async () => {
      await visit('run/tickets/INC0010001.html');
      await page.locator('#c-validation .proof a').click();
      const mark = page.locator('mark:has(:target)').first();
      expect(await mark.textContent()).toContain('Okta push: ');
      expect(await mark.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
      await page.locator('mark .ref', { hasText: '1' }).first().click();
      expect(new URL(page.url()).hash).toBe('#c-validation');
    });

    test('the words of a ticket stand as they were written', async () => {
      await visit('run/tickets/INC0010001.html');
      const shown = await page
        .locator('.block', { hasText: 'Description' })
        .locator('.words')
        .evaluateAll((blocks) =>
          blocks.map((block) => {
            const copy = block.cloneNode(true) as HTMLElement;
            for (const link of copy.querySelectorAll('.ref')) link.remove();
            return copy.textContent;
          }),
        );
      expect(shown).toContain(middling().ticket.description);
    });

    test('every number on the pages is the scorecard’s', async () => {
      for (const { scorecard } of cards) {
        await visit(`run/tickets/${scorecard.ticket.number}.html`);
        const { score, range } = scorecard;
        expect(await page.locator('.score').textContent()).toBe(
          score !== null ? format.percent(score.percent) : range === null ? '—' : t.shared.percentRange(range),
        );
        const results = await page.locator('.verdict tbody td').allInnerTexts();
        const expected = scorecard.criteria.map(({ points, possible, deduction, autoFail, verdict }) => {
          if (verdict.status !== 'scored') return verdict.status === 'unscored' ? 'Not scored' : 'Not applicable';
          if (autoFail) return 'Automatic fail';
          if (possible === 0) return deduction > 0 ? `${deduction} points off` : 'Passed';
          return `${points} of ${possible}`;
        });
        expect(results.map((text) => text.replace(/^[^A-Z0-9]+/, ''))).toEqual(expected);
        expect(await page.locator('.verdict tfoot td').textContent()).toBe(
          score === null ? '—' : `${score.earned} of ${score.possible}`,
        );
        if (range !== null) {
          expect(await page.locator('.score-detail').textContent()).toContain(
            `${range.min.earned} to ${range.max.earned} points`,
          );
        }
        const gains = await page.locator('.path .gain').allInnerTexts();
        expect(gains).toEqual(scorecard.pathToPass.map(({ gain }) => `+${gain} points`));
      }
      await visit('run/index.html');
      expect(await page.locator('.tile .value').allInnerTexts()).toEqual(['3', '0.0%', '19.1%', '1', '1', '1', '10']);
      const steps = await page
        .locator('.as-table tbody td')
        .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
      expect(steps).toEqual(summary.distribution);
      expect(await page.locator('.chart-count').allTextContents()).toEqual(
        summary.distribution.filter((tickets) => tickets > 0).map(String),
      );
      const rows = summary.breakdowns.flatMap((breakdown) => breakdown.rows);
      expect(await page.locator('.breakdown tbody tr').count()).toBe(rows.length);
      for (const [place, { value, tickets, scored, passRate, meanPercent }] of rows.entries()) {
        const cells = page.locator('.breakdown tbody tr').nth(place).locator('th, td');
        expect((await cells.allTextContents()).slice(0, 4)).toEqual([
          value,
          tickets === scored ? String(tickets) : `${scored} of ${tickets}`,
          format.percent(meanPercent ?? 0),
          format.percent(passRate?.percent ?? 0),
        ]);
        expect(await cells.nth(4).textContent()).toContain(`${passRate?.low}–${format.percent(passRate?.high ?? 0)}`);
      }
      const lost = await page.locator('.losses td strong').allInnerTexts();
      expect(lost.map(Number)).toEqual(summary.criteria.map((criterion) => criterion.lost).toSorted((a, b) => b - a));
      expect(await page.locator('.bands tbody td:nth-child(2)').allInnerTexts()).toEqual(
        summary.bands.map(({ tickets }) => String(tickets)),
      );
    });

    test.each(ATTACKS.map((attack, place) => [place, attack] as const))(
      'attack %i executes nothing and breaks out of nothing: %j',
      async (place, attack) => {
        const attacked = attackedRun(attack);
        await write(`attack-${place}`, attacked.run, [attacked], [attacked.failure], {
          ...outcome,
          summary: attacked.summary,
        });
        await page.setViewportSize({ width: 390, height: 900 });
        await visit(`attack-${place}/index.html`);
        for (const hops of [0, 1]) {
          if (hops === 1) await page.locator('table.tickets tbody a').first().click();
          const found = await page.evaluate(() => ({
            hacked: 'hacked' in globalThis,
            foreign: [...document.querySelectorAll('body *:not(.table-tools *)')]
              .map((element) => element.localName)
              .filter((name) => /^(?:img|iframe|template|textarea|object|embed|form|input|link|base)$/.test(name)),
            handlers: [...document.querySelectorAll('*')]
              .flatMap((element) => element.getAttributeNames())
              .filter((name) => name.startsWith('on') || name === 'style'),
            scripts: document.scripts.length,
            excess: document.documentElement.scrollWidth - window.innerWidth,
          }));
          expect(found).toEqual({
            hacked: false,
            foreign: [],
            handlers: [],
            scripts: 1 - hops,
            excess: expect.any(Number),
          });
          expect(found.excess).toBeLessThanOrEqual(0);
        }
        expect(complaints).toEqual([]);
      },
    );
  },
);
