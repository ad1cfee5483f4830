import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TqrsError } from '@tqrs/parser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FACTS } from '../../testing/build.ts';
import { configuration, finished, storedAnswer } from '../../testing/runs.ts';
import { Database } from './database.ts';
import { RUN_FILE, type RunRecord, readRun, resultOf } from './run-record.ts';
import { createRun, openRun } from './run-store.ts';
import { failureToStore, TicketPacker } from './stored-ticket.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tqrs-run-'));
  path = join(folder, RUN_FILE);
});
afterEach(() => rmSync(folder, { recursive: true }));

const numbersIn = (run: RunRecord) =>
  [...run.tickets()].map(({ stored }) =>
    'failed' in stored ? `failed ${stored.failed.number}` : stored.ticket.number,
  );

/** The first ticket alone was kept, and the second one can be. */
async function expectToGoOn() {
  const again = openRun(path);
  expect(numbersIn(again)).toEqual(['INC1']);
  again.add(0, await finished('INC2'));
  again.commit();
  expect(numbersIn(again)).toEqual(['INC1', 'INC2']);
  again.close();
}

describe('the record of a run', () => {
  test('gives back what was committed, in order, with what every source carries', async () => {
    const store = createRun(path, configuration());
    store.setSource(0, { name: 'incident.json', facts: FACTS });
    store.add(0, await finished('INC1'));
    store.add(0, failureToStore('INC2', new TqrsError('It is odd.', { code: 'odd' })));
    store.commit();
    const packer = new TicketPacker();
    packer.add(await finished('INC3'));
    store.add(1, await finished('INC4'));
    store.addChunk(1, packer.pack());
    store.setFailure(0, { code: 'json-invalid' });
    store.setComplete(true);
    store.commit();
    store.close();

    const run = readRun(path);
    expect(run.configuration).toEqual(configuration());
    expect(run.count).toBe(4);
    expect(run.isComplete).toBe(true);
    expect(run.sources()).toEqual([{ name: 'incident.json', facts: FACTS }]);
    expect(run.failures()).toEqual([{ code: 'json-invalid' }]);
    expect(numbersIn(run)).toEqual(['INC1', 'failed INC2', 'INC4', 'INC3']);
    const placed = [...run.tickets()];
    expect(placed.map(({ position, source }) => [position, source])).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
      [3, 1],
    ]);
    const [first, second] = placed;
    const whole = await finished('INC1');
    expect(first?.stored).toEqual('ticket' in whole ? { ...whole, ticket: { ...whole.ticket, source: {} } } : {});
    expect(second && resultOf(second.stored)).toMatchObject({ error: { code: 'odd', message: 'It is odd.' } });
    run.close();
  });

  test('gives back the ticket at a position, whichever chunk it is in, as it was revised last', async () => {
    const store = createRun(path, configuration());
    for (const number of ['INC1', 'INC2', 'INC3']) store.add(0, await finished(number));
    store.commit();
    for (const number of ['INC4', 'INC5']) store.add(1, await finished(number));
    store.revise(4, failureToStore('INC5', new TqrsError('It is odd.', { code: 'odd' })));
    store.commit();
    expect([0, 1, 2, 3, 4].map((position) => store.ticket(position))).toEqual([...store.tickets()]);
    expect(store.ticket(4)).toMatchObject({ source: 1, stored: { failed: { number: 'INC5' } } });
    for (const position of [-1, 5, 1_000_000, 0.5]) expect(store.ticket(position), `${position}`).toBeUndefined();
    store.close();
  });

  test('holds nothing that was not committed', async () => {
    const store = createRun(path, configuration());
    store.add(0, await finished('INC1'));
    store.commit();
    store.add(0, await finished('INC2'));
    store.close();
    await expectToGoOn();
  });

  test('tells the latest of a ticket that was revised', async () => {
    const store = createRun(path, configuration());
    for (const number of ['INC1', 'INC2', 'INC3']) store.add(0, await finished(number));
    store.commit();
    store.revise(1, await finished('INC2b'));
    store.revise(1, await finished('INC2c'));
    store.commit();
    expect(numbersIn(store)).toEqual(['INC1', 'INC2c', 'INC3']);
    store.close();
  });

  test.skipIf(process.platform === 'win32')('is for its owner alone, and a single file once it is closed', async () => {
    const store = createRun(path, configuration());
    store.add(0, await finished('INC1'));
    store.commit();
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    store.close();
    expect(readdirSync(folder)).toEqual([RUN_FILE]);
  });

  test('is refused to a second process while the first one has it, and free once that one is dead', () => {
    createRun(path, configuration()).close();
    const script = `
      const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
      const db = new DatabaseSync(${JSON.stringify(path)});
      db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; COMMIT');
      db.exec("INSERT OR REPLACE INTO run (key, value) VALUES ('complete', 'true')");
      process.stdout.write('ready');`;
    const holding = openRun(path);
    const second = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(second.stderr).toContain('database is locked');
    holding.close();
    // It ends without closing the file, as a process that is killed does.
    const killed = spawnSync(process.execPath, ['-e', `${script} process.kill(process.pid, 'SIGKILL')`]);
    expect(killed.signal).toBe('SIGKILL');
    const reader = readRun(path);
    expect(reader.isComplete).toBe(true);
    reader.close();
    openRun(path).close();
  });

  test('that is in use says so', () => {
    const store = createRun(path, configuration());
    const attempt = (mode: 'read' | 'write') => () => new Database(path, { mode, exclusive: true });
    for (const mode of ['read', 'write'] as const)
      expect(attempt(mode)).toThrow(expect.objectContaining({ name: 'RunError', code: 'run-in-use' }));
    store.close();
  });

  test('keeps what it acknowledged where the disk is full, and goes on once there is room', async () => {
    const store = createRun(path, configuration());
    store.add(0, await finished('INC1'));
    store.commit();
    const { database } = store as unknown as { readonly database: Database };
    const pages = Number(database.get('PRAGMA page_count')?.page_count);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    for (let number = 2; number < 200; number++) store.add(0, await finished(`INC${number} ${Math.random()}`));
    expect(() => store.commit()).toThrow(expect.objectContaining({ code: 'run-disk-full' }));
    await expect(
      store.answers.set('key', { ...storedAnswer(), answeredBy: 'x'.repeat(100_000) }, true),
    ).rejects.toThrow('the disk is full');
    store.close();
    await expectToGoOn();
  });

  test('survives a last write that was torn', async () => {
    const store = createRun(path, configuration());
    store.add(0, await finished('INC1'));
    store.commit();
    store.add(0, await finished('INC2'));
    store.commit();
    const torn = mkdtempSync(join(folder, 'torn-'));
    for (const name of [RUN_FILE, `${RUN_FILE}-wal`]) copyFileSync(join(folder, name), join(torn, name));
    store.close();
    truncateSync(join(torn, `${RUN_FILE}-wal`), statSync(join(torn, `${RUN_FILE}-wal`)).size - 1_000);
    const again = openRun(join(torn, RUN_FILE));
    expect(numbersIn(again)).toEqual(['INC1']);
    again.close();
  });
});

test('a record is never begun over another one, nor in a database of somebody else', () => {
  createRun(path, configuration()).close();
  expect(() => createRun(path, configuration())).toThrow(expect.objectContaining({ code: 'run-exists' }));
  openRun(path).close();
  const other = join(folder, 'other.sqlite');
  const database = new Database(other, { mode: 'create' });
  database.exec('CREATE TABLE mine (a)');
  database.close();
  expect(() => createRun(other, configuration())).toThrow(expect.objectContaining({ code: 'run-exists' }));
});

describe('what is no run', () => {
  test.each([
    ['nothing', () => {}, 'run-missing'],
    ['another file', () => writeFileSync(path, 'years of work'.repeat(100)), 'run-damaged'],
    ['an empty file', () => writeFileSync(path, ''), 'run-missing'],
    ['a run of a later version', () => later(), 'run-too-new'],
  ])('is not opened: %s', (_what, make, code) => {
    make();
    for (const open of [readRun, openRun])
      expect(() => open(path)).toThrow(expect.objectContaining({ name: 'RunError', code }));
  });

  function later(): void {
    createRun(path, configuration()).close();
    const database = new Database(path, { mode: 'write', exclusive: true });
    database.exec('PRAGMA user_version = 99');
    database.close();
  }
});

describe('the answers of a run', () => {
  test('are on disk before they are used, also those that came together', async () => {
    const store = createRun(path, configuration());
    await Promise.all([
      store.answers.set('k1', storedAnswer(), true),
      store.answers.set('k2', storedAnswer(), true),
      store.answers.set('k3', storedAnswer(), false),
    ]);
    expect(store.answers.get('k1')).toEqual(storedAnswer());
    store.close();
    const again = openRun(path);
    expect(again.answers.asked().toSorted()).toEqual(['k1', 'k2']);
    expect(again.answers.get('k3')).toEqual(storedAnswer());
    expect(again.answers.get('k4')).toBeUndefined();
    again.close();
  });

  test('are taken over by another run, question by question', async () => {
    const first = createRun(path, configuration());
    await first.answers.set('k1', storedAnswer({ a: 'qa', b: 'qb' }), true);
    await first.answers.set('k2', storedAnswer({ b2: 'qb', c: 'qc' }), true);
    expect(first.answers.hasEarlier).toBe(false);
    first.close();
    const second = createRun(join(folder, 'second.sqlite'), configuration(), { earlier: path });
    expect(second.answers.hasEarlier).toBe(true);
    expect(second.answers.asked()).toEqual([]);
    expect(second.answers.get('k1')).toEqual(storedAnswer({ a: 'qa', b: 'qb' }));
    expect(second.answers.find('qb')).toMatchObject({ answer: { reason: 'b' }, answeredBy: 'm-1' });
    expect(second.answers.find('qc')).toMatchObject({ answer: { reason: 'c' } });
    expect(second.answers.find('qd')).toBeUndefined();
    second.close();
  });
});
