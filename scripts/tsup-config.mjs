import { dataModulesForEsbuild } from './data-modules.mjs';

/** The build of every library: one ESM entry, no declarations (tsc writes them), data files inlined. */
export function libraryConfig(overrides = {}) {
  return {
    entry: ['src/index.ts'],
    format: 'esm',
    platform: 'node',
    // Not `node22`: for Node, esbuild makes every /\p{L}/u a `new RegExp` that is built at each use.
    target: 'es2024',
    dts: false,
    clean: true,
    sourcemap: true,
    esbuildPlugins: [dataModulesForEsbuild()],
    ...overrides,
  };
}
