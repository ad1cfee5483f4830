import { completion, startFaultServer } from '@tqrs/fault-server';
import { afterAll, expect, test } from 'vitest';
import { exportOf, record, startTestServer } from '../support.ts';
import {
  choose,
  closeBrowser,
  expectOpenToAll,
  file,
  inBrowser,
  PAGE_FOLDER,
  untilFound,
  untilReport,
  visit,
} from './visitor.ts';

/** Long enough to be in everybody's way. */
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsbetriebsleiterinnenbüro';
const ROWS = [
  ...JSON.parse(exportOf(5)).records,
  record(7, { number: '' }),
  record(8, { assigned_to: LONG, short_description: LONG }),
];

inBrowser('nobody is shut out', 240_000, () => {
  afterAll(closeBrowser);

  test('of any view, in light and dark, wide and narrow', async () => {
    // Answers come late enough to look at a run that goes on.
    await using model = await startFaultServer(() => ({ ...completion({}), delayMs: 4_000 }));
    await using server = await startTestServer({
      pageFolder: PAGE_FOLDER,
      environment: { OPENAI_API_KEY: 'sk-x', OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_MODEL: 'house-model' },
    });
    await using visitor = await visit(server.url);
    const { page } = visitor;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectOpenToAll(page, 'start');
    await page.getByRole('link', { name: 'Past reviews' }).click();
    await page.getByRole('heading', { name: 'No review yet' }).waitFor();
    await expectOpenToAll(page, 'no runs');

    await page.getByRole('link', { name: 'New review' }).click();
    await choose(
      page,
      file(`${LONG}.json`, JSON.stringify({ records: ROWS })),
      file('diary.txt', 'Dear diary'),
      file('empty.csv', ''),
    );
    await untilFound(page);
    await page.getByText('1 ticket').or(page.getByText('6 tickets')).first().waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.getByRole('radio', { name: /^Language model/ }).check();
    await page.getByRole('combobox', { name: 'Which tickets' }).selectOption('sample');
    await page.getByLabel('Number of tickets').fill('x');
    await expectOpenToAll(page, 'set up, with a mistake');
    await page.getByRole('combobox', { name: 'Which tickets' }).selectOption('all');
    await page.getByText(/^No price is known/).waitFor();
    await expectOpenToAll(page, 'set up');

    await page.getByRole('button', { name: /^Review 6/ }).click();
    await page.getByRole('button', { name: 'Cancel the review' }).waitFor();
    await expectOpenToAll(page, 'going on');
    await page.getByRole('button', { name: 'Cancel the review' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await expectOpenToAll(page, 'cancelled');

    await page.getByRole('link', { name: 'New review' }).click();
    await choose(page, file('march.json', JSON.stringify({ records: ROWS })));
    await untilFound(page);
    await page.getByRole('checkbox', { name: 'Customer service' }).check();
    await page.getByRole('button', { name: /^Review 6/ }).click();
    await page.getByText('Finished', { exact: true }).waitFor();
    await untilReport(page);
    await expectOpenToAll(page, 'report');
    await page.getByRole('button', { name: 'Download' }).click();
    await expectOpenToAll(page, 'downloads');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'How it was made' }).click();
    await page.getByRole('heading', { name: 'Problems' }).waitFor();
    await expectOpenToAll(page, 'details');
    await page.getByRole('link', { name: 'Past reviews' }).click();
    await page.getByRole('button', { name: /^Delete march/ }).click();
    await expectOpenToAll(page, 'delete');
    await page.keyboard.press('Escape');
    await expectOpenToAll(page, 'runs');
    await page.getByRole('button', { name: /Settings$/ }).click();
    await expectOpenToAll(page, 'settings of the server');
    await page.goto(`${server.url}/runs/${'0'.repeat(32)}`);
    await page.getByRole('heading', { level: 1, name: 'There is no such run.' }).waitFor();
    await expectOpenToAll(page, 'a run that is gone');
    await page.goto(`${server.url}/runs/nonsense`);
    await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
    await expectOpenToAll(page, 'nothing');
  });

  test('of signing in and of setting up a model', async () => {
    await using server = await startTestServer({
      pageFolder: PAGE_FOLDER,
      environment: { TQRS_SERVE_TOKEN: 'correct-horse-battery', TQRS_SERVE_ADDRESSES: '*' },
    });
    await using visitor = await visit(server.url, '/?admin=true');
    const { page } = visitor;
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Enter the token first.').waitFor();
    await expectOpenToAll(page, 'sign in');
    await page.getByLabel('Access token').fill('correct-horse-battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Provider').selectOption('Another server');
    await expectOpenToAll(page, 'settings');
  });

  test('while the server cannot be reached, and everything is there once it can', async () => {
    await using server = await startTestServer({ pageFolder: PAGE_FOLDER });
    await using visitor = await visit('about:', 'blank');
    const { page } = visitor;
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(server.url);
    await page.getByRole('heading', { level: 1, name: 'The server does not answer.' }).waitFor();
    await expectOpenToAll(page, 'offline');
    await page.unroute('**/api/**');
    await page.getByRole('heading', { level: 1, name: 'How good are your tickets?' }).waitFor();
    expect(await page.getByRole('alert').filter({ hasText: 'does not answer' }).count()).toBe(0);
  });
});
