import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerAll,
  apiError,
  completion,
  type Opinion,
  type ReceivedRequest,
  type Reply,
  raw,
  readRequest,
  startFaultServer,
  webPage,
} from '@tqrs/fault-server';
import { beforeAll, expect, test } from 'vitest';
import { runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForAll } from './test-folder.ts';

const TICKETS = 500;
/** In percent of the requests. */
const FAULTS = 10;

const folder = folderForAll();
beforeAll(() => {
  const records = Array.from({ length: TICKETS }, (_, index) =>
    record(index, {
      description: `Contact number: +47 22 00 11 22\nWorking location: Oslo, office\nOutlook shows error E${1000 + index} when she opens it.`,
    }),
  );
  writeFileSync(join(folder, 'incident.json'), exportOf(records));
});

/** Every way to fail, whole answers aside. The reply is what would have been said. */
const WAYS: readonly ((reply: Reply) => Reply)[] = [
  () => apiError(500),
  () => apiError(503, {}, { 'retry-after-ms': '20' }),
  () => apiError(429, { code: 'rate_limit_exceeded' }, { 'retry-after-ms': '20' }),
  () => apiError(408),
  () => apiError(409),
  (reply) => ({ ...reply, drop: true }),
  (reply) => ({ ...reply, cutAfterBytes: 40 }),
  (reply) => ({ ...reply, stallAfterBytes: 40 }),
  () => raw(200, '{"id": "chatcmpl-'),
  () => raw(200, { object: 'something else' }),
  () => webPage(502),
  () => webPage(200),
  () => completion(null, { text: 'Of course! Here are the answers:' }),
  () => completion({ category: { verdict: 'excellent' } }),
  () => completion(null, { text: '{"category": {"field": "cat', finishReason: 'length' }),
  () => completion(null, { text: null, refusal: 'I cannot help with that.' }),
  () => completion(null, { text: '{"cat', finishReason: 'content_filter' }),
  () => apiError(400, { code: 'content_filter', message: 'The prompt was filtered.' }),
];

/** Doubtful here and there, so that some tickets take more than one request; the same each time that it is asked the same. */
const opinion: Opinion = ({ id }, { ticket, isCorrection }) => {
  const number = Number(/E(\d{4})/.exec(ticket)?.[1]);
  if (id === 'description_working-location' && number % 9 === 0)
    return isCorrection ? {} : { quote: 'Works on the moon today' };
  if (id === 'description_office-or-remote' && number % 11 === 0) return { verdict: 'cannot-assess' };
  if (id === 'category' && number % 13 === 0) return { verdict: 'wrong', field: 'category', quote: 'Software' };
  return undefined;
};

async function run(reply: (request: ReceivedRequest, whole: Reply) => Reply) {
  const answered = new Map<string, number>();
  await using server = await startFaultServer((request) => {
    const asked = readRequest(request.body);
    const whole = completion(answerAll(asked, opinion));
    const given = reply(request, whole);
    if (given === whole) answered.set(asked.key, (answered.get(asked.key) ?? 0) + 1);
    return given;
  });
  const { code, stdout, stderr } = await runTqrs(
    ['review', 'incident.json', '--format', 'ndjson', '--no-spelling', '--concurrency', '20'],
    { cwd: folder, env: { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_TIMEOUT: '2' } },
  );
  const cards = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { code, cards, stderr, answered: [...answered.values()], requests: server.requests.length };
}

test(`${TICKETS} tickets at ${FAULTS} % of all faults come out as in an undisturbed run, or honestly unscored`, async () => {
  const undisturbed = await run((_, whole) => whole);
  expect(undisturbed.code).toBe(0);
  let faults = 0;
  const disturbed = await run(({ index }, whole) => {
    // Some requests are answered first: a login page as the very first answer would rightly end the run.
    if (index < 40 || (index * 7919) % 100 >= FAULTS) return whole;
    const way = WAYS[faults++ % WAYS.length];
    return way?.(whole) ?? whole;
  });

  expect(disturbed.code).toBe(0);
  expect(disturbed.cards).toHaveLength(TICKETS);
  expect(faults).toBeGreaterThan(WAYS.length * 2);
  // No answer that came was asked for again.
  expect(Math.max(...disturbed.answered)).toBe(1);
  expect(disturbed.answered.length).toBeLessThanOrEqual(undisturbed.answered.length);

  const criteriaOf = ({ criteria }: { criteria: unknown[] }) =>
    criteria as { id: string; verdict: { status: string; reason?: string } }[];
  let unscored = 0;
  disturbed.cards.forEach((card, index) => {
    const whole = undisturbed.cards[index];
    expect(card.ticket).toEqual(whole.ticket);
    const failed = criteriaOf(card).filter(({ verdict }) =>
      ['judge-failed', 'refused', 'filtered'].includes(verdict.reason ?? ''),
    );
    if (failed.length > 0) unscored += 1;
    else expect({ ...card, usage: 0, provenance: 0 }).toEqual({ ...whole, usage: 0, provenance: 0 });
    if (failed.length > 0) expect(card).toMatchObject({ score: null, status: 'partial' });
    criteriaOf(card).forEach((line, place) => {
      if (line.verdict.status === 'scored') expect(line).toEqual(criteriaOf(whole)[place]);
    });
  });
  expect(unscored).toBeGreaterThan(0);
  expect(unscored).toBeLessThan(TICKETS / 20);
}, 120_000);
