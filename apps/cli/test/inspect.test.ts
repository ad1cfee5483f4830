import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiError, startFaultServer } from '@tqrs/fault-server';
import { diagnosisSchema, estimateSchema, type Inspection, inspectionSchema } from '@tqrs/web/api';
import { beforeAll, describe, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

const folder = folderForAll();
beforeAll(() => {
  const opened_at = ['2026-03-02 09:00:00', '2026-02-27 10:00:00', '01/04/2026 10:00:00'];
  const records = opened_at.map((opened_at, index) =>
    record(index, { opened_at, work_notes: '', contact_type: index ? 'phone' : 'chat' }),
  );
  writeFileSync(join(folder, 'incident.json'), exportOf(records));
  writeFileSync(join(folder, 'broken.json'), exportOf([record(0), record(1, { number: '' })]));
  writeFileSync(join(folder, 'notes.txt'), 'Dear diary');
});

async function inspect(...args: string[]): Promise<{ readonly code: number | null; readonly found: Inspection }> {
  const { code, stdout } = await callTqrs(['inspect', ...args, '--format', 'json'], { cwd: folder });
  return { code, found: inspectionSchema.parse(JSON.parse(stdout)) };
}

describe('tqrs inspect', () => {
  test('tells programs what an export holds and lacks', async () => {
    const { code, found } = await inspect('incident.json', '--name', 'March');
    expect(code).toBe(0);
    expect(found).toMatchObject({ rubrics: ['incident-logging'], profile: 'default', tickets: 3, skipped: [] });
    const [file] = found.files;
    expect(file).toMatchObject({
      name: 'March',
      format: 'json',
      tickets: 3,
      opened: { first: '2026-02-27', last: '2026-03-02' },
      closed: null,
      contactTypes: [
        { value: 'phone', tickets: 2 },
        { value: 'chat', tickets: 1 },
      ],
      problemCount: 0,
    });
    expect(file?.fields.filled).toContain('closeNotes');
    expect(file?.fields.blank).toEqual(['workNotes', 'comments']);
    expect(file?.fields.missing).toContain('location');
    expect(file?.findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['journals-not-exported', 'fields-not-exported']),
    );
  });

  test('tells what cannot be read, and goes on', async () => {
    const { code, found } = await inspect('broken.json', 'notes.txt', 'missing.json');
    expect(code).toBe(3);
    expect(found.files).toMatchObject([
      { format: 'json', tickets: 1, problemCount: 1, problems: [{ record: 2 }] },
      { format: null, tickets: 0, problemCount: 1, findings: [] },
    ]);
    expect(found.skipped).toMatchObject([{ code: 'file-unreadable', source: 'missing.json' }]);
  });

  test('reads standard input once', async () => {
    const { stdout } = await runTqrs(['inspect', '-', '--format', 'json'], { input: exportOf(2) });
    expect(inspectionSchema.parse(JSON.parse(stdout)).files).toMatchObject([{ name: 'standard input', tickets: 2 }]);
  });

  test('tells people the same', async () => {
    const { code, stdout } = await callTqrs(['inspect', 'incident.json', 'broken.json'], { cwd: folder });
    expect(code).toBe(3);
    expect(stdout).toMatch(/incident\.json {2}json\n {2}Tickets +3\n {2}Opened +2026-02-27 to 2026-03-02\n/);
    expect(stdout).toContain('No record of the export holds work notes or comments.');
    expect(stdout).toContain('4 tickets in 2 files');
  });
});

test('--estimate --format json tells programs what a model would be asked', async () => {
  const env = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
  const { code, stdout } = await callTqrs(['review', 'incident.json', '--estimate', '--format', 'json'], {
    cwd: folder,
    env,
  });
  expect(code).toBe(0);
  const estimate = estimateSchema.parse(JSON.parse(stdout));
  expect(estimate).toMatchObject({ judge: 'openai:gpt-4o', tickets: 3, asked: 3 });
  expect(estimate.likely.costUsd).toBeGreaterThan(0);
  expect(estimate.worst.requests).toBeGreaterThanOrEqual(estimate.likely.requests);
});

describe('tqrs doctor --format json', () => {
  const doctor = async (env: Record<string, string>, ...args: string[]) => {
    const { code, stdout } = await callTqrs(['doctor', '--format', 'json', ...args], { cwd: folder, env });
    return { code, stdout, told: diagnosisSchema.parse(JSON.parse(stdout)) };
  };

  test('tells that the offline judge answers', async () => {
    expect(await doctor({})).toMatchObject({ code: 0, told: { status: 'offline' } });
  });

  test('tells what is missing', async () => {
    const told = { status: 'failed', model: null, problem: 'settings-incomplete' };
    expect(await doctor({}, '--judge', 'azure')).toMatchObject({ code: 2, told });
  });

  test('tells what is wrong with the model, and never the key', async () => {
    await using server = await startFaultServer([apiError(401)]);
    const env = { OPENAI_API_KEY: 'sk-secret-0123456789', OPENAI_BASE_URL: `${server.url}/v1` };
    const { code, stdout, told } = await doctor(env);
    expect(code).toBe(4);
    expect(told).toMatchObject({ status: 'failed', model: { provider: 'openai' }, problem: 'wrong-key' });
    expect(stdout).not.toContain('sk-secret');
  });
});
