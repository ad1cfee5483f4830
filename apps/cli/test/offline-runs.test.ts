import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { readRunFolder, scorecardsIn } from './read-run.ts';
import { COMMAND, runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

const TICKETS = 1_000;
const folder = folderForAll();
beforeAll(() => {
  // Enough for each of several threads, with records here and there that cannot be read.
  const records = Array.from({ length: TICKETS }, (_, index) =>
    index % 300 === 299 ? { ...record(index), number: '' } : record(index),
  );
  writeFileSync(join(folder, 'incident.json'), exportOf(records));
});

const REVIEW = ['review', 'incident.json', '--no-spelling', '--format', 'json,csv', '--quiet'];
const run = (args: readonly string[]) => callTqrs(args, { cwd: folder });
const at = (path: string) => join(folder, path);

test('a run that is killed in the middle ends like an undisturbed one, with any number of threads', async () => {
  expect((await run([...REVIEW, '--out', 'undisturbed'])).code).toBe(3);
  const whole = readRunFolder(at('undisturbed'));
  for (const threads of ['1', '3']) {
    const killed = await runTqrs(
      [...REVIEW.filter((arg) => arg !== '--quiet'), '--out', 'killed', '--force', '--threads', threads],
      {
        cwd: folder,
        env: { LOG_LEVEL: 'DEBUG', BATCH_SIZE: '40' },
        onStart: (child) =>
          child.stderr?.on('data', (text: string) => {
            if (/saved after [2-4]\d\d /.test(text)) child.kill('SIGKILL');
          }),
      },
    );
    expect(killed.code).toBeNull();
    const resumed = await runTqrs(['review', '--resume', 'killed', '--quiet', '--threads', threads], { cwd: folder });
    expect(resumed.code).toBe(3);
    expect(readRunFolder(at('killed'))).toEqual(whole);
  }
}, 120_000);

test.skipIf(process.platform === 'win32')(
  'a run that meets a full disk says so, loses nothing and goes on',
  async () => {
    // A file cannot grow beyond so many blocks of 512 bytes: to a program, the disk is full.
    const limited = spawnSync(
      'sh',
      [
        '-c',
        `trap '' XFSZ; ulimit -f 340; exec "$@"`,
        'sh',
        process.execPath,
        COMMAND,
        ...REVIEW,
        '--format',
        'csv',
        '--out',
        'full',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(limited.stderr).toMatch(/the disk .*is full/);
    expect(limited.stderr).toContain('tqrs review --resume full');
    expect(limited.status).toBe(2);
    expect((await run(['review', '--resume', 'full', '--format', 'json,csv', '--quiet'])).code).toBe(3);
    expect(readRunFolder(at('full'))).toEqual(readRunFolder(at('undisturbed')));
  },
  120_000,
);

test('standard input is reviewed again where it is given again, and refused where it is another one', async () => {
  const records = (text: string) =>
    exportOf(Array.from({ length: 40 }, (_, index) => record(index, { number: `${text}${index}` })));
  const input = records('INC');
  const args = ['--no-spelling', '--quiet', '--format', 'json'];
  await runTqrs(['review', '-', ...args, '--out', 'piped'], { cwd: folder, input });
  expect((await runTqrs(['review', '--resume', 'piped'], { cwd: folder, input })).code).toBe(0);
  expect(scorecardsIn(at('piped'))).toHaveLength(40);
  const other = await runTqrs(['review', '--resume', 'piped'], { cwd: folder, input: records('REQ') });
  expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('its ticket 1 is another one') });
});
