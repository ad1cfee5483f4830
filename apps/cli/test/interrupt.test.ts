import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { model, startFaultServer } from '@tqrs/fault-server';
import { beforeAll, describe, expect, test } from 'vitest';
import { runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

/** More than are reviewed before a key is heard. */
const TICKETS = 6_000;
const folder = folderForAll();
beforeAll(() => {
  writeFileSync(join(folder, 'incident.json'), exportOf(TICKETS));
});

describe('Ctrl-C', () => {
  test('keeps what is finished: the report is whole, and the exit code is 130', async () => {
    const { code, stdout } = await runTqrs(['review', 'incident.json', '--format', 'json'], {
      cwd: folder,
      onStart: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    });
    expect(code).toBe(130);
    const { scorecards, summary, interrupted } = JSON.parse(stdout);
    expect(interrupted).toBe(true);
    expect(scorecards.length).toBeGreaterThan(0);
    expect(scorecards.length).toBeLessThan(TICKETS);
    expect(summary.tickets).toBe(scorecards.length);
    expect(scorecards[0].ticket.number).toBe('INC10000');
  });

  test('does not wait for standard input', async () => {
    const { code, stdout } = await runTqrs(['review', '-', '--format', 'ndjson'], {
      input: exportOf(1_500).slice(0, -2),
      keepInputOpen: true,
      onStart: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    });
    expect(code).toBe(130);
    expect(stdout.endsWith('\n')).toBe(true);
    for (const line of stdout.trimEnd().split('\n')) JSON.parse(line);
  });

  test('saves into a folder what was finished until then', async () => {
    let asked = false;
    const { code } = await runTqrs(['review', 'incident.json', '--out', 'report', '--format', 'ndjson'], {
      cwd: folder,
      env: { BATCH_SIZE: '10', LOG_LEVEL: 'DEBUG' },
      onStart: (child) =>
        child.stderr?.on('data', (text: string) => {
          if (asked || !text.includes('saved after')) return;
          asked = child.kill('SIGINT');
        }),
    });
    expect(code).toBe(130);
    const written = readFileSync(join(folder, 'report/scorecards.ndjson'), 'utf8').trimEnd().split('\n');
    expect(written.length).toBeGreaterThanOrEqual(10);
    for (const line of written) JSON.parse(line);
    expect(JSON.parse(readFileSync(join(folder, 'report/tqrs-run.json'), 'utf8')).complete).toBe(false);
  });

  test('does not wait for a model that never answers', async () => {
    let asked = 0;
    await using server = await startFaultServer(async (request) => {
      asked += 1;
      if (asked > 10) await new Promise(() => {});
      return model()(request);
    });
    const { code, stdout } = await runTqrs(['review', '-', '--judge', 'compatible', '--format', 'json'], {
      input: exportOf(Array.from({ length: 40 }, (_, index) => record(index, { short_description: `Error ${index}` }))),
      env: { OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_MODEL: 'm', OPENAI_TIMEOUT: '600', BATCH_SIZE: '1' },
      onStart: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    });
    expect(code).toBe(130);
    const { scorecards, interrupted } = JSON.parse(stdout);
    expect(interrupted).toBe(true);
    expect(scorecards.length).toBeGreaterThan(0);
    expect(scorecards.length).toBeLessThanOrEqual(10);
  });
});
