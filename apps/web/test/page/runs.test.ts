import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PacedModel, startPacedModel } from '../paced-model.ts';
import { startServe } from '../serve-process.ts';
import { exportOf, startTestServer, TemporaryFolder, type TestServer } from '../support.ts';
import { choose, closeBrowser, eventually, file, inBrowser, PAGE_FOLDER, untilReport, visit } from './visitor.ts';

const TICKETS = 40;
/** Begins a review by the server's model. */
const begin = async (page: Page, name = 'march.json') => {
  await choose(page, file(name, exportOf(TICKETS)));
  await page.getByRole('radio', { name: /^Language model/ }).check();
  await page.getByRole('button', { name: /^Review [\d,]+ ticket/ }).click();
};
const untilGoingOn = (page: Page) => page.locator('.rows tbody tr').nth(3).waitFor();
const doneIn = async (page: Page) => {
  const text = await page.locator('.tile', { hasText: 'Reviewed' }).locator('.value').textContent();
  return Number(text?.replace(',', ''));
};

inBrowser('a run', 120_000, () => {
  let model: PacedModel;
  let server: TestServer;
  beforeAll(async () => {
    model = await startPacedModel(0);
    server = await startTestServer({ pageFolder: PAGE_FOLDER, environment: model.environment });
  });
  afterAll(async () => {
    await closeBrowser();
    await server[Symbol.asyncDispose]();
    await model[Symbol.asyncDispose]();
  });

  test('is watched as it goes on, cancelled, resumed to its report, and deleted', async () => {
    await using visitor = await visit(server.url);
    const { page, complaints } = visitor;
    model.pace(14);
    await begin(page);
    await untilGoingOn(page);
    const first = await doneIn(page);
    model.allow(8);
    await eventually(() => doneIn(page)).toBeGreaterThan(first);
    expect(await page.locator('.rows tbody tr').count()).toBeLessThanOrEqual(12);
    await eventually(() => page.locator('.tile', { hasText: 'Rate' }).textContent()).toMatch(/\d\/s/);
    expect(await page.locator('.tile', { hasText: 'Time left' }).textContent()).toMatch(/\d+ (s|min)/);
    expect(await page.getByRole('img', { name: 'Incident logging: tickets by band' }).count()).toBe(1);

    await page.getByRole('button', { name: 'Older' }).click();
    const held = await page.locator('.rows tbody tr').first().textContent();
    const before = await doneIn(page);
    model.allow(8);
    await eventually(() => doneIn(page)).toBeGreaterThan(before);
    expect(await page.locator('.rows tbody tr').first().textContent()).toBe(held);

    await page.getByRole('button', { name: 'Cancel the review' }).click();
    model.settle();
    await page.getByText(/It was cancelled after [\d,]+ of 40 tickets/).waitFor();
    await untilReport(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    model.allow();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('Running', { exact: true }).waitFor();
    await page.getByText('Finished', { exact: true }).waitFor({ timeout: 60_000 });
    await untilReport(page);
    expect(await page.frameLocator('iframe').locator('.tile').first().textContent()).toContain(`${TICKETS}`);
    expect(complaints).toEqual([]);

    await page.getByRole('link', { name: 'Past reviews' }).click();
    await page.getByRole('button', { name: /^Delete march\.json/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByRole('link', { name: 'march.json' }).count()).toBe(1);
    await page.getByRole('button', { name: /^Delete march\.json/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'No review yet' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  test('shows a ticket while others are still being reviewed', async () => {
    await using visitor = await visit(server.url);
    const { page, complaints } = visitor;
    model.pace(14);
    await begin(page);
    await page.locator('.rows a').first().click();
    await untilReport(page);
    expect(await page.frameLocator('iframe').getByRole('heading', { level: 1 }).textContent()).toMatch(/^INC\d+$/);
    await page.frameLocator('iframe').getByRole('link', { name: 'All tickets' }).first().click();
    await page
      .frameLocator('iframe')
      .getByRole('heading', { level: 1, name: 'The review is still going on' })
      .waitFor();
    await page.getByRole('link', { name: /^Back to the (review|report)$/ }).click();
    await page.getByRole('button', { name: 'Cancel the review' }).click();
    model.settle();
    await untilReport(page);
    expect(complaints).toEqual([]);
  });

  test('loses nothing where the connection does', async () => {
    await using line = await startLine(server.url);
    await using visitor = await visit(line.url);
    const { page } = visitor;
    model.pace(14);
    await begin(page);
    await untilGoingOn(page);
    line.cut();
    await page.getByText('The connection is lost. Reconnecting').waitFor();
    const before = await doneIn(page);
    model.allow(8);
    line.mend();
    await eventually(() => page.getByText('The connection is lost').count()).toBe(0);
    await eventually(() => doneIn(page)).toBeGreaterThan(before);
    model.allow();
    await page.getByText('Finished', { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'How it was made' }).click();
    expect(await page.locator('.tile', { hasText: 'Reviewed' }).textContent()).toContain(`${TICKETS}`);
  });

  test('goes on before the eyes of those who watch, also where the server is killed', async () => {
    using folder = new TemporaryFolder();
    model.pace(14);
    await using first = await startServe(folder.path, model.environment);
    const port = Number(new URL(first.url).port);
    await using visitor = await visit(first.url);
    const { page } = visitor;
    await begin(page);
    await untilGoingOn(page);
    await first.end('SIGKILL');
    await page.getByText('The connection is lost. Reconnecting').waitFor();
    model.allow();
    await using second = await startServe(folder.path, model.environment, port);
    expect(second.url).toBe(first.url);
    await page.getByText('Finished', { exact: true }).waitFor({ timeout: 60_000 });
    await untilReport(page);
    expect(await page.frameLocator('iframe').locator('.tile').first().textContent()).toContain(`${TICKETS}`);
  });
});

/** A line to a server that can be cut. */
async function startLine(url: string): Promise<AsyncDisposable & { url: string; cut(): void; mend(): void }> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const line = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(new URL(url).port), '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise((resolve) => line.close(resolve));
    },
  };
}
