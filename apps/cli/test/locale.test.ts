import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { runTqrs } from './run-tqrs.ts';
import { exportOf } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

const folder = folderForAll();
beforeAll(() => {
  writeFileSync(join(folder, 'incident.json'), exportOf(3));
});

const tqrs = (...args: readonly string[]) => callTqrs(args, { cwd: folder });
/** On a machine that speaks French. */
const tqrsInFrench = (...args: readonly string[]) =>
  runTqrs(args, { cwd: folder, env: { LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' } });
/** A percentage with one decimal on the page of a run. */
const percentIn = (run: string) =>
  readFileSync(join(folder, run, 'index.html'), 'utf8').match(/<dd class="value">([\d.,]+\s?%)/)?.[1];
const REVIEW = ['review', 'incident.json', '--no-spelling', '--quiet', '--format', 'html'];

test('a run keeps its locale when it is gone on with, and takes another one that is named', async () => {
  await tqrs(...REVIEW, '--out', 'report', '--locale', 'de');
  expect(percentIn('report')).toMatch(/^\d+,\d\u00a0%$/);
  await tqrsInFrench('review', '--resume', 'report', '--quiet');
  expect(percentIn('report')).toMatch(/^\d+,\d\u00a0%$/);
  await tqrs('review', '--resume', 'report', '--quiet', '--locale', 'en');
  expect(percentIn('report')).toMatch(/^\d+\.\d%$/);
});

test('a run that is scored anew has the locale that is named, else none but the usual, whatever the machine speaks', async () => {
  await tqrsInFrench(...REVIEW, '--out', 'first');
  expect(percentIn('first')).toMatch(/^\d+\.\d%$/);
  await tqrsInFrench('rescore', 'first', '--out', 'second', '--quiet', '--format', 'html', '--locale', 'tr');
  expect(percentIn('second')).toBeUndefined();
  expect(readFileSync(join(folder, 'second', 'index.html'), 'utf8')).toMatch(/<dd class="value">%\d+,\d</);
});

test('the report of a kept run is written anew in another one', async () => {
  await tqrs(...REVIEW, '--out', 'kept');
  await tqrs('report', 'kept', '--out', 'handed-on', '--format', 'html', '--locale', 'de');
  expect(percentIn('handed-on')).toMatch(/^\d+,\d\u00a0%$/);
  expect(percentIn('kept')).toMatch(/^\d+\.\d%$/);
});

test.each(['de_DE', 'xx'])('the locale %s is refused at once', async (tag) => {
  const { code, stdout, stderr } = await tqrs('review', 'nothing.json', '--locale', tag);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(`"${tag}" is not known. Give a BCP 47 language tag, such as en, en-GB, de or pt-BR.`);
});
