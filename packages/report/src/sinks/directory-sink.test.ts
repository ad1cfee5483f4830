import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directorySink } from './directory-sink.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tqrs-sink-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('directorySink', () => {
  test('writes files and makes folders', async () => {
    const sink = directorySink(join(folder, 'new'));
    await sink.write('tickets/one.html', 'one');
    expect(await readFile(join(folder, 'new/tickets/one.html'), 'utf8')).toBe('one');
  });

  test('writes a file bit by bit, whatever its length', async () => {
    const file = await directorySink(folder).open('long.txt');
    const piece = '🚢'.repeat(10_000);
    for (let count = 0; count < 20; count += 1) await file.write(piece);
    await file.close();
    expect(await readFile(join(folder, 'long.txt'), 'utf8')).toBe(piece.repeat(20));
  });

  test('what was saved is on the disk before the file is closed', async () => {
    const sink = directorySink(folder);
    const file = await sink.open('open.txt');
    await file.write('so far');
    await sink.save();
    expect(await readFile(join(folder, 'open.txt'), 'utf8')).toBe('so far');
    await file.close();
    await sink.save();
  });

  test('a spool gives back what was written and leaves nothing behind', async () => {
    const inside = join(folder, 'spool');
    const spool = await directorySink(inside).spool();
    const piece = 'ü'.repeat(50_000);
    await spool.write(piece);
    await spool.write(piece);
    let text = '';
    for await (const part of spool.read()) text += part;
    expect(text).toBe(piece + piece);
    await spool.discard();
    expect(await readdir(inside)).toEqual([]);
  });

  test.each(['../out.html', 'a/../../out.html', '..', ''])('refuses the path %j', async (path) => {
    await expect(directorySink(folder).write(path, 'x')).rejects.toThrow(RangeError);
  });
});
