import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, inBrowser, pageServerForAll, untilFound, untilReport, visit } from './visitor.ts';

inBrowser('a newcomer', 120_000, () => {
  const server = pageServerForAll();

  const download = async (page: Page, name: string) => {
    const [started] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    return { name: started.suggestedFilename(), bytes: readFileSync(await started.path()) };
  };

  test('gets from the sample to its report and every download in three clicks', async () => {
    await using visitor = await visit(server.url);
    const { page, complaints } = visitor;
    await page.getByRole('button', { name: 'Try it with the sample' }).click();
    await untilFound(page);
    const found = page.getByRole('region', { name: 'What was found' });
    await eventually(() => found.textContent()).toContain('58');
    expect(await found.textContent()).toMatch(/2\s–\s6 Mar 2026/);
    expect(await page.getByLabel('Profile').inputValue()).toBe('quenby-tarn');
    await page.getByRole('button', { name: 'Review 58 tickets' }).click();
    await untilReport(page);
    const frame = page.frameLocator('iframe');
    expect(await frame.getByRole('heading', { level: 1 }).textContent()).toBe('Incident logging');
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts allow-popups');

    await frame.getByRole('link', { name: 'INC0041001' }).first().click();
    await frame.getByText('GlobalProtect').first().waitFor();

    await page.getByRole('button', { name: 'Download' }).click();
    const workbook = await download(page, 'Excel workbook');
    expect(workbook.name).toMatch(/^tqrs-incident-logging-[\d-]+\.xlsx$/);
    expect(Object.keys(unzipSync(workbook.bytes))).toContain('xl/workbook.xml');
    expect((await download(page, 'CSV table')).bytes.toString('utf8')).toContain('INC0041001');
    expect(JSON.parse((await download(page, 'JSON document')).bytes.toString('utf8')).scorecards).toHaveLength(58);
    expect((await download(page, 'JSON lines')).bytes.toString('utf8').trim().split('\n')).toHaveLength(58);
    expect((await download(page, 'Summary in Markdown')).bytes.toString('utf8')).toContain('Incident logging');
    expect((await download(page, 'JUnit test suite')).bytes.toString('utf8')).toMatch(/^<\?xml/);
    const pages = unzipSync((await download(page, 'Web pages (.zip)')).bytes);
    expect(strFromU8(pages['index.html'] ?? new Uint8Array())).toContain('INC0041001');
    expect(Object.keys(unzipSync((await download(page, 'Coaching pages (.zip)')).bytes))).toContain('index.html');
    expect(complaints).toEqual([]);
  });

  test('finds every place again by its address, and goes back by the browser’s button', async () => {
    await using visitor = await visit(server.url);
    const { page, complaints } = visitor;
    await page.getByRole('button', { name: 'Try it with the sample' }).click();
    await untilFound(page);
    await page.getByRole('checkbox', { name: 'Onsite support' }).check();
    await page.getByText('More options').click();
    await page.getByLabel('Only tickets for which this holds').fill('priority<=5\nnonsense');
    await page.getByLabel('Numbers and times in the report').selectOption('German');
    await page.getByRole('button', { name: 'Review the selection' }).click();
    await page.getByText('Condition 2 cannot be read.').waitFor();
    await page.getByLabel('Only tickets for which this holds').fill('priority<=5');
    await page.reload();
    await untilFound(page);
    expect(await page.getByLabel('Profile').inputValue()).toBe('quenby-tarn');
    expect(await page.getByRole('checkbox', { name: 'Onsite support' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Review the selection' }).click();
    await untilReport(page);
    await page.getByRole('combobox', { name: 'Rubric' }).selectOption('onsite-support');
    await eventually(() => page.frameLocator('iframe').getByRole('heading', { level: 1 }).textContent()).toBe(
      'Onsite support',
    );
    await page.reload();
    await untilReport(page);
    expect(await page.frameLocator('iframe').getByRole('heading', { level: 1 }).textContent()).toBe('Onsite support');
    await page.getByRole('link', { name: 'How it was made' }).click();
    await page.getByRole('heading', { name: 'Settings of this review' }).waitFor();
    await page.reload();
    await page.getByText('Incident logging, Onsite support').first().waitFor();
    const facts = await page.locator('.facts').textContent();
    for (const fact of ['priority<=5', 'German']) expect(facts).toContain(fact);
    await page.goBack();
    await untilReport(page);
    await page.getByRole('link', { name: 'Past reviews' }).click();
    await page.getByRole('heading', { level: 1, name: 'Past reviews' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.title()).toBe('Past reviews · TQRS');
    // Of the condition that was refused.
    expect(complaints).toEqual([expect.stringContaining('422')]);
  });
});
