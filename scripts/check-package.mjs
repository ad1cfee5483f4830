/**
 * Packs the package in the current folder as it would be published (pnpm resolves `workspace:` and `catalog:`) and
 * checks the tarball: publint for what package.json promises, attw for what TypeScript finds in it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status === 0) return;
  process.stderr.write(`${[command, ...args].join(' ')} failed\n${stdout ?? ''}${stderr ?? ''}${error ?? ''}\n`);
  process.exitCode = 1;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'tqrs-pack-'));
try {
  run('pnpm', ['pack', '--pack-destination', folder]);
  for (const tarball of readdirSync(folder)) {
    run('publint', ['--strict', join(folder, tarball)]);
    // A command has no types to check, and neither has a style sheet.
    const untyped = Object.keys(manifest.exports).filter((path) => path.endsWith('.css'));
    const excluded = untyped.length === 0 ? [] : ['--exclude-entrypoints', ...untyped];
    if (manifest.exports['.']) run('attw', [join(folder, tarball), '--profile', 'esm-only', ...excluded]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
