import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storedAnswer } from '../../testing/runs.ts';
import { type AnswerFileOptions, openAnswerFile } from './answer-file.ts';

const DAY = 86_400_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tqrs-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(options: Partial<AnswerFileOptions> = {}) {
  const troubles: unknown[] = [];
  const file = openAnswerFile(folder, {
    maxDays: 30,
    maxBytes: 1e6,
    onTrouble: (error) => troubles.push(error),
    ...options,
  });
  return { file, troubles };
}

test('answers outlive the process, for their owner alone', async () => {
  const first = open().file;
  await first.set('k', storedAnswer(), true);
  first.close();
  const second = open().file;
  expect(await second.get('k')).toEqual(storedAnswer());
  expect(await second.get('other')).toBeUndefined();
  second.close();
  if (process.platform !== 'win32') expect(statSync(join(folder, 'answers.sqlite')).mode & 0o077).toBe(0);
});

test('two processes use it at the same time', async () => {
  const [one, two] = [open().file, open().file];
  await one.set('k', storedAnswer(), true);
  expect(await two.get('k')).toEqual(storedAnswer());
  one.close();
  two.close();
});

test('an answer that was not used for too long is thrown away, one that was used stays', async () => {
  let now = 0;
  const first = open({ now: () => now }).file;
  await first.set('used', storedAnswer(), true);
  await first.set('unused', storedAnswer(), true);
  now = 20 * DAY;
  await first.get('used');
  first.close();
  now = 40 * DAY;
  const second = open({ now: () => now }).file;
  expect(await second.get('unused')).toBeUndefined();
  expect(await second.get('used')).toEqual(storedAnswer());
  second.close();
});

test('it never grows far beyond its limit: what was used last stays', async () => {
  let now = 0;
  const bytes = Buffer.byteLength(JSON.stringify(storedAnswer()));
  const { file } = open({ maxBytes: 20 * bytes, now: () => now });
  for (let index = 0; index < 100; index++) {
    now = index;
    await file.set(`k${index}`, storedAnswer(), true);
  }
  const kept = await Promise.all(Array.from({ length: 100 }, (_, index) => file.get(`k${index}`)));
  const present = kept.flatMap((answer, index) => (answer === undefined ? [] : [index]));
  expect(present.at(-1)).toBe(99);
  expect(present.length).toBeGreaterThan(10);
  expect(present.length).toBeLessThan(25);
  file.close();
});

test('a damaged file is told once and left alone', async () => {
  writeFileSync(join(folder, 'answers.sqlite'), 'no database at all '.repeat(500));
  const { file, troubles } = open();
  await file.set('k', storedAnswer(), true);
  expect(await file.get('k')).toBeUndefined();
  expect(troubles).toMatchObject([{ code: 'run-damaged' }]);
  file.close();
});

test('a folder that cannot be made is told once', async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file');
  const { file, troubles } = open();
  expect(await file.get('k')).toBeUndefined();
  expect(troubles).toHaveLength(1);
  file.close();
});
