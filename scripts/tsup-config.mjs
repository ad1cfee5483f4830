import { dataModulesForEsbuild } from './data-modules.mjs';

/** The build of every library: one ESM entry, no declarations (tsc writes them), data files inlined. */
export function libraryConfig(overrides = {}) {
  return {
    entry: ['src/index.ts'],
    format: 'esm',
    platform: 'node',
    target: 'node22',
    dts: false,
    clean: true,
    sourcemap: true,
    esbuildPlugins: [dataModulesForEsbuild()],
    ...overrides,
  };
}
