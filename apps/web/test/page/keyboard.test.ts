import { expect, test } from 'vitest';
import { eventually, inBrowser, pageServerForAll, tabTo, untilFound, untilReport, visit } from './visitor.ts';

inBrowser('by keyboard alone', 120_000, () => {
  const server = pageServerForAll();

  test('the sample is reviewed, read, downloaded and deleted', async () => {
    await using visitor = await visit(server.url);
    const { page, complaints } = visitor;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(page, 'Skip to the content');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Try it with the sample');
    await page.keyboard.press('Enter');
    await untilFound(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('New review');

    await tabTo(page, /^Customer service/);
    await page.keyboard.press('Space');
    expect(await page.getByRole('checkbox', { name: 'Customer service' }).isChecked()).toBe(true);
    await page.keyboard.press('Space');
    await tabTo(page, 'More options');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Which tickets');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Number of tickets');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('5');
    await tabTo(page, 'Review the selection');
    await page.keyboard.press('Enter');

    await page.getByText('Finished', { exact: true }).waitFor();
    await untilReport(page);
    await tabTo(page, 'Download');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Download the report' });
    await dialog.waitFor();
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          () =>
            document.querySelector('dialog')?.contains(document.activeElement) ||
            document.activeElement === document.body,
        ),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');
    await eventually(() => dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Download');

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('the first 5').waitFor();
    await page.evaluate(() => document.querySelector('h1')?.focus());
    for (
      let back = 0;
      back < 4 &&
      !(await page.getByRole('link', { name: 'Past reviews' }).evaluate((link) => link === document.activeElement));
      back++
    )
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Past reviews' }).waitFor();
    await tabTo(page, /^Delete incidents\.json/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Delete this review?' }).waitFor();
    await tabTo(page, 'Delete');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No review yet' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
