/**
 * Measures the built command on synthetic exports: tickets and megabytes a second (start-up included) and peak memory,
 * with and without spelling.
 *
 *   pnpm bench                         1,000, 10,000 and 100,000 tickets
 *   pnpm bench --sizes 1000,10000      other sizes
 *   pnpm bench --keep <folder>         keeps the exports, to measure something else on them
 *   pnpm bench --stream                instead: 10,000, 100,000 and 1,000,000 tickets that are made as they are read
 *   pnpm bench --formats               instead: how fast exports of each format are read
 *   pnpm bench --hostile               instead: single tickets with 100 kB of hostile text, the slowest first
 *   pnpm bench --model                 instead: requests to a model, beside the bare client and the ideal
 *   pnpm bench --judge                 instead: whole runs with a model, beside the ideal
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchFormats } from './bench/formats.mjs';
import { benchHostileTexts } from './bench/hostile.mjs';
import { benchJudge } from './bench/judge.mjs';
import { benchModel } from './bench/model.mjs';
import { syntheticStream, writeSyntheticExport } from './bench/synthetic-export.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const COMMAND = here('../apps/cli/bin/tqrs.cjs');
/** What the first line of the command tells Node. */
const NODE_OPTIONS = readFileSync(COMMAND, 'utf8').split('\n', 1)[0].split(' ').slice(3);
const PRELOAD = new URL('./bench/print-peak-memory.mjs', import.meta.url).href;
/** Small runs are repeated and the median taken: start-up and the neighbours weigh more on them. */
const repeats = (tickets) => (tickets <= 10_000 ? 3 : 1);

function measureOnce(args, input) {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, [...NODE_OPTIONS, '--import', PRELOAD, COMMAND, ...args], {
      stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'inherit', 'pipe'],
      env: { ...process.env, LOG_LEVEL: 'ERROR' },
    });
    let peak = '';
    child.stdio[3].setEncoding('utf8').on('data', (text) => {
      peak += text;
    });
    if (input !== undefined) pipeline(input, child.stdin).catch(fail);
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done({ seconds: (performance.now() - start) / 1000, megabytes: Number(peak) / 1024 });
      else fail(new Error(`tqrs ended with ${code}`));
    });
  });
}

async function measure(args, times, input) {
  const runs = [];
  for (let run = 0; run < times; run += 1) runs.push(await measureOnce(args, input?.()));
  const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b)[Math.floor(times / 2)];
  return { seconds, megabytes: Math.max(...runs.map((run) => run.megabytes)) };
}

const { values } = parseArgs({
  // `pnpm bench -- --sizes …` passes the dashes on.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    sizes: { type: 'string' },
    keep: { type: 'string' },
    stream: { type: 'boolean', default: false },
    formats: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
    model: { type: 'boolean', default: false },
    judge: { type: 'boolean', default: false },
  },
});
if (values.formats) {
  await benchFormats();
  process.exit();
}
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
const sizes = (values.sizes ?? (values.stream ? '10000,100000,1000000' : '1000,10000,100000')).split(',').map(Number);
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
    if (!values.stream) await writeSyntheticExport(file, tickets);
    const size = values.stream ? undefined : (await stat(file)).size;
    for (const spelling of values.stream ? ['without'] : ['without', 'with']) {
      const args = [
        'review',
        values.stream ? '-' : file,
        '--judge',
        'offline',
        '--format',
        'ndjson',
        '--quiet',
        ...(spelling === 'without' ? ['--no-spelling'] : []),
      ];
      const result = await measure(args, repeats(tickets), values.stream ? () => syntheticStream(tickets) : undefined);
      results.set(`${spelling} ${tickets}`, result);
      const rate = (amount) => Math.round(amount / result.seconds).toLocaleString('en-US');
      print([
        tickets.toLocaleString('en-US'),
        spelling,
        result.seconds.toFixed(2),
        rate(tickets),
        size === undefined ? '' : rate(size / 1e6),
        Math.round(result.megabytes),
      ]);
    }
    if (!values.keep) await rm(file, { force: true });
  }
  for (const [place, larger] of sizes.entries()) {
    const smaller = sizes[place - 1];
    if (smaller === undefined) continue;
    console.log(`\n${larger.toLocaleString('en-US')} tickets beside ${smaller.toLocaleString('en-US')}:`);
    for (const spelling of ['without', 'with']) {
      const [few, many] = [results.get(`${spelling} ${smaller}`), results.get(`${spelling} ${larger}`)];
      if (few === undefined || many === undefined) continue;
      const [time, memory] = [many.seconds / few.seconds, many.megabytes / few.megabytes];
      console.log(`  ${spelling.padEnd(8)} spelling: time × ${time.toFixed(2)}, peak memory × ${memory.toFixed(2)}`);
    }
  }
} finally {
  if (!values.keep) await rm(folder, { recursive: true, force: true });
}
