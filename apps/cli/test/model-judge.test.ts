import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerAll,
  apiError,
  completion,
  type FaultServer,
  model,
  type Opinion,
  type Reply,
  readRequest,
} from '@tqrs/fault-server';
import { beforeEach, describe, expect, test } from 'vitest';
import { callTqrs } from './call-tqrs.ts';
import { type RunOptions, runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForTest, serverForTest } from './test-folder.ts';

let folder: string;
let server: FaultServer;
beforeEach(async () => {
  folder = folderForTest();
  server = await serverForTest(model());
});

/** A record whose text no other has. */
const ticket = (index: number, changes: object = {}) =>
  record(index, {
    description: `Contact number: +47 22 00 11 22\nWorking location: Oslo, office\nOutlook shows error E${1000 + index} when she opens the calendar.`,
    ...changes,
  });
const write = (...records: readonly unknown[]) => writeFileSync(join(folder, 'incident.json'), exportOf(records));
const tickets = (amount: number) => write(...Array.from({ length: amount }, (_, index) => ticket(index)));

const openai = () => ({ OPENAI_API_KEY: 'sk-test-1', OPENAI_BASE_URL: `${server.url}/v1` });
const REVIEW = ['review', 'incident.json', '--format', 'ndjson', '--no-spelling'];
const review = (args: readonly string[] = [], { env }: Pick<RunOptions, 'env'> = {}) =>
  callTqrs([...REVIEW, ...args], { cwd: folder, env: { ...openai(), ...env } });
/** The same in a process of its own, which has to come to its end. */
const reviewApart = (args: readonly string[] = [], { env, ...options }: RunOptions = {}) =>
  runTqrs([...REVIEW, ...args], { cwd: folder, ...options, env: { ...openai(), ...env } });
const cardsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const verdictOf = (card: { criteria: { id: string; verdict: unknown }[] }, id: string) =>
  card.criteria.find((line) => line.id === id)?.verdict;
const settle = (card: object) => JSON.stringify({ ...card, usage: undefined }).replaceAll(/"reviewedAt":"[^"]*"/g, '');

describe('a model', () => {
  test.each([
    ['openai', {}, [], '/v1/chat/completions', 'authorization'],
    [
      'compatible',
      { OPENAI_API_KEY: '', OPENAI_MODEL: 'llama3.1' },
      ['--judge', 'compatible'],
      '/v1/chat/completions',
      undefined,
    ],
    ['azure', { azure: '' }, [], '/openai/deployments/desk/chat/completions', 'api-key'],
    ['azure', { azure: '/gateway/deployments/desk' }, [], '/gateway/deployments/desk/chat/completions', 'x-api-key'],
  ] as const)(
    'of %s %j judges: one request a ticket, what is the same for all of them first',
    async (provider, env, args, path, keyHeader) => {
      tickets(4);
      const azure = 'azure' in env && {
        TQRS_AZURE_OPENAI_ENDPOINT: `${server.url}${env.azure}`,
        TQRS_AZURE_OPENAI_API_KEY: 'azure-key-1',
        TQRS_AZURE_OPENAI_DEPLOYMENT: 'desk',
      };
      const { code, stdout } = await reviewApart(args, {
        env: azure ? { ...azure, OPENAI_API_KEY: '', OPENAI_BASE_URL: '' } : env,
      });
      expect(code).toBe(0);
      const cards = cardsOf(stdout);
      expect(cards).toHaveLength(4);
      for (const card of cards) {
        expect(card).toMatchObject({
          status: 'complete',
          usage: { requests: 1, inputTokens: 100, cachedInputTokens: 40, outputTokens: 20 },
        });
        expect(card.provenance.model).toMatchObject({
          provider,
          answeredBy: ['gpt-4o-2024-08-06'],
          fingerprints: ['fp_test'],
          redacted: true,
        });
        expect(verdictOf(card, 'description')).toMatchObject({ method: 'model', status: 'scored' });
      }
      expect(server.requests.map((request) => request.path)).toEqual([path, path, path, path]);
      if (keyHeader) expect(server.requests[0]?.headers[keyHeader]).toContain('-1');
      const messages = server.requests.map(({ body }) => body.messages ?? []);
      const beginnings = new Set(messages.map((all) => JSON.stringify(all.slice(0, -1))));
      expect(beginnings.size).toBe(1);
      expect([...beginnings][0]).not.toMatch(/E10\d\d/);
      for (const all of messages)
        expect(all.at(-1)).toMatchObject({ role: 'user', content: expect.stringMatching(/E10\d\d/) });
    },
  );

  test('is asked once about several rubrics, and about nothing that rules decide', async () => {
    tickets(2);
    const { stdout } = await review(['--rubric', 'incident-logging,incident-handling']);
    const cards = cardsOf(stdout);
    expect(cards).toHaveLength(4);
    expect(server.requests).toHaveLength(2);
    expect(cards.map(({ usage }) => usage.requests)).toEqual([1, 0, 1, 0]);
    const ids = readRequest(server.requests[0]?.body ?? {}).items.map(({ id }) => id);
    expect(ids).toContain('description_contact-number');
    expect(ids).toContain('troubleshooting');
    expect(ids).not.toContain('short-description');
  });

  test('gives the same scorecards twice, times aside', async () => {
    tickets(6);
    const [one, two] = [await review(), await review(['--concurrency', '1'])];
    expect(cardsOf(one.stdout).map(settle)).toEqual(cardsOf(two.stdout).map(settle));
  });

  test('leaves the offline judge in its place where it is asked for', async () => {
    tickets(1);
    const { stdout } = await review(['--judge', 'offline']);
    expect(server.requests).toHaveLength(0);
    expect(cardsOf(stdout)[0].provenance).toMatchObject({ judge: 'offline' });
  });
});

describe('an answer that does not hold', () => {
  const onCategory =
    (answer: (isCorrection: boolean) => object): Opinion =>
    ({ id }, { isCorrection }) =>
      id === 'description_office-or-remote' ? answer(isCorrection) : undefined;

  test('is corrected: a quote that does not stand in the ticket', async () => {
    tickets(1);
    server.follow(
      model(onCategory((isCorrection) => (isCorrection ? {} : { quote: 'She works from the moon today' }))),
    );
    const [card] = cardsOf((await review()).stdout);
    expect(server.requests).toHaveLength(2);
    expect(readRequest(server.requests[1]?.body ?? {}).items.map(({ id }) => id)).toEqual([
      'description_office-or-remote',
    ]);
    expect(card).toMatchObject({ status: 'complete', needsReview: [] });
  });

  test('stays unscored, and is for a person: a quote that is invented again and again', async () => {
    tickets(1);
    server.follow(model(onCategory(() => ({ quote: 'She works from the moon today' }))));
    const { code, stdout, stderr } = await review();
    const [card] = cardsOf(stdout);
    expect(code).toBe(0);
    expect(verdictOf(card, 'description')).toMatchObject({ status: 'unscored', reason: 'evidence-not-found' });
    expect(card).toMatchObject({ score: null, needsReview: ['description'] });
    expect(stderr).toContain('1 ticket: the model’s quotes did not hold');
  });

  test('earns nothing: a request that is passed off as a confirmation', async () => {
    write(
      ticket(1, { close_notes: 'Removed the stored credentials. Please confirm once it works so that we can close.' }),
    );
    server.follow(
      model(({ id }) => {
        if (id === 'resolution-notes_user-confirmed')
          return { field: 'closeNotes', quote: 'Please confirm once it works' };
        if (id === 'resolution-notes_agreed-to-close') return { field: 'closeNotes', quote: 'so that we can close' };
        return undefined;
      }),
    );
    const [card] = cardsOf((await review(['--rubric', 'incident-handling'])).stdout);
    expect(verdictOf(card, 'resolution-notes')).toMatchObject({
      status: 'unscored',
      reason: 'evidence-not-found',
      checks: [{ answer: 'met' }, { answer: 'cannot-assess' }, { answer: 'cannot-assess' }],
    });
    expect(card.needsReview).toContain('resolution-notes');
  });
});

describe('a model that does not answer', () => {
  const AZURE_FILTER = apiError(400, {
    message: 'The response was filtered due to the prompt triggering content management policy.',
    code: 'content_filter',
    innererror: { code: 'ResponsibleAIPolicyViolation' },
  });

  test.each<[string, Reply, string, number]>([
    ['refuses', completion(null, { text: null, refusal: 'I cannot help with that.' }), 'refused', 1],
    ['has the prompt filtered', AZURE_FILTER, 'filtered', 1],
    ['has the answer filtered', completion(null, { text: '{"cat', finishReason: 'content_filter' }), 'filtered', 1],
    ['is cut off twice', completion(null, { text: '{"category":{"fie', finishReason: 'length' }), 'judge-failed', 2],
    ['writes no JSON twice', completion(null, { text: 'Sure! Here you go.' }), 'judge-failed', 2],
  ])('because it %s costs nobody a point', async (_, reply, reason, requests) => {
    tickets(1);
    server.follow([reply]);
    const { code, stdout } = await review();
    const [card] = cardsOf(stdout);
    expect(code).toBe(0);
    expect(verdictOf(card, 'description')).toMatchObject({ status: 'unscored', reason });
    expect(card).toMatchObject({ score: null, needsReview: expect.arrayContaining(['description']) });
    expect(server.requests).toHaveLength(requests);
  });

  test('because it was cut off is given twice the room', async () => {
    tickets(1);
    const honest = model() as (request: unknown) => Reply;
    server.follow((request) =>
      request.index === 0 ? completion(null, { text: '{"ca', finishReason: 'length' }) : honest(request),
    );
    const [card] = cardsOf((await review()).stdout);
    expect(server.requests.map(({ body }) => body.max_tokens ?? body.max_completion_tokens)).toEqual([2_000, 4_000]);
    expect(card.status).toBe('complete');
  });

  test.each([
    ['a wrong key', apiError(401, { code: 'invalid_api_key' }), 'the key is missing, wrong or expired'],
    ['no credit', apiError(429, { code: 'insufficient_quota' }), 'no quota left'],
    ['a model that there is not', apiError(404, { code: 'model_not_found' }), 'there is no model'],
  ])('at all ends the run in time, with 4 and what to do: %s', async (_, reply, said) => {
    tickets(60);
    server.follow([reply]);
    const { code, stdout, stderr } = await reviewApart();
    expect(code).toBe(4);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
    expect(server.requests.length).toBeLessThanOrEqual(5);
    const cards = cardsOf(stdout);
    expect(cards.length).toBeLessThanOrEqual(10);
    for (const card of cards) expect(verdictOf(card, 'description')).toMatchObject({ reason: 'not-asked' });
  });

  test('any more in the middle of a run keeps what was finished', async () => {
    tickets(60);
    const honest = model() as (request: unknown) => Reply;
    server.follow((request) => (request.index < 20 ? honest(request) : apiError(429, { code: 'insufficient_quota' })));
    const { code, stdout, stderr } = await review();
    expect(code).toBe(4);
    const cards = cardsOf(stdout);
    expect(cards.filter(({ status }) => status === 'complete')).toHaveLength(20);
    expect(cards.length).toBeLessThan(35);
    expect(stderr).toContain('Stopped before the last ticket');
    expect(stderr).toMatch(/tickets?: the run ended before/);
  });
});

describe('a report folder', () => {
  test('holds a manifest of what was sent, without a word of any ticket', async () => {
    tickets(3);
    const { code, stdout } = await review(['--out', 'report']);
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'report'))).toContain('manifest.json');
    const text = readFileSync(join(folder, 'report/manifest.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      provider: 'openai',
      host: new URL(server.url).host,
      model: 'gpt-4o',
      redacted: true,
      tickets: 3,
      fields: { description: 3 },
      answers: { asked: 3, kept: 0 },
      usage: { requests: 3, inputTokens: 300, cachedInputTokens: 120, outputTokens: 60 },
    });
    expect(text).not.toMatch(/Outlook|E100/);
    expect(stdout).toMatch(/Tokens +300 in \(40% of them from the provider’s cache\), 60 out/);
    expect(stdout).toMatch(/Cost +\$0\.00/);
  });
});

describe('Ctrl-C', () => {
  test('keeps what is finished, and sends nothing more', async () => {
    tickets(200);
    const honest = model() as (request: unknown) => Reply;
    server.follow((request) => ({ ...honest(request), delayMs: 30 }));
    let asked = false;
    const { code, stdout } = await reviewApart([], {
      onStart: (child) =>
        child.stdout?.on('data', () => {
          if (!asked) asked = child.kill('SIGINT');
        }),
      env: { BATCH_SIZE: '10' },
    });
    expect(code).toBe(130);
    const cards = cardsOf(stdout);
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.length).toBeLessThan(150);
    for (const card of cards) expect(card.status).toBe('complete');
    expect(server.requests).toHaveLength(cards.length);
  });
});

describe('--max-cost', () => {
  test.each([
    [
      'whose price is not known',
      { OPENAI_MODEL: 'house-model' },
      ['--max-cost', '1'],
      'the price of house-model is not known',
    ],
    ['that does not allow one request', {}, ['--max-cost', '0.001'], '--max-cost 0.001 does not allow one request'],
  ])('refuses a model %s, before anything is sent or written', async (_, env, args, said) => {
    tickets(3);
    const { code, stdout, stderr } = await review([...args, '--out', 'report'], { env });
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(server.requests).toHaveLength(0);
    expect(stdout).toBe('');
    expect(readdirSync(folder)).toEqual(['incident.json']);
  });

  test('stops in time: the run never costs more', async () => {
    tickets(80);
    const usage = { prompt_tokens: 4_000, completion_tokens: 600, total_tokens: 4_600 };
    const honest = model() as (request: unknown) => Reply & { details: object };
    server.follow((request) => {
      const reply = honest(request);
      return { ...reply, details: { ...reply.details, usage } } as Reply;
    });
    const { code, stdout, stderr } = await review(['--max-cost', '0.5']);
    expect(code).toBe(4);
    const spent = (server.requests.length * (4_000 * 2.5 + 600 * 10)) / 1e6;
    expect(spent).toBeLessThanOrEqual(0.5);
    expect(spent).toBeGreaterThan(0.3);
    expect(stderr).toContain('The cost limit of $0.5');
    const cards = cardsOf(stdout);
    expect(cards.filter(({ status }) => status === 'complete')).toHaveLength(server.requests.length);
    expect(cards.length).toBeLessThan(60);
  });

  test('takes a price of one’s own', async () => {
    tickets(2);
    const { code, stdout } = await review(['--max-cost', '1', '--price', '1,0.5,2'], {
      env: { OPENAI_MODEL: 'house-model' },
    });
    expect(code).toBe(0);
    expect(cardsOf(stdout)[0].usage.costUsd).toBeCloseTo((60 * 1 + 40 * 0.5 + 20 * 2) / 1e6, 6);
  });
});

describe('--estimate', () => {
  test('sends nothing, and comes near the run that follows', async () => {
    tickets(20);
    const { code, stdout } = await callTqrs(['review', 'incident.json', '--estimate'], {
      cwd: folder,
      env: openai(),
    });
    expect(code).toBe(0);
    expect(server.requests).toHaveLength(0);
    const likely = /Likely +(\d+) requests, ([\d,]+) tokens in \((\d+)%[^)]*\), ([\d,]+) out, \$([\d.]+)/.exec(stdout);
    const [requests, input, , output] = (likely ?? []).slice(1).map((text) => Number(text.replaceAll(',', '')));
    await review();
    const bodies = server.requests.map(({ body }) => body);
    const truth = bodies.reduce((sum, { messages = [], response_format }) => {
      const text =
        messages.map(({ content }) => content).join('') + JSON.stringify(response_format?.json_schema?.schema);
      return sum + text.length / 4.2;
    }, 0);
    const written = bodies.reduce((sum, body) => sum + JSON.stringify(answerAll(readRequest(body))).length / 4.2, 0);
    expect(requests).toBe(server.requests.length);
    expect(Math.abs((input ?? 0) / truth - 1)).toBeLessThan(0.05);
    expect((output ?? 0) / written).toBeGreaterThan(0.6);
    expect((output ?? 0) / written).toBeLessThan(1.7);
  });

  test('says what could not be read, and ends with 3', async () => {
    writeFileSync(join(folder, 'incident.json'), exportOf([ticket(1), { short_description: 'no number' }]));
    const { code, stdout, stderr } = await callTqrs(['review', 'incident.json', '--estimate'], {
      cwd: folder,
      env: openai(),
    });
    expect(code).toBe(3);
    expect(stdout).toContain('Estimate for 1 ticket');
    expect(stderr).toContain('incident.json, record 2');
  });

  test('says where the price is not known', async () => {
    tickets(1);
    const { stdout } = await callTqrs(['review', 'incident.json', '--estimate'], {
      cwd: folder,
      env: { ...openai(), OPENAI_MODEL: 'house-model' },
    });
    expect(stdout).toContain('cost unknown: give --price');
  });
});

describe('options for a model', () => {
  test.each([
    [['--votes', '2'], 'odd number'],
    [['--max-cost', '0'], 'amount in US dollars'],
    [['--price', '1,2'], 'three amounts'],
    [['--judge', 'offline', '--estimate'], '--estimate: the offline judge asks no model'],
    [['--judge', 'offline', '--no-redact', '--votes', '3'], '--votes and --no-redact: the offline judge asks no model'],
  ])('that make no sense end with 2 and why: %j', async (args, said) => {
    tickets(1);
    const { code, stderr } = await review(args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(server.requests).toHaveLength(0);
  });

  test('--votes asks every question so often', async () => {
    tickets(1);
    const [card] = cardsOf((await review(['--votes', '3'])).stdout);
    expect(server.requests).toHaveLength(3);
    expect(verdictOf(card, 'description')).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ votes: { met: 3 } })]),
    });
  });
});
