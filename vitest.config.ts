import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { dataModulesForVite } from './scripts/data-modules.mjs';

const packages = fileURLToPath(new URL('./packages', import.meta.url));
const web = fileURLToPath(new URL('./apps/web/src', import.meta.url));

/** Whole runs of the server and its page, which mostly wait: minutes of them. TQRS_TEST_ALL=1 runs them, too. */
const LONG = ['apps/web/test/{restart,watching,review}.test.ts', 'apps/web/test/page/**'];

export default defineConfig({
  plugins: [dataModulesForVite()],
  resolve: {
    alias: [
      { find: /^@tqrs\/(parser|llm|core|report)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: /^@tqrs\/(llm|core)\/(\w+)$/, replacement: `${packages}/$1/src/$2/index.ts` },
      { find: /^@tqrs\/web$/, replacement: `${web}/server/index.ts` },
      { find: /^@tqrs\/web\/api$/, replacement: `${web}/api/index.ts` },
    ],
  },
  test: {
    include: [
      '{packages,apps}/*/src/**/*.test.ts',
      '{packages,apps}/*/test/**/*.test.ts',
      'samples/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    exclude: [...configDefaults.exclude, ...(process.env.TQRS_TEST_ALL === '1' ? [] : LONG)],
    reporters: ['default', './scripts/summary-reporter.mjs'],
    testTimeout: 30_000,
    // Many tests wait for processes of their own: one worker would leave two processors idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
