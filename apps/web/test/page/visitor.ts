import { fileURLToPath } from 'node:url';
import type { RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { barriersOn, browserPath, launchBrowser, NO_BROWSER } from '../../../../packages/report/test/browser.ts';
import { COMMAND, startTestServer, type TestServer } from '../support.ts';

/** The page as it travels with the command; the build comes before the tests. */
export const PAGE_FOLDER = fileURLToPath(new URL('../dist/page/', new URL(`file://${COMMAND}`)));

/** Describes what is seen in a browser, where there is one. */
export function inBrowser(name: string, timeout: number, tests: () => void): void {
  const isThere = browserPath !== undefined;
  describe.skipIf(!isThere)(isThere ? name : `${name} (skipped: ${NO_BROWSER})`, { timeout }, tests);
}

let browser: Promise<Browser> | undefined;

/** Ends the browser of this test file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** A server for all tests of a group; the browser of the file ends with it. */
export function pageServerForAll(options: Parameters<typeof startTestServer>[0] = {}): { readonly url: string } {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await startTestServer({ pageFolder: PAGE_FOLDER, ...options });
  });
  afterAll(async () => {
    await closeBrowser();
    await server?.[Symbol.asyncDispose]();
  });
  return {
    get url() {
      return server?.url ?? '';
    },
  };
}

/** Somebody with a browser session of their own. */
export interface Visitor extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about, and requests to anywhere else than the server. */
  readonly complaints: string[];
}

/** Opens the page of a server. */
export async function visit(url: string, path = '/'): Promise<Visitor> {
  browser ??= launchBrowser(browserPath ?? '');
  const context = await (await browser).newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    // Nothing that moves is looked at, and moving it is most of a browser's work.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(request.url());
  });
  await page.goto(url + path);
  return { page, context, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** Waits until it is so, as long as browsers on a busy machine may take. */
export const eventually = <Value>(probe: () => Value) => expect.poll(probe, { timeout: 60_000 });

/** A file as it is put into a form. */
export const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content as string),
});

/** Chooses files. */
export async function choose(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles(files);
}

/** Waits until the files are looked through. */
export async function untilFound(page: Page): Promise<void> {
  await page.getByText('Nothing is reviewed yet.').waitFor();
}

/** Waits for the report in its frame. */
export async function untilReport(page: Page): Promise<void> {
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
}

/** Presses Tab until something of that name has the focus; every stop on the way must be seen to have it. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  way: 'onwards' | 'backwards' = 'onwards',
): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press(way === 'onwards' ? 'Tab' : 'Shift+Tab');
    const { label, isSeen } = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body;
      // Browsers mark what has the focus inside of these themselves.
      const marksItself = focused === document.body || focused.matches('iframe, input[type=date]');
      const labels = [...((focused as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent);
      return {
        label: focused.getAttribute('aria-label') ?? [...labels, focused.textContent].join(''),
        isSeen: marksItself || getComputedStyle(focused).outlineStyle !== 'none',
      };
    });
    expect(isSeen, label).toBe(true);
    if (typeof name === 'string' ? label === name : name.test(label)) return;
  }
  throw new Error(`Nobody gets to ${name} by keyboard.`);
}

/** The report in its frame has tests of its own. */
const THE_PAGE_ALONE: RunOptions = { iframes: false };

/** Nobody is shut out of what is shown, and nothing sticks out of it. */
export async function expectOpenToAll(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      const where = `${what}, ${colorScheme}, ${width} pixels`;
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, where).toBeLessThanOrEqual(0);
      expect(await barriersOn(page, colorScheme, THE_PAGE_ALONE), where).toEqual([]);
    }
  await page.setViewportSize({ width: 1440, height: 900 });
}
