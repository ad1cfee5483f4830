/**
 * How near a whole run of the command with a model comes to the ideal: requests by the server's time by how many at a time.
 * Against a local server that takes 50 ms for each answer; start-up, reading and the report are part of the run.
 */
import { fork, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSyntheticExport } from './synthetic-export.mjs';

const CONCURRENCY = 20;
const SERVER_MS = 50;
/** Tells at the end of a process what it took of CPU. */
const PRELOAD = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, String((user + system) / 1000)); });",
)}`;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Prints a line for each way to write the results. The command has to be built. */
export async function benchJudge(tickets) {
  const folder = await mkdtemp(join(tmpdir(), 'tqrs-bench-judge-'));
  const server = fork(fileURLToPath(new URL('./slow-judge-server.mjs', import.meta.url)));
  const told = () => new Promise((resolve) => server.once('message', resolve));
  try {
    const port = await told();
    const file = join(folder, 'incident.json');
    await writeSyntheticExport(file, tickets);
    console.log(`${tickets} tickets, ${CONCURRENCY} at a time, answers after ${SERVER_MS} ms; whole command\n`);
    for (const args of [
      ['--format', 'ndjson'],
      ['--out', join(folder, 'report')],
    ]) {
      const start = performance.now();
      const cpuMs = await run(['review', file, ...args, '--concurrency', String(CONCURRENCY), '--quiet'], port);
      const seconds = (performance.now() - start) / 1_000;
      server.send('count');
      const requests = await told();
      const ideal = (requests * SERVER_MS) / CONCURRENCY / 1_000;
      const share = ((100 * ideal) / seconds).toFixed(1);
      console.log(
        `${args[0].padEnd(9)} ${requests} requests in ${seconds.toFixed(1)} s: ${share} % of the ideal ${ideal.toFixed(1)} s; ` +
          `${(cpuMs / tickets).toFixed(2)} ms of CPU a ticket`,
      );
    }
  } finally {
    server.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the run took of CPU, in milliseconds. */
async function run(args, port) {
  const env = { ...process.env, OPENAI_API_KEY: 'none', OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` };
  const child = spawn(process.execPath, ['--import', PRELOAD, here('../../apps/cli/bin/tqrs.cjs'), ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let cpu = '';
  child.stdio[3].setEncoding('utf8').on('data', (text) => {
    cpu += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`tqrs ended with ${code}`);
  return Number(cpu);
}
