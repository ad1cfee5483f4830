import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { dataModulesForVite } from './scripts/data-modules.mjs';

const source = (name: string) => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  plugins: [dataModulesForVite()],
  resolve: {
    alias: {
      '@tqrs/parser': source('parser'),
      '@tqrs/llm': source('llm'),
      '@tqrs/core': source('core'),
      '@tqrs/report': source('report'),
    },
  },
  test: {
    include: [
      '{packages,apps}/*/src/**/*.test.ts',
      '{packages,apps}/*/test/**/*.test.ts',
      'samples/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    reporters: ['default', './scripts/summary-reporter.mjs'],
    testTimeout: 30_000,
  },
});
