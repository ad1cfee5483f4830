import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startServe } from '../serve-process.ts';
import { record, TemporaryFolder } from '../support.ts';
import { closeBrowser, eventually, inBrowser, untilReport, visit } from './visitor.ts';

const MEGABYTE = 1_000_000;
const BYTES = 200 * MEGABYTE;
const PAD = 'The caller tells at length what happened before the password was refused. '.repeat(100);

/** Writes an export of so many bytes. @returns How many tickets are in it. */
async function writeExport(path: string): Promise<number> {
  await using file = await open(path, 'w');
  let [written, tickets, lead] = [0, 0, '{"records":['];
  while (written < BYTES) {
    let text = '';
    for (; text.length < MEGABYTE; tickets++) {
      text += `${lead}${JSON.stringify(record(tickets, { description: PAD }))}\n`;
      lead = ',';
    }
    written += text.length;
    await file.write(text);
  }
  await file.write(']}');
  return tickets;
}

/** The most memory that a process has ever had, in megabytes; undefined where the system does not tell. */
function peakOf(pid: number | undefined): number | undefined {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return undefined;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1_000;
}

inBrowser('a file of 200 MB', 300_000, () => {
  afterAll(closeBrowser);

  test('is sent, looked through and reviewed, and neither server nor page holds it in memory', async () => {
    using folder = new TemporaryFolder();
    const path = join(folder.path, 'large.json');
    const tickets = await writeExport(path);
    await using server = await startServe(folder.path);
    await using visitor = await visit(server.url);
    const { page, complaints } = visitor;
    await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles(path);
    await page.getByRole('progressbar', { name: 'large.json' }).waitFor();
    await page.getByRole('button', { name: 'Remove large.json' }).waitFor();
    const found = page.getByRole('region', { name: 'What was found' });
    await eventually(() => found.textContent()).toContain(tickets.toLocaleString('en'));
    await page.getByText('More options').click();
    await page.getByRole('combobox', { name: 'Which tickets' }).selectOption('sample');
    await page.getByRole('button', { name: 'Review the selection' }).click();
    await untilReport(page);
    expect(await page.frameLocator('iframe').locator('.tile').first().textContent()).toContain('100');

    const heap = await page.evaluate(
      () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6,
    );
    const peak = peakOf(server.child.pid);
    expect(heap).toBeLessThan(50);
    if (peak !== undefined) expect(peak).toBeLessThan(400);
    expect(complaints).toEqual([]);
  });
});
