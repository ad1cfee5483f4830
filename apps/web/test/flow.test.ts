import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { catalogueSchema, inspectionSchema, runListSchema, uploadSchema, viewSchema } from '../src/api/index.ts';
import { exportOf, OFFLINE, rowsOf, serverForAll } from './support.ts';

const { server, browser } = await serverForAll();

describe('the catalogue', () => {
  test('lists rubrics, profiles, formats and the sample', async () => {
    const catalogue = await browser.get(catalogueSchema, 'GET', '/api/catalogue');
    expect(catalogue.rubrics.map(({ id }) => id)).toContain('onsite-support');
    expect(catalogue.profiles).toContainEqual(expect.objectContaining({ id: 'quenby-tarn', origin: 'sample' }));
    expect(catalogue.sample).toEqual({ file: 'incidents.json', profile: 'quenby-tarn' });
    expect(catalogue.formats.filter(({ archive }) => archive).map(({ id }) => id)).toEqual(['html', 'coaching']);
  });
});

describe('the sample, from the first click to the report', () => {
  test('is inspected, reviewed, watched, looked at and downloaded', { timeout: 120_000 }, async () => {
    const upload = await browser.get(uploadSchema, 'POST', '/api/uploads/sample');
    const chosen = { rubrics: ['incident-logging'], profile: 'quenby-tarn' };
    const inspection = await browser.get(inspectionSchema, 'POST', `/api/uploads/${upload.id}/inspect`, chosen);
    expect(inspection).toMatchObject({ profile: 'quenby-tarn', tickets: 58, files: [{ name: 'incidents.json' }] });

    const started = await browser.start(upload, { ...OFFLINE, profile: 'quenby-tarn', spelling: true });
    expect(started).toMatchObject({ files: ['incidents.json'], model: null, hasReport: false });
    const watched = await browser.watch(started.id);
    expect(watched.events[0]).toMatchObject({ type: 'start', total: 58, sources: ['incidents.json'] });
    expect(watched.events.at(-1)).toMatchObject({ type: 'end', reason: 'finished' });
    expect(watched.states.at(-1)).toMatchObject({ state: 'finished', done: 58, total: 58, hasReport: true });
    const rows = rowsOf(watched);
    expect(rows).toHaveLength(58);

    const run = await browser.run(started.id);
    expect(run.summaries[0]).toMatchObject({ tickets: 58, scored: 55 });
    expect((await browser.get(runListSchema, 'GET', '/api/runs')).runs[0]).toEqual(run);

    const { base } = await browser.get(viewSchema, 'POST', `/api/runs/${run.id}/view`);
    const page = await browser.ask('GET', `${base}index.html`);
    expect(page.text).toContain('INC0041001');
    const ticket = await browser.ask('GET', `${base}tickets/${rows[0]?.page}`);
    expect(ticket.text).toContain('GlobalProtect');

    const download = async (format: string) => browser.ask('GET', `/api/runs/${run.id}/download/${format}`);
    const json = await download('json');
    expect(json.headers['content-disposition']).toMatch(/^attachment; filename="tqrs-incident-logging-[\d-]+\.json"$/);
    expect(json.json.scorecards).toHaveLength(58);
    expect((await download('ndjson')).text.trim().split('\n')).toHaveLength(58);
    expect((await download('csv')).text).toContain('INC0041001');
    expect((await download('md')).text).toContain('Incident logging');
    expect((await download('junit')).text).toMatch(/^<\?xml/);
    const workbook = unzipSync((await download('xlsx')).bytes);
    expect(Object.keys(workbook)).toContain('xl/workbook.xml');
    const pages = unzipSync((await download('html')).bytes);
    expect(Object.keys(pages)).toHaveLength(59);
    expect(strFromU8(pages['index.html'] ?? new Uint8Array())).toBe(page.text);
    expect(Object.keys(unzipSync((await download('coaching')).bytes))).toContain('index.html');
    expect((await download('nonsense')).status).toBe(404);
  });
});

describe('several files and rubrics', () => {
  test('are one run, whose names are those of the browser', { timeout: 60_000 }, async () => {
    const upload = await browser.upload({ 'März <b>.json': exportOf(2), '../../etc/passwd': exportOf(1) });
    expect(upload.files).toMatchObject([{ name: 'März <b>.json' }, { name: 'passwd' }]);
    const { id } = await browser.start(upload, { ...OFFLINE, rubrics: ['incident-logging', 'customer-service'] });
    const run = await browser.finished(id);
    expect(run).toMatchObject({ state: 'finished', done: 3, files: ['März <b>.json', 'passwd'] });
    expect(run.rubrics.map(({ id }) => id)).toEqual(['incident-logging', 'customer-service']);
    const second = await browser.ask('GET', `/api/runs/${id}/download/json?rubric=customer-service`);
    expect(second.json.scorecards[0].rubric.id).toBe('customer-service');
    expect((await browser.ask('GET', `/api/runs/${id}/download/json?rubric=../x`)).status).toBe(404);
    const { base } = await browser.get(viewSchema, 'POST', `/api/runs/${id}/view`);
    expect((await browser.ask('GET', `${base}customer-service/index.html`)).status).toBe(200);
  });
});

describe('what is no export', () => {
  test('is told of by the inspection and by the run', { timeout: 60_000 }, async () => {
    const upload = await browser.upload({ 'diary.txt': 'Dear diary' });
    const inspection = await browser.get(inspectionSchema, 'POST', `/api/uploads/${upload.id}/inspect`, {
      rubrics: ['incident-logging'],
      profile: 'default',
    });
    expect(inspection.files).toMatchObject([{ name: 'diary.txt', format: null, tickets: 0, problemCount: 1 }]);
    expect(inspection.files[0]?.problems[0]?.hint).toBeTruthy();
    const run = await browser.finished((await browser.start(upload)).id);
    expect(run).toMatchObject({ done: 0, problems: 1 });
  });

  test('an upload without files cannot be reviewed', async () => {
    const answer = await browser.ask('POST', '/api/runs', {
      body: { upload: (await browser.upload({})).id, settings: OFFLINE },
    });
    expect(answer.status).toBe(409);
    expect(answer.json.error.code).toBe('upload-empty');
  });

  test.each([
    [{ ...OFFLINE, rubrics: ['nonsense'] }, 'rubric-unknown'],
    [{ ...OFFLINE, rubrics: ['/etc/passwd'] }, 'rubric-unknown'],
    [{ ...OFFLINE, profile: '../x' }, 'profile-unknown'],
    [{ ...OFFLINE, judge: 'model' }, 'model-needed'],
    [{ ...OFFLINE, judge: 'oracle' }, 'request-invalid'],
    [{ ...OFFLINE, selection: { since: '--out=x' } }, 'request-invalid'],
    [{ ...OFFLINE, selection: { where: ['priority<=2', 'priority'] } }, 'operator-missing'],
    [{ ...OFFLINE, selection: { where: ['nonsense=1'] } }, 'field-unknown'],
    [{ ...OFFLINE, locale: 'en; rm -rf /' }, 'request-invalid'],
    [{ ...OFFLINE, locale: 'zz' }, 'locale-unknown'],
  ])('settings that cannot be used are refused: %j', async (settings, code) => {
    const upload = await browser.upload({ 'a.json': exportOf(1) });
    const before = readdirSync(join(server.dataFolder, 'runs')).length;
    const answer = await browser.ask('POST', '/api/runs', { body: { upload: upload.id, settings } });
    expect(answer.json.error.code).toBe(code);
    expect(readdirSync(join(server.dataFolder, 'runs'))).toHaveLength(before);
  });
});

describe('a selection', () => {
  test('is passed on, and none of its values becomes an option', { timeout: 60_000 }, async () => {
    const upload = await browser.upload({ 'a.json': exportOf(5) });
    const selection = { where: ['number~10001,10003'], seed: '--quiet', sample: 1 };
    const run = await browser.finished((await browser.start(upload, { ...OFFLINE, selection, locale: 'de' })).id);
    expect(run).toMatchObject({ state: 'finished', done: 1 });
    const { text } = await browser.ask('GET', `/api/runs/${run.id}/download/md`);
    expect(text).toMatch(/pass mark 90\s%/);
  });
});

test('what is deleted is gone', { timeout: 60_000 }, async () => {
  const upload = await browser.upload({ 'a.json': exportOf(1), 'b.json': exportOf(1) });
  await browser.get(uploadSchema, 'DELETE', `/api/uploads/${upload.id}/files/2`);
  const run = await browser.finished((await browser.start(upload)).id);
  const folder = join(server.dataFolder, 'runs', run.id);
  expect(readdirSync(join(folder, 'exports'))).toEqual(['1']);
  expect((await browser.ask('DELETE', `/api/uploads/${upload.id}`)).status).toBe(204);
  expect(existsSync(join(server.dataFolder, 'uploads', upload.id))).toBe(false);
  expect(readFileSync(join(folder, 'exports/1'), 'utf8')).toBe(exportOf(1));
  expect((await browser.ask('DELETE', `/api/runs/${run.id}`)).status).toBe(204);
  expect(existsSync(folder)).toBe(false);
  expect((await browser.ask('GET', `/api/runs/${run.id}`)).json.error.code).toBe('run-unknown');
});
