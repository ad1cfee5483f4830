/**
 * Measures the built command on synthetic exports: tickets and megabytes a second (start-up included) and peak memory,
 * with and without spelling.
 *
 *   pnpm bench                         1,000, 10,000 and 100,000 tickets
 *   pnpm bench --sizes 1000,10000      other sizes
 *   pnpm bench --keep <folder>         keeps the exports, to measure something else on them
 *   pnpm bench --hostile               instead: single tickets with 100 kB of hostile text, the slowest first
 *   pnpm bench --model                 instead: requests to a model, beside the bare client and the ideal
 *   pnpm bench --judge                 instead: whole runs with a model, beside the ideal
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchHostileTexts } from './bench/hostile.mjs';
import { benchJudge } from './bench/judge.mjs';
import { benchModel } from './bench/model.mjs';
import { writeSyntheticExport } from './bench/synthetic-export.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const COMMAND = here('../apps/cli/bin/tqrs.cjs');
/** What the first line of the command tells Node. */
const NODE_OPTIONS = readFileSync(COMMAND, 'utf8').split('\n', 1)[0].split(' ').slice(3);
const PRELOAD = new URL('./bench/print-peak-memory.mjs', import.meta.url).href;
/** Small runs are repeated and the median taken: start-up and the neighbours weigh more on them. */
const repeats = (tickets) => (tickets <= 10_000 ? 3 : 1);

function measureOnce(args) {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, [...NODE_OPTIONS, '--import', PRELOAD, COMMAND, ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
      env: { ...process.env, LOG_LEVEL: 'ERROR' },
    });
    let peak = '';
    child.stdio[3].setEncoding('utf8').on('data', (text) => {
      peak += text;
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done({ seconds: (performance.now() - start) / 1000, megabytes: Number(peak) / 1024 });
      else fail(new Error(`tqrs ended with ${code}`));
    });
  });
}

async function measure(args, times) {
  const runs = [];
  for (let run = 0; run < times; run += 1) runs.push(await measureOnce(args));
  const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b)[Math.floor(times / 2)];
  return { seconds, megabytes: Math.max(...runs.map((run) => run.megabytes)) };
}

const { values } = parseArgs({
  // `pnpm bench -- --sizes …` passes the dashes on.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    keep: { type: 'string' },
    hostile: { type: 'boolean', default: false },
    model: { type: 'boolean', default: false },
    judge: { type: 'boolean', default: false },
  },
});
if (values.hostile) {
  await benchHostileTexts();
  process.exit();
}
if (values.model) {
  await benchModel();
  process.exit();
}
if (values.judge) {
  await benchJudge(3_000);
  process.exit();
}
const sizes = values.sizes.split(',').map(Number);
const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'tqrs-bench-')));
await mkdir(folder, { recursive: true });

const columns = ['tickets', 'spelling', 'seconds', 'tickets/s', 'MB/s', 'peak MB'];
const print = (cells) =>
  console.log(
    cells.map((cell, index) => (index === 1 ? String(cell).padEnd(8) : String(cell).padStart(10))).join('  '),
  );
const results = new Map();
try {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} CPUs (${cpus()[0]?.model ?? 'unknown'}); whole command, start-up included\n`,
  );
  print(columns);
  for (const tickets of sizes) {
    const file = join(folder, `incidents-${tickets}.json`);
    await writeSyntheticExport(file, tickets);
    const { size } = await stat(file);
    for (const spelling of ['without', 'with']) {
      const args = [
        'review',
        file,
        '--judge',
        'offline',
        '--format',
        'ndjson',
        '--quiet',
        ...(spelling === 'without' ? ['--no-spelling'] : []),
      ];
      const result = await measure(args, repeats(tickets));
      results.set(`${spelling} ${tickets}`, result);
      const rate = (amount) => Math.round(amount / result.seconds).toLocaleString('en-US');
      print([
        tickets.toLocaleString('en-US'),
        spelling,
        result.seconds.toFixed(2),
        rate(tickets),
        rate(size / 1e6),
        Math.round(result.megabytes),
      ]);
    }
    if (!values.keep) await rm(file);
  }
  const [smaller, larger] = sizes.slice(-2);
  if (larger !== undefined) {
    console.log(`\n${larger.toLocaleString('en-US')} tickets beside ${smaller.toLocaleString('en-US')}:`);
    for (const spelling of ['without', 'with']) {
      const [few, many] = [results.get(`${spelling} ${smaller}`), results.get(`${spelling} ${larger}`)];
      const [time, memory] = [many.seconds / few.seconds, many.megabytes / few.megabytes];
      console.log(`  ${spelling.padEnd(8)} spelling: time × ${time.toFixed(2)}, peak memory × ${memory.toFixed(2)}`);
    }
  }
} finally {
  if (!values.keep) await rm(folder, { recursive: true, force: true });
}
