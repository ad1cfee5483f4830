import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answerAll, completion, type Opinion, readRequest, startFaultServer } from '@tqrs/fault-server';
import { beforeEach, expect, test } from 'vitest';
import { readRunFolder } from './read-run.ts';
import { runTqrs } from './run-tqrs.ts';
import { exportOf, record } from './sample-export.ts';
import { folderForTest } from './test-folder.ts';

/** `TQRS_TEST_KILLS=200` is the long test. */
const KILLS = Number(process.env.TQRS_TEST_KILLS ?? 6);
const TICKETS = 10 * KILLS;
const AT_ONCE = 4;
/** Requests of one life of the command, at most. */
const MOST_REQUESTS = 12;
const BATCH = 3;

let folder: string;
beforeEach(() => {
  folder = folderForTest();
});

/** Numbers that look random, and are the same each time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Doubtful here and there, so that some tickets take several requests. */
const opinion: Opinion = ({ id }, { ticket, isCorrection }) => {
  const number = Number(/E(\d{4,})/.exec(ticket)?.[1]);
  if (id === 'description_working-location' && number % 5 === 0)
    return isCorrection ? {} : { quote: 'Works on the moon today' };
  if (id === 'description_office-or-remote' && number % 7 === 0) return { verdict: 'cannot-assess' };
  if (id === 'category' && number % 9 === 0) return { verdict: 'wrong', field: 'category', quote: 'Software' };
  return undefined;
};

/** Some tickets are equal, and some records are none. */
function writeExport(): void {
  const records = Array.from({ length: TICKETS }, (_, index) => {
    if (index % 23 === 11) return { ...record(index), number: '' };
    const number = 1_000 + (index % 17 === 5 ? index - 1 : index);
    const description = `Contact number: +47 22 00 11 22\nWorking location: Oslo, office\nOutlook shows error E${number} when she opens it.`;
    return record(index, { description });
  });
  writeFileSync(join(folder, 'incident.json'), exportOf(records));
}

test(`${KILLS} kills at random moments end in the same result, byte for byte but for the times, and nothing is paid for twice`, async () => {
  writeExport();
  const random = randomFrom(KILLS);
  let onRequest = () => {};
  /** The life that asked a question last, and how many questions of each life were asked again. */
  const askedBy = new Map<string, number>();
  const repeats: number[] = [];
  let life = 0;
  await using server = await startFaultServer(async (request) => {
    onRequest();
    const asked = readRequest(request.body);
    const before = askedBy.get(asked.key);
    if (before !== undefined) repeats[before] = (repeats[before] ?? 0) + 1;
    askedBy.set(asked.key, life);
    await wait(5 + random(20));
    return completion(answerAll(asked, opinion));
  });
  const options = {
    cwd: folder,
    env: { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: `${server.url}/v1`, BATCH_SIZE: String(BATCH) },
  };
  const review = (...folder: string[]) => [
    ...['review', 'incident.json', ...folder, '--format', 'html,json,ndjson,csv,md,junit,coaching', '--no-spelling'],
    ...['--rubric', 'incident-logging,incident-handling', '--concurrency', String(AT_ONCE)],
  ];
  const undisturbed = await runTqrs(review('--out', 'undisturbed'), options);
  expect(undisturbed.code).toBe(3);
  const requests = server.requests.length;
  expect(askedBy.size).toBe(requests);
  askedBy.clear();

  let kills = 0;
  for (;;) {
    // The first lives end while the command starts, reads or makes its record; the others somewhere among their requests.
    const wanted = kills < KILLS / 5 ? 0 : 1 + random(MOST_REQUESTS);
    const delay = wanted === 0 ? 100 + random(900) : random(25);
    const isLast = kills >= KILLS;
    let seen = 0;
    let kill = () => {};
    onRequest = () => {
      if (++seen === wanted) setTimeout(kill, delay);
    };
    const outcome = await runTqrs(review('--resume', 'killed'), {
      ...options,
      onStart: (child) => {
        life++;
        if (isLast) return;
        kill = () => child.kill('SIGKILL');
        if (wanted === 0) setTimeout(kill, delay);
      },
    });
    if (outcome.code === null) kills++;
    else {
      expect(outcome.stderr).toBe(undisturbed.stderr);
      expect(outcome.code).toBe(3);
      break;
    }
  }

  expect(kills).toBe(KILLS);
  expect(readRunFolder(join(folder, 'killed'))).toEqual(readRunFolder(join(folder, 'undisturbed')));
  expect(askedBy.size).toBe(requests);
  // Whatever was answered is on disk before the next question takes its place.
  expect(Math.max(0, ...repeats.filter((count) => count > 0))).toBeLessThanOrEqual(AT_ONCE);
}, 1_200_000);
