import { apiError, completion, type FaultServer, startFaultServer } from '@tqrs/fault-server';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { exportOf, startTestServer } from '../support.ts';
import { choose, closeBrowser, file, inBrowser, PAGE_FOLDER, untilReport, visit } from './visitor.ts';

const openSettings = (page: Page) => page.getByRole('button', { name: /Settings$/ }).click();
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' });

async function setUp(page: Page, model: FaultServer, key: string): Promise<void> {
  await openSettings(page);
  const form = dialog(page);
  await form.getByLabel('Provider').selectOption('Another server');
  await form.getByLabel('Base URL').fill(`${model.url}/v1`);
  await form.getByLabel(/^API key/).fill(key);
  await form.getByLabel('Model', { exact: true }).fill(`model-of-${key.at(-1)}`);
  await form.getByRole('button', { name: 'Use it in this session' }).click();
  await form.getByText('Set up for this browser session').waitFor();
}

const keysAt = ({ requests }: FaultServer) => [...new Set(requests.map(({ headers }) => headers.authorization))];

inBrowser('settings', 180_000, () => {
  afterAll(closeBrowser);

  test('of two sessions stay apart, and a run keeps those that it began with', async () => {
    await using one = await startFaultServer(() => completion({}));
    await using two = await startFaultServer(() => completion({}));
    await using server = await startTestServer({
      pageFolder: PAGE_FOLDER,
      maxRuns: 2,
      environment: { TQRS_SERVE_ADDRESSES: `127.0.0.1:${one.port},127.0.0.1:${two.port}` },
    });
    await using ada = await visit(server.url);
    await using ben = await visit(server.url);
    for (const [{ page }, model, key] of [
      [ada, one, 'sk-of-A'],
      [ben, two, 'sk-of-B'],
    ] as const) {
      await setUp(page, model, key);
      await page.getByRole('button', { name: 'Close' }).click();
      await choose(page, file('march.json', exportOf(3)));
      await page.getByRole('radio', { name: /^Language model/ }).check();
      await page.getByText(/^No price is known for this model/).waitFor();
      if (model === two) {
        await page.getByText('More options').click();
        await page.getByRole('checkbox', { name: 'Check spelling' }).uncheck();
      }
      await page.getByRole('button', { name: 'Review 3 tickets' }).click();
    }
    // What is changed now concerns the next run.
    await openSettings(ada.page);
    await dialog(ada.page).getByRole('button', { name: 'Forget it' }).click();
    await dialog(ada.page).getByText('None: reviews use the offline judge').waitFor();
    await ada.page.keyboard.press('Escape');
    for (const { page } of [ada, ben]) {
      await page.getByText('Finished', { exact: true }).waitFor();
      await untilReport(page);
      await page.getByRole('link', { name: 'How it was made' }).click();
    }
    const facts = ({ page }: typeof ada) => page.locator('.facts').textContent();
    expect(await facts(ada)).toContain(`model-of-A at 127.0.0.1:${one.port} (of the session)`);
    expect(await facts(ada)).toContain('Spellingchecked');
    expect(await facts(ben)).toContain(`model-of-B at 127.0.0.1:${two.port} (of the session)`);
    expect(await facts(ben)).toContain('Spellingnot checked');
    expect([keysAt(one), keysAt(two)]).toEqual([['Bearer sk-of-A'], ['Bearer sk-of-B']]);
    for (const { page, complaints } of [ada, ben]) {
      expect(complaints).toEqual([]);
      expect(await page.content()).not.toContain('sk-of-');
      expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('sk-of-');
    }
  });

  test('tell in words why a model does not answer, and why an address is refused', async () => {
    await using model = await startFaultServer([apiError(401), completion({ ready: true })]);
    await using server = await startTestServer({
      pageFolder: PAGE_FOLDER,
      environment: { TQRS_SERVE_ADDRESSES: `127.0.0.1:${model.port}` },
    });
    await using visitor = await visit(server.url);
    const { page } = visitor;
    await openSettings(page);
    await dialog(page).getByLabel('Provider').selectOption('Another server');
    await dialog(page).getByLabel('Base URL').fill('https://elsewhere.example/v1');
    await dialog(page).getByLabel('Model', { exact: true }).fill('m');
    await dialog(page).getByRole('button', { name: 'Use it in this session' }).click();
    await dialog(page).getByText('The address cannot be used. This server does not allow it.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();

    await setUp(page, model, 'sk-wrong');
    await dialog(page).getByRole('button', { name: 'Test the connection' }).click();
    await dialog(page).locator('.note-bad').waitFor();
    expect(await dialog(page).locator('.note-bad').textContent()).toMatch(/key/i);
    await dialog(page).getByRole('button', { name: 'Test the connection' }).click();
    await dialog(page)
      .getByText(/^It answers: /)
      .waitFor();
    await page.getByRole('button', { name: 'Close' }).click();

    // A server that starts again has forgotten its sessions, and their models.
    await page.getByRole('button', { name: 'model-of-g Settings' }).waitFor();
    await visitor.context.clearCookies();
    await page.getByRole('link', { name: 'Past reviews' }).click();
    await page.getByRole('button', { name: 'Offline judge Settings' }).waitFor();
  });

  test('of the server are everybody’s, and only an administrator tries others', async () => {
    await using house = await startFaultServer(() => completion({ ready: true }));
    await using other = await startFaultServer(() => completion({ ready: true }));
    await using server = await startTestServer({
      pageFolder: PAGE_FOLDER,
      environment: {
        OPENAI_API_KEY: 'sk-of-the-house',
        OPENAI_BASE_URL: `${house.url}/v1`,
        OPENAI_MODEL: 'house-model',
        TQRS_SERVE_ADMIN_TOKEN: 'administrators-only',
        TQRS_SERVE_ADDRESSES: '127.0.0.1',
      },
    });
    await using user = await visit(server.url);
    await openSettings(user.page);
    await dialog(user.page).getByText('Configured on the server').waitFor();
    expect(await dialog(user.page).getByLabel('Provider').count()).toBe(0);
    expect(await dialog(user.page).getByLabel(/token/).count()).toBe(0);
    expect(await user.page.content()).not.toContain('sk-of-the-house');

    await using admin = await visit(server.url, '/?admin=true');
    const { page } = admin;
    expect(await dialog(page).getByRole('button', { name: 'Set up another one' }).count()).toBe(0);
    await dialog(page).getByLabel('Administrator’s token').fill('guess');
    await dialog(page).getByRole('button', { name: 'Unlock' }).click();
    await dialog(page).getByText('That is not the token.').waitFor();
    await dialog(page).getByLabel('Administrator’s token').fill('administrators-only');
    await dialog(page).getByRole('button', { name: 'Unlock' }).click();
    await dialog(page).getByRole('button', { name: 'Set up another one' }).click();
    await dialog(page).getByLabel('Provider').selectOption('Another server');
    await dialog(page).getByLabel('Base URL').fill(`${other.url}/v1`);
    await dialog(page).getByLabel('Model', { exact: true }).fill('m');
    await dialog(page).getByRole('button', { name: 'Use it in this session' }).click();
    await dialog(page).getByRole('button', { name: 'Test the connection' }).click();
    await dialog(page)
      .getByText(/^It answers: /)
      .waitFor();
    expect([house.requests.length, other.requests.length]).toEqual([0, 1]);
    expect(page.url()).not.toContain('administrators-only');
  });
});

inBrowser('a server that is open to others', 60_000, () => {
  afterAll(closeBrowser);

  test('asks for its token first, and again when it has forgotten who is there', async () => {
    await using server = await startTestServer({
      pageFolder: PAGE_FOLDER,
      environment: { TQRS_SERVE_TOKEN: 'correct-horse-battery' },
    });
    await using visitor = await visit(server.url, '/runs');
    const { page, context } = visitor;
    const signIn = async (token: string) => {
      await page.getByLabel('Access token').fill(token);
      await page.getByRole('button', { name: 'Sign in' }).click();
    };
    await signIn('guess');
    await page.getByText('That is not the token.').waitFor();
    await signIn(' correct-horse-battery ');
    await page.getByRole('heading', { level: 1, name: 'Past reviews' }).waitFor();
    await context.clearCookies();
    await page.getByRole('link', { name: 'New review' }).click();
    await signIn('correct-horse-battery');
    await page.getByRole('heading', { level: 1, name: 'How good are your tickets?' }).waitFor();
  });
});
