import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

// After a new version, write the file anew with: vitest run packages/core/src/version.test.ts -u
test('version.ts names the version of the package', async () => {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const source = `/** The version of this package, for a scorecard’s provenance. */\nexport const VERSION = '${version}';\n`;
  await expect(source).toMatchFileSnapshot('./version.ts');
});
