import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { dataModulesForVite } from './scripts/data-modules.mjs';

const packages = fileURLToPath(new URL('./packages', import.meta.url));
const web = fileURLToPath(new URL('./apps/web/src', import.meta.url));

/** Tests of what has no state. */
const PURE = ['packages/{parser,core,report}/src/**/*.test.ts'];
const WHOLE = [
  '{packages,apps}/*/src/**/*.test.ts',
  '{packages,apps}/*/test/**/*.test.ts',
  'samples/**/*.test.ts',
  'scripts/**/*.test.ts',
];

export default defineConfig({
  plugins: [dataModulesForVite()],
  resolve: {
    alias: [
      { find: /^@tqrs\/(parser|llm|core|report)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: /^@tqrs\/(llm|core|report)\/(\w+)$/, replacement: `${packages}/$1/src/$2/index.ts` },
      { find: /^@tqrs\/web$/, replacement: `${web}/server/index.ts` },
      { find: /^@tqrs\/web\/api$/, replacement: `${web}/api/index.ts` },
    ],
  },
  test: {
    reporters: ['default', './scripts/summary-reporter.mjs'],
    // Many tests wait for processes of their own.
    maxWorkers: availableParallelism() + 1,
    projects: [
      // Nothing in them lasts beyond a test, so that many files share what was loaded once.
      {
        extends: true,
        test: { name: 'pure', include: PURE, isolate: false, testTimeout: 30_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        // Whole runs, on a machine that may be busy.
        test: {
          name: 'whole',
          include: WHOLE,
          exclude: [...configDefaults.exclude, ...PURE],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
