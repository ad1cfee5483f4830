import { existsSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of this machine; undefined where there is none. */
export const browserPath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Why the browser tests do not run here, where they do not. */
export const NO_BROWSER = 'no Chromium here: set CHROMIUM_PATH, or install Chromium or Chrome';

/** Starts it, without any traffic of its own. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Dark is light in other colours: only what looks at colours is asked of it again. */
const RULES: Record<'light' | 'dark', axe.RunOptions> = {
  light: {},
  dark: { runOnly: ['color-contrast', 'link-in-text-block'] },
};

/** What shuts somebody out of a page, which is shown in light or dark. */
export async function barriersOn(
  page: Page,
  colorScheme: 'light' | 'dark',
  options: axe.RunOptions = {},
): Promise<string[]> {
  await page.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
    { ...options, ...RULES[colorScheme] },
  );
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(', ')}`);
}
