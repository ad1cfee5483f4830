import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { decisionLogSchema, type Run } from '../../src/api/index.ts';
import { Browser, OFFLINE, record } from '../support.ts';
import { eventually, expectOpenToAll, inBrowser, pageServerForAll, tabTo, untilReport, visit } from './visitor.ts';

const HOSTILE = '<img src=x onerror=alert(1)> shows an error';

/** Nobody knows how these callers made contact: their validation waits for a person. The last one is scored in full. */
const RECORDS = [
  ...[0, 1, 2, 3, 4, 5].map((index) => record(index, { contact_type: '', short_description: HOSTILE })),
  record(6, {
    contact_type: 'walk-in',
    description: 'Full name: Bo Ek\nLocation: Oslo\nOutlook rejects the password.',
  }),
];
const WAITING = 6;

inBrowser('deciding', 120_000, () => {
  const server = pageServerForAll();
  let run: Run;
  let api: Browser;
  beforeAll(async () => {
    api = await Browser.at(server);
    const upload = await api.upload({ 'march.json': JSON.stringify({ records: RECORDS }) });
    run = await api.finished((await api.start(upload, OFFLINE)).id);
  }, 60_000);

  const queue = () => `/runs/${run.id}/decide`;
  const question = (position: number, criterion = 'validation') =>
    `${queue()}?rubric=incident-logging&position=${position}&criterion=${criterion}`;
  const heading = (page: Page) => page.getByRole('heading', { level: 2, name: 'Caller validation' });
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
  const nameOneself = async (page: Page, name: string) => {
    await page.getByRole('dialog', { name: 'Who decides?' }).waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  const saved = (page: Page) => page.locator('.note-good', { hasText: 'Saved.' }).waitFor();
  const logOf = async (number: string) => {
    const { decisions } = await api.get(decisionLogSchema, 'GET', `/api/runs/${run.id}/decisions`);
    return decisions.filter(({ ticket }) => ticket === number);
  };

  test('goes from the queue to the report and every download by keyboard alone', async () => {
    await using visitor = await visit(server.url, `/runs/${run.id}`);
    const { page, complaints } = visitor;
    await untilReport(page);
    await tabTo(page, 'Decide');
    await page.keyboard.press('Enter');
    await page.getByText(`${WAITING} open, 0 decided`).waitFor();
    for (const key of ['j', 'ArrowDown', 'k', 'k', 'j']) await page.keyboard.press(key);
    expect(await focused(page)).toContain('INC10001');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await heading(page).waitFor();
    expect(await focused(page)).toBe('Caller validation');
    expect(await page.locator('.machine').textContent()).toContain('Not scored');
    expect(await page.locator('.pane').textContent()).toContain(HOSTILE);

    await page.keyboard.press('2');
    expect(await page.getByRole('radio', { name: /^Not documented/ }).isChecked()).toBe(true);
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Say in a sentence why').waitFor();
    await page.keyboard.type('jk1: only half of it was asked');
    await page.keyboard.press('Control+Enter');
    await nameOneself(page, 'Lena Lead');
    await saved(page);
    expect(await page.getByRole('table', { name: 'What changed' }).textContent()).toContain('This ticket');
    expect(await page.locator('.current').textContent()).toContain('Not documented, 15 points off');
    expect(await focused(page)).toBe('Next open question');
    await page.keyboard.press('Enter');
    await page.getByText('INC10001 · Incident logging').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(`${WAITING - 1} open, 1 decided`).waitFor();
    expect(await focused(page)).toContain('INC10001');

    await tabTo(page, 'Ticket number', 'backwards');
    await page.keyboard.type('INC1');
    await page.keyboard.press('Enter');
    await page.getByText('There is no ticket INC1 in this review.').waitFor();
    await page.keyboard.type('0006');
    await page.keyboard.press('Enter');
    await page.getByText('INC10006 · Incident logging').waitFor();
    await page.locator('mark.hl', { hasText: 'Full name: Bo Ek' }).waitFor();
    await page.keyboard.press('a');
    await saved(page);
    await page
      .getByText(/^Accepted by Lena Lead, /)
      .first()
      .waitFor();

    await eventually(async () => (await api.run(run.id)).decisions).toEqual({ count: 2, report: 'current' });
    await eventually(() => page.getByText('The report shows everything that was decided.').count()).toBe(1);
    await page.getByRole('link', { name: 'Report', exact: true }).focus();
    await page.keyboard.press('Enter');
    await untilReport(page);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link', { name: 'INC10000' }).first().click();
    await frame.getByText(/^Overruled by Lena Lead/).waitFor();
    await frame.getByText('The machine had said: Not scored').waitFor();
    await page.getByRole('button', { name: 'Download' }).focus();
    await page.keyboard.press('Enter');
    const download = async (name: string) => {
      const link = page.getByRole('link', { name });
      await link.focus();
      const [started] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      return readFileSync(await started.path());
    };
    const lines = JSON.parse(String(await download('JSON document'))).scorecards.flatMap(
      ({ criteria }: { criteria: { human?: object }[] }) => criteria.flatMap(({ human }) => human ?? []),
    );
    expect(lines).toMatchObject([
      { outcome: 'overruled', by: 'Lena Lead', machine: { verdict: { status: 'unscored' } } },
      { outcome: 'accepted', by: 'Lena Lead' },
    ]);
    const table = String(await download('CSV table'));
    expect(table).toContain('decided by people,machine percent,machine passed');
    expect(table).toMatch(/^INC10000,.*,validation,,no,/m);
    const sheets = Object.values(unzipSync(await download('Excel workbook'))).map((part) => strFromU8(part));
    expect(sheets.some((sheet) => sheet.includes('Lena Lead'))).toBe(true);
    const pages = unzipSync(await download('Web pages (.zip)'));
    expect(strFromU8(pages['tickets/INC10000.html'] ?? new Uint8Array())).toContain('The machine had said');
    expect(complaints).toEqual([]);
  });

  test('by two people at once tells the slower one, who loses nothing of what they typed', async () => {
    await using ada = await visit(server.url, question(2));
    await using ben = await visit(server.url, question(2));
    for (const { page } of [ada, ben]) await heading(page).waitFor();
    await ben.page.keyboard.press('1');
    await ben.page.getByLabel('Reason').fill('Heard on the recording');
    await ada.page.keyboard.press('0');
    await ada.page.getByLabel('Reason').fill('A walk-in');
    await ada.page.getByRole('button', { name: 'Overrule it' }).click();
    await nameOneself(ada.page, 'Ada');
    await saved(ada.page);

    const { page } = ben;
    await page.getByRole('button', { name: 'Overrule it' }).click();
    await nameOneself(page, 'Ben');
    await page.getByRole('alert').getByText('Ada has decided on this meanwhile.').waitFor();
    expect(await page.getByText('A walk-in').count()).toBeGreaterThan(0);
    expect(await page.getByLabel('Reason').inputValue()).toBe('Heard on the recording');
    expect(await page.getByRole('radio', { name: /^Pass/ }).isChecked()).toBe(true);
    await expectOpenToAll(page, 'a conflict');
    await page.getByRole('button', { name: 'Put it in place of the decision' }).click();
    await saved(page);
    const log = page.getByRole('region', { name: 'Log of decisions' }).getByRole('listitem');
    expect(await log.allTextContents()).toMatchObject([
      expect.stringMatching(/^Overruled by Ada, .*: Does not apply/),
      expect.stringMatching(/^Overruled by Ben, .*: Pass/),
    ]);
    await page.getByRole('heading', { level: 2, name: 'Caller validation' }).click();
    await page.keyboard.press('u');
    await page.getByText('Taken back.').first().waitFor();
    await eventually(() => log.count()).toBe(3);
    expect((await logOf('INC10002')).map(({ by, outcome }) => `${by} ${outcome.kind}`)).toEqual([
      'Ada not-applicable',
      'Ben overrule',
      'Ben withdraw',
    ]);
  });

  test('over a line that is lost can be tried again, and is saved once', async () => {
    await using visitor = await visit(server.url, question(3));
    const { page } = visitor;
    await heading(page).waitFor();
    await page.keyboard.press('1');
    await page.getByLabel('Reason').fill('She is known to the desk');
    await page.route('**/decisions', (route) => route.abort(), { times: 1 });
    await page.keyboard.press('Control+Enter');
    await nameOneself(page, 'Lena Lead');
    await page.getByRole('alert').getByText('The server does not answer.').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('She is known to the desk');
    await expectOpenToAll(page, 'a lost line');
    // Now it arrives, and the answer is lost.
    await page.route(
      '**/decisions',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Try again' }).click();
    await eventually(async () => (await logOf('INC10003')).length).toBe(1);
    await page.getByRole('button', { name: 'Try again' }).click();
    await saved(page);
    expect(await logOf('INC10003')).toMatchObject([{ by: 'Lena Lead', reason: 'She is known to the desk' }]);
  });

  test('keeps what is typed while somebody looks elsewhere, and asks for the name once', async () => {
    await using visitor = await visit(server.url, question(4));
    const { page, complaints } = visitor;
    await heading(page).waitFor();
    await expectOpenToAll(page, 'a question');
    await page.keyboard.press('1');
    await page.getByLabel('Reason').fill('Not saved yet');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.getByText('INC10005 · Incident logging').waitFor();
    await page.keyboard.press('k');
    await page.getByText('INC10004 · Incident logging').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('Not saved yet');
    await page.getByRole('button', { name: 'Overrule it' }).click();
    await page.getByRole('dialog', { name: 'Who decides?' }).waitFor();
    await expectOpenToAll(page, 'the name');
    await page.keyboard.press('Enter');
    await page.getByText('Enter your name first.').waitFor();
    await nameOneself(page, 'Lena Lead');
    await saved(page);
    await expectOpenToAll(page, 'saved');
    await page.keyboard.press('Escape');
    await page.getByText('You decide as Lena Lead.').waitFor();
    await expectOpenToAll(page, 'the queue');
    await page.getByRole('button', { name: 'Decided', exact: true }).click();
    await page.locator('.question', { hasText: 'INC10004' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('shows which check stands on words that may be read otherwise', async () => {
    const notes = record(0, { close_notes: 'Developed and tested. User confirmed that it works and agreed to close.' });
    const upload = await api.upload({ 'doubt.json': JSON.stringify({ records: [notes] }) });
    const { id } = await api.finished((await api.start(upload, { ...OFFLINE, rubrics: ['incident-handling'] })).id);
    await using visitor = await visit(server.url, `/runs/${id}/decide`);
    const { page } = visitor;
    await page.getByText('One missing · A check on words that may be read otherwise').click();
    const doubtful = page.locator('.checks li', { hasText: 'Not met: what was done' });
    await doubtful.getByText('“Developed and tested.”').waitFor();
    expect(await doubtful.textContent()).toContain('low confidence');
    expect(await page.locator('.checks li', { hasText: 'Met: the user' }).textContent()).not.toContain(
      'low confidence',
    );
    await expectOpenToAll(page, 'a check in doubt');
  });

  test('by single keys is told of, and can be turned off', async () => {
    await using visitor = await visit(server.url, queue());
    const { page } = visitor;
    await page.locator('.question').first().waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    await expectOpenToAll(page, 'keys');
    await dialog.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).not.toContain('question');
  });

  test('tells where the report could not be written anew, and has it tried again', async () => {
    await using visitor = await visit('about:', 'blank');
    const { page } = visitor;
    let report = 'failed';
    await page.route(`**/api/runs/${run.id}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), decisions: { count: 1, report } } });
    });
    let asked = 0;
    await page.route('**/report', async (route) => {
      asked += 1;
      const response = await route.fetch();
      report = 'current';
      await route.fulfill({
        response,
        json: { ...(await response.json()), decisions: { count: 1, report: 'writing' } },
      });
    });
    await page.goto(server.url + queue());
    await page.getByRole('alert').getByText('The report could not be written anew.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByText('The report shows everything that was decided.').waitFor();
    expect(asked).toBe(1);
    report = 'stale';
    await page.goto(`${server.url}/runs/${run.id}`);
    await page.getByText('The report does not show the latest decisions yet.').waitFor();
    await untilReport(page);
    report = 'current';
    await page.getByText('The report has been written anew').waitFor();
    await page.getByRole('button', { name: 'Show it' }).click();
    await untilReport(page);
    expect(await page.getByRole('button', { name: 'Show it' }).count()).toBe(0);
  });
});
