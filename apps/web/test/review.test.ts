import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scorecard } from '@tqrs/core';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Decide,
  decidedSchema,
  decisionLogSchema,
  queueSchema,
  type ReviewTicket,
  type Run,
  reviewTicketSchema,
  runSchema,
  sessionSchema,
  ticketPositionsSchema,
  uploadSchema,
} from '../src/api/index.ts';
import { BY_MODEL, startPacedModel } from './paced-model.ts';
import { startServe } from './serve-process.ts';
import {
  Browser,
  exportOf,
  OFFLINE,
  record,
  rowsOf,
  serverForAll,
  startTestServer,
  TemporaryFolder,
} from './support.ts';

const RUBRIC = 'incident-logging';

const { server } = await serverForAll();
const browser = await named(server, 'Lena Lead');

async function named(at: Parameters<typeof Browser.at>[0], name: string): Promise<Browser> {
  const somebody = await Browser.at(at);
  expect(await somebody.get(sessionSchema, 'PUT', '/api/session/name', { name })).toMatchObject({ name });
  return somebody;
}

/** A finished run of a few tickets, or of the sample. */
async function reviewed(by: Browser = browser, of: 'sample' | number = 3): Promise<Run> {
  const upload =
    of === 'sample'
      ? await by.get(uploadSchema, 'POST', '/api/uploads/sample')
      : await by.upload({ 'a.json': exportOf(of) });
  const { id } = await by.start(upload);
  return by.finished(id);
}

const unfinished = (dataFolder: string, run: Run) =>
  readdirSync(join(dataFolder, 'runs', run.id)).filter((name) => name.startsWith('report-next'));
const ticketAt = (run: Run, position: number, by: Browser = browser) =>
  by.get(reviewTicketSchema, 'GET', `/api/runs/${run.id}/tickets/${position}`);
const queueOf = (run: Run, query = '') => browser.get(queueSchema, 'GET', `/api/runs/${run.id}/queue?${query}`);
const logOf = async (run: Run, by: Browser = browser) =>
  (await by.get(decisionLogSchema, 'GET', `/api/runs/${run.id}/decisions`)).decisions;
const jsonOf = async (run: Run, by: Browser = browser) => {
  const { status, json } = await by.ask('GET', `/api/runs/${run.id}/download/json`);
  expect(status).toBe(200);
  return json;
};

/** What a report shows of the decision on the first ticket's category. */
const decidedIn = (report: { scorecards: Scorecard[] }) =>
  report.scorecards[0]?.criteria.find(({ id }) => id === 'category')?.human;
const AGREED = { outcome: 'overruled', by: 'Lena Lead', reason: 'Agreed' };

/** A ticket that no judge reads, and that does not tell how the caller made contact. */
const german = (_: unknown, index: number) =>
  record(index, {
    contact_type: '',
    description: 'Der Benutzer kann sich seit heute Morgen nicht mehr anmelden, weil sein Konto gesperrt wurde.',
    work_notes: '2026-03-02 09:00:00 - Ada Olsen (Work notes)\nDas Konto wurde entsperrt und der Benutzer angerufen.',
    close_notes: 'Das Konto wurde entsperrt, danach konnte der Benutzer sich wieder ohne Probleme anmelden.',
  });

function criterionOf(ticket: ReviewTicket, id: string, rubric = RUBRIC) {
  const card = ticket.scorecards.find((each) => each.rubric.id === rubric);
  const found = card?.criteria.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No criterion ${id}`);
  return found;
}

/** A decision as the page sends it: on what the ticket shows. */
function decision(ticket: ReviewTicket, criterion: string, changes: Partial<Decide> = {}): Decide {
  const { on, seen } = criterionOf(ticket, criterion, changes.rubric === 'incident-handling' ? changes.rubric : RUBRIC);
  const outcome = { kind: 'not-applicable' } as const;
  return { position: ticket.position, rubric: RUBRIC, criterion, on, seen, outcome, reason: 'Agreed', ...changes };
}
const decide = (run: Run, body: object, by: Browser = browser) =>
  by.ask('POST', `/api/runs/${run.id}/decisions`, { body });

describe('deciding, from the queue to the reports', () => {
  test('both verdicts are in the ticket, the totals, the reports and the log', { timeout: 120_000 }, async () => {
    const run = await reviewed(browser, 'sample');
    expect(run.decisions).toEqual({ count: 0, report: 'current' });
    const queue = await queueOf(run);
    const [item] = queue.items;
    if (item === undefined) throw new Error('The queue is empty.');
    expect(item).toMatchObject({ place: 0, decided: false, rubric: RUBRIC });

    const before = await ticketAt(run, item.position);
    expect(before.number).toBe(item.number);
    expect(before.fields.find(({ field }) => field === 'shortDescription')?.text).not.toBe('');
    const open = criterionOf(before, item.criterion);
    expect(open).toMatchObject({ why: item.why, decided: null, seen: 0, machine: open.current });
    const [best] = open.levels;
    if (best === undefined) throw new Error('The criterion has no level.');

    const outcome = { kind: 'overrule', levelId: best.id } as const;
    const answer = await browser.get(
      decidedSchema,
      'POST',
      `/api/runs/${run.id}/decisions`,
      decision(before, item.criterion, { outcome, reason: 'Heard on the call' }),
    );
    const after = criterionOf(answer.ticket, item.criterion);
    expect(after.decided).toMatchObject({ outcome: 'overruled', by: 'Lena Lead', reason: 'Heard on the call' });
    expect(after.current.verdict).toMatchObject({ levelId: best.id, method: 'human' });
    expect(after.machine).toEqual(open.machine);
    expect(answer.ticket.scorecards[0]?.machine).toEqual(before.scorecards[0]?.machine);
    expect(answer.ticket.decisions).toMatchObject([{ ticket: item.number, on: open.on, outcome }]);
    expect(answer.totals.before).toEqual(run.summaries[0]);
    expect(answer.totals.after).not.toEqual(answer.totals.before);

    expect(await queueOf(run)).toMatchObject({ all: queue.all, decided: 1 });
    expect((await queueOf(run)).items[0]).not.toMatchObject({ place: item.place });
    expect((await queueOf(run, 'show=decided')).items).toMatchObject([{ place: item.place, decided: true }]);
    expect(await logOf(run)).toEqual(answer.ticket.decisions);
    expect(await browser.run(run.id)).toMatchObject({
      decisions: { count: 1, report: 'stale' },
      summaries: [answer.totals.after],
    });

    const report = await jsonOf(run);
    const card = report.scorecards.find(({ ticket }: { ticket: { number: string } }) => ticket.number === item.number);
    const line = card.criteria.find(({ id }: { id: string }) => id === item.criterion);
    expect(line).toMatchObject({ verdict: { levelId: best.id }, human: { outcome: 'overruled', by: 'Lena Lead' } });
    expect(line.human.machine.verdict.status).toBe(open.machine.verdict.status);
    expect(report.summary).toMatchObject({ meanPercent: answer.totals.after.meanPercent });
    const now = await browser.run(run.id);
    expect(now).toMatchObject({ decisions: { count: 1, report: 'current' }, summaries: [answer.totals.after] });
    const watched = await browser.watch(run.id);
    expect(rowsOf(watched)).toHaveLength(58);
    expect(watched.events.at(-1)).toMatchObject({ type: 'end', summaries: [answer.totals.after] });
    expect(unfinished(server.dataFolder, run)).toEqual([]);

    expect((await browser.ask('POST', `/api/runs/${run.id}/resume`, { body: { retryUnscored: true } })).status).toBe(
      200,
    );
    expect(await browser.finished(run.id)).toMatchObject({
      state: 'finished',
      decisions: { count: 1, report: 'current' },
    });
    expect((await jsonOf(run)).summary.meanPercent).toBe(answer.totals.after.meanPercent);
    expect(criterionOf(await ticketAt(run, item.position), item.criterion).decided).toEqual(after.decided);
  });

  test('a decision can be taken back, and the next one be taken', { timeout: 60_000 }, async () => {
    const run = await reviewed();
    const first = await ticketAt(run, 1);
    const post = (body: object) => browser.get(decidedSchema, 'POST', `/api/runs/${run.id}/decisions`, body);
    const decided = await post(decision(first, 'category'));
    const back = await post(decision(decided.ticket, 'category', { outcome: { kind: 'withdraw' }, reason: '' }));
    expect(back.totals.after).toEqual(decided.totals.before);
    expect(back.ticket.scorecards).toEqual(
      first.scorecards.map((card) => ({
        ...card,
        criteria: card.criteria.map((line) => (line.id === 'category' ? { ...line, seen: 2 } : line)),
      })),
    );
    const again = await post(decision(back.ticket, 'category', { outcome: { kind: 'accept' }, reason: '' }));
    expect(criterionOf(again.ticket, 'category').decided).toMatchObject({ outcome: 'accepted', reason: '' });
    expect((await logOf(run)).map(({ outcome }) => outcome.kind)).toEqual(['not-applicable', 'withdraw', 'accept']);
  });

  test('tickets lead to those beside them, past what could not be read', async () => {
    const upload = await browser.upload({ 'a.json': exportOf(2), 'b.json': exportOf(1) });
    const { id } = await browser.start(upload);
    const run = await browser.finished(id);
    const sides = await Promise.all([0, 1, 2].map((position) => ticketAt(run, position)));
    expect(sides.map(({ previous, next }) => [previous, next])).toEqual([
      [null, 1],
      [0, 2],
      [1, null],
    ]);
    const found = (number: string) =>
      browser.get(ticketPositionsSchema, 'GET', `/api/runs/${id}/tickets?number=${number}`);
    expect(await found(sides[0]?.number ?? '')).toEqual({ positions: [0, 2] });
    expect(await found('INC1')).toEqual({ positions: [] });
    // The same number in two exports is the same ticket: a decision holds for both.
    const answer = await browser.get(
      decidedSchema,
      'POST',
      `/api/runs/${id}/decisions`,
      decision(await ticketAt(run, 0), 'category'),
    );
    expect(criterionOf(await ticketAt(run, 2), 'category').decided).not.toBeNull();
    expect((await jsonOf(run)).summary.meanPercent).toBe(answer.totals.after.meanPercent);
  });

  test('the queue comes in pages, which decisions do not move', { timeout: 60_000 }, async () => {
    const upload = await browser.upload({ 'a.json': JSON.stringify({ records: Array.from({ length: 12 }, german) }) });
    const rubrics = [RUBRIC, 'incident-handling'];
    const { id } = await browser.start(upload, { ...OFFLINE, rubrics });
    const run = await browser.finished(id);
    const whole = await queueOf(run, 'show=all&limit=200');
    const places: number[] = [];
    let decided = 0;
    for (let after: number | null = 0; after !== null; ) {
      const page = await queueOf(run, `show=open&limit=7&after=${after}`);
      places.push(...page.items.map(({ place }) => place));
      after = page.next;
      const [first] = page.items;
      if (first === undefined) continue;
      const ticket = await ticketAt(run, first.position);
      expect((await decide(run, decision(ticket, first.criterion, { rubric: first.rubric }))).status).toBe(200);
      decided += 1;
    }
    expect(whole.items.length).toBeGreaterThan(14);
    expect(places).toEqual(whole.items.map(({ place }) => place));
    expect(places).toEqual(places.map((_, at) => at));
    const order = whole.items.map(({ rubric, position }) => rubrics.indexOf(rubric) * 100 + position);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(await queueOf(run, 'show=all')).toMatchObject({ all: whole.all, decided });
    expect((await queueOf(run, 'show=decided')).items).toHaveLength(decided);
  });
});

describe('two people at once', () => {
  test('the slower one is told, and nothing of the faster one is lost', { timeout: 60_000 }, async () => {
    const run = await reviewed();
    const other = await named(server, 'Omar Other');
    const ticket = await ticketAt(run, 0);
    const both = await Promise.all([
      decide(run, decision(ticket, 'category', { reason: 'hers' })),
      decide(run, decision(ticket, 'category', { reason: 'his' }), other),
      decide(run, decision(ticket, 'service', { reason: 'his, too' }), other),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(late?.json.error.code).toBe('decided-meanwhile');
    expect(await logOf(run)).toHaveLength(2);
    expect((await jsonOf(run)).scorecards[0].criteria.filter(({ human }: { human?: unknown }) => human)).toHaveLength(
      2,
    );
  });

  test('decisions on many tickets are all there', { timeout: 60_000 }, async () => {
    const run = await reviewed(browser, 20);
    const others = await Promise.all(['A', 'B', 'C', 'D'].map((name) => named(server, name)));
    const tickets = await Promise.all(Array.from({ length: 20 }, (_, position) => ticketAt(run, position)));
    const answers = await Promise.all(
      tickets.map((ticket, at) => decide(run, decision(ticket, 'category'), others[at % others.length])),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set((await logOf(run)).map(({ ticket }) => ticket)).size).toBe(20);
    const { summary, scorecards } = await jsonOf(run);
    expect(scorecards.filter(({ human }: { human?: unknown }) => human)).toHaveLength(20);
    expect((await browser.run(run.id)).summaries[0]).toMatchObject({ meanPercent: summary.meanPercent });
  });
});

describe('what is refused', () => {
  let run: Run;
  let ticket: ReviewTicket;
  beforeAll(async () => {
    run = await reviewed();
    ticket = await ticketAt(run, 0);
  });

  test.each<[string, Partial<Decide>, number, string]>([
    ['a verdict that changed', { on: 'scored:something' }, 409, 'decision-outdated'],
    ['a log that went on', { seen: 1 }, 409, 'decided-meanwhile'],
    ['no reason', { reason: ' \n ' }, 422, 'reason-missing'],
    ['a level that is none', { outcome: { kind: 'overrule', levelId: 'x' } }, 422, 'level-unknown'],
    ['nothing to take back', { outcome: { kind: 'withdraw' } }, 422, 'nothing-to-withdraw'],
    ['another rubric', { rubric: 'another' }, 422, 'decision-misplaced'],
    ['no criterion', { criterion: 'toString' }, 422, 'decision-misplaced'],
    ['no ticket', { position: 3 }, 404, 'ticket-unknown'],
    ['a position that is none', { position: 1.5 }, 422, 'request-invalid'],
    ['a long reason', { reason: 'x'.repeat(2_001) }, 422, 'request-invalid'],
    ['something more', { by: 'Somebody else' } as object, 422, 'request-invalid'],
  ])('%s', async (_, changes, status, code) => {
    const answer = await decide(run, decision(ticket, 'category', changes));
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
    expect(await logOf(run)).toEqual([]);
  });

  test('somebody without a name, and a name that is none', async () => {
    const stranger = await Browser.at(server);
    const answer = await decide(run, decision(ticket, 'category'), stranger);
    expect([answer.status, answer.json.error.code]).toEqual([409, 'name-needed']);
    for (const name of ['', '  ', 'x'.repeat(101), 'a\nb', 'a\u0000b', 'evil\u202Egnp.exe', 'a\u2028b', 7, null])
      expect((await stranger.ask('PUT', '/api/session/name', { body: { name } })).status, `${name}`).toBe(422);
    expect((await stranger.get(sessionSchema, 'GET', '/api/session')).name).toBeNull();
  });

  test('a request from elsewhere', async () => {
    const body = decision(ticket, 'category');
    for (const headers of [{ 'x-tqrs': undefined }, { origin: 'https://evil.example' }, { cookie: 'tqrs=guess' }])
      expect((await browser.ask('POST', `/api/runs/${run.id}/decisions`, { body, headers })).status).toBeGreaterThan(
        400,
      );
    expect(await logOf(run)).toEqual([]);
  });

  test.each([
    'tickets/-1',
    'tickets/1e0',
    'tickets/3',
    'tickets/..%2F..%2Frun.json',
    'tickets/INC10000',
    'tickets?number=',
    'queue?limit=0',
    'queue?limit=1e9',
    'queue?show=x',
    'queue?after=-1',
    'decisions?after=x',
  ])('%s', async (path) => {
    expect((await browser.ask('GET', `/api/runs/${run.id}/${path}`)).status).toBeOneOf([404, 422]);
  });

  test('everything about a run that goes on', { timeout: 60_000 }, async () => {
    await using model = await startPacedModel(0);
    await using other = await startTestServer({ environment: model.environment });
    const lead = await named(other, 'Lena Lead');
    const going = await lead.begin(1, BY_MODEL);
    const answers = await Promise.all([
      decide(going, decision(ticket, 'category'), lead),
      lead.ask('GET', `/api/runs/${going.id}/queue`),
      lead.ask('GET', `/api/runs/${going.id}/tickets/0`),
    ]);
    for (const { status, json } of answers) expect([status, json.error.code]).toEqual([409, 'run-going-on']);
  });
});

describe('hostile words', () => {
  const REASON = '=cmd|\' /C calc\'!A0 </script><img src=x onerror=alert(1)>\u202E\r\n{"at":"x"}\n\u0000\ud800 {{7*7}}';
  const NAME = '=HYPERLINK("http://evil.example")<b onclick=x>';

  test('stay words, in the log and in every report', { timeout: 60_000 }, async () => {
    const run = await reviewed();
    const rude = await named(server, NAME);
    const answer = await decide(run, decision(await ticketAt(run, 0), 'category', { reason: REASON }), rude);
    expect(answer.status).toBe(200);
    const path = join(server.dataFolder, 'runs', run.id, 'report/decisions.ndjson');
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(1);
    expect(await logOf(run)).toMatchObject([{ by: NAME }]);

    const download = async (format: string) =>
      (await browser.ask('GET', `/api/runs/${run.id}/download/${format}`)).bytes;
    for (const [name, page] of Object.entries(unzipSync(await download('html')))) {
      expect(strFromU8(page), name).not.toContain('<img');
      expect(strFromU8(page), name).not.toContain('<b onclick');
      expect(strFromU8(page), name).not.toContain('\u202E');
    }
    const csv = String(await download('csv'));
    expect(csv).not.toMatch(/(^|[,"])=(cmd|HYPERLINK)/m);
    expect(server.log()).not.toContain('HYPERLINK');
    expect(server.log()).not.toContain('cmd|');
  });
});

describe('what a decision leaves alone', () => {
  const treeOf = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort();
  const hashesOf = (folder: string, names: readonly string[]) =>
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]);

  test('is everything but the log, until the report is written; and the record always', async () => {
    const run = await reviewed();
    const folder = join(server.dataFolder, 'runs', run.id, 'report');
    const names = treeOf(folder);
    const before = hashesOf(folder, names);
    const ticket = await ticketAt(run, 0);
    await queueOf(run);
    expect(hashesOf(folder, treeOf(folder))).toEqual(before);
    await decide(run, decision(ticket, 'category'));
    expect(treeOf(folder)).toEqual([...names, 'decisions.ndjson'].sort());
    expect(hashesOf(folder, names)).toEqual(before);
    expect(statSync(join(folder, 'decisions.ndjson')).mode & 0o777).toBe(0o600);
    const log = readFileSync(join(folder, 'decisions.ndjson'), 'utf8');

    await jsonOf(run);
    const isRecord = ([name]: readonly string[]) => name === 'run.sqlite';
    expect(hashesOf(folder, treeOf(folder)).filter(isRecord)).toEqual(before.filter(isRecord));
    expect(treeOf(folder)).toEqual([...names, 'decisions.ndjson'].sort());
    await decide(run, decision(await ticketAt(run, 1), 'category'));
    expect(readFileSync(join(folder, 'decisions.ndjson'), 'utf8').startsWith(log)).toBe(true);
  });

  test('goes with the run, also while its report is being written', { timeout: 60_000 }, async () => {
    const run = await reviewed();
    await decide(run, decision(await ticketAt(run, 0), 'category'));
    const download = browser.ask('GET', `/api/runs/${run.id}/download/json`);
    expect((await browser.ask('DELETE', `/api/runs/${run.id}`)).status).toBe(204);
    await download;
    expect(existsSync(join(server.dataFolder, 'runs', run.id))).toBe(false);
    expect((await browser.ask('GET', `/api/runs/${run.id}/decisions`)).status).toBe(404);
  });
});

test('a decision survives kill -9 of the server, and gets into the reports', { timeout: 120_000 }, async () => {
  using folder = new TemporaryFolder();
  let run: Run;
  {
    await using killed = await startServe(folder.path);
    const lead = await named({ ...killed, token: undefined }, 'Lena Lead');
    run = await reviewed(lead);
    expect((await decide(run, decision(await ticketAt(run, 0, lead), 'category'), lead)).status).toBe(200);
    await killed.end('SIGKILL');
  }
  await using again = await startServe(folder.path);
  const lead = await Browser.at({ ...again, token: undefined });
  expect(await logOf(run, lead)).toMatchObject([{ by: 'Lena Lead', criterion: 'category' }]);
  expect((await lead.run(run.id)).decisions.count).toBe(1);
  expect(decidedIn(await jsonOf(run, lead))).toMatchObject(AGREED);
});

test('what is decided while a report is written gets into the next one', { timeout: 60_000 }, async () => {
  const run = await reviewed(browser, 4);
  const [first, second] = await Promise.all([ticketAt(run, 0), ticketAt(run, 1)]);
  await decide(run, decision(first, 'category'));
  const isWriting = async () => (await browser.run(run.id)).decisions.report;
  const download = browser.ask('GET', `/api/runs/${run.id}/download/csv`);
  await expect.poll(isWriting, { interval: 20, timeout: 20_000 }).toBe('writing');
  expect((await decide(run, decision(second, 'category'))).status).toBe(200);
  await download;
  const decided = (await jsonOf(run)).scorecards.filter(({ human }: { human?: unknown }) => human);
  expect(decided).toHaveLength(2);
  expect(await browser.run(run.id)).toMatchObject({ decisions: { count: 2, report: 'current' } });
});

test('a report that was being written when the server was killed is written later', { timeout: 120_000 }, async () => {
  using folder = new TemporaryFolder();
  let run: Run;
  {
    await using killed = await startServe(folder.path);
    const lead = await named({ ...killed, token: undefined }, 'Lena Lead');
    run = await reviewed(lead, 120);
    await decide(run, decision(await ticketAt(run, 0, lead), 'category'), lead);
    lead.ask('GET', `/api/runs/${run.id}/download/json`).catch(() => {});
    await expect.poll(() => unfinished(folder.path, run), { interval: 10, timeout: 20_000 }).toHaveLength(1);
    await killed.end('SIGKILL');
  }
  await using again = await startServe(folder.path);
  const lead = await Browser.at({ ...again, token: undefined });
  const report = await jsonOf(run, lead);
  expect(report.scorecards).toHaveLength(120);
  expect(decidedIn(report)).toMatchObject(AGREED);
  expect(rowsOf(await lead.watch(run.id))).toHaveLength(120);
  expect(unfinished(folder.path, run)).toEqual([]);
});

test('a report that cannot be written is told of, and the old one stays to be read', { timeout: 60_000 }, async () => {
  const run = await reviewed();
  const folder = join(server.dataFolder, 'runs', run.id);
  await decide(run, decision(await ticketAt(run, 0), 'category'));
  const record = join(folder, 'report/run.sqlite');
  const log = join(folder, 'report/decisions.ndjson');
  const whole = readFileSync(log);
  appendFileSync(log, '{}\n');
  const answer = await browser.ask('GET', `/api/runs/${run.id}/download/json`);
  expect([answer.status, answer.json.error.code]).toEqual([409, 'report-not-written']);
  expect(await browser.run(run.id)).toMatchObject({ decisions: { count: 1, report: 'failed' } });
  expect(existsSync(join(folder, 'report/index.html')) && existsSync(record)).toBe(true);
  writeFileSync(log, whole);
  const asked = await browser.ask('POST', `/api/runs/${run.id}/report`);
  expect([asked.status, runSchema.parse(asked.json).id]).toEqual([202, run.id]);
  await expect.poll(async () => (await browser.run(run.id)).decisions.report, { timeout: 30_000 }).toBe('current');
  expect(decidedIn(await jsonOf(run))).toMatchObject(AGREED);
});

test('a log that somebody damaged is told of, and nothing is taken for decided', { timeout: 60_000 }, async () => {
  const run = await reviewed();
  appendFileSync(join(server.dataFolder, 'runs', run.id, 'report/decisions.ndjson'), '{}\n');
  const answer = await browser.ask('GET', `/api/runs/${run.id}/queue`);
  expect([answer.status, answer.json.error.code]).toEqual([409, 'decisions-damaged']);
  expect(answer.text).not.toContain(server.dataFolder);
});

test('a ticket shows what the export carried, and what it did not', async () => {
  const upload = await browser.upload({
    'a.json': JSON.stringify({ records: [record(0, { close_notes: '', u_vip: 'true' })] }),
  });
  const { id } = await browser.start(upload, { ...OFFLINE });
  const ticket = await ticketAt(await browser.finished(id), 0);
  expect(ticket.fields).toContainEqual({ field: 'closeNotes', text: '' });
  expect(ticket.fields).toContainEqual({ field: 'flags.u_vip', text: 'true' });
  expect(ticket.missing).toContain('caller');
  expect(ticket.missing).toContain('comments');
  expect(ticket.journals).toMatchObject([{ field: 'workNotes', entries: [{ author: 'Ada Olsen' }] }]);
});
