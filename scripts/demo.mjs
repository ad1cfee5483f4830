/** Reviews the sample export with the sample company's profile, as a user would, and says where the report is. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const args = [
  'review',
  at('samples/incidents.json'),
  '--profile',
  at('samples/profile.yaml'),
  '--out',
  at('tqrs-report'),
  // Whatever the environment sets up: a demo costs nothing and sends nothing.
  '--judge',
  'offline',
];

const { status } = spawnSync(process.execPath, [at('apps/cli/bin/tqrs.cjs'), ...args], { stdio: 'inherit' });
if (status === 0) console.log(`\nOpen the report in a browser: ${pathToFileURL(at('tqrs-report/index.html')).href}`);
process.exitCode = status ?? 1;
