import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createOfflineJudge,
  loadBuiltInProfile,
  loadBuiltInRubric,
  reviewTicket,
  type Scorecard,
  type SentRecord,
  type UnscoredReason,
} from '@tqrs/core';
import { createRun, openRun, type RunStore, TicketPacker } from '@tqrs/core/runs';
import { type Ticket, TqrsError } from '@tqrs/parser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Recorder } from './recorder.ts';

const rubric = loadBuiltInRubric('incident-logging');
const profile = loadBuiltInProfile('default');
const USAGE = { requests: 1, inputTokens: 1, cachedInputTokens: 0, outputTokens: 1, costUsd: 0.5 };
const FAILED: SentRecord['outcomes'] = [{ failure: 'judge-failed', usage: USAGE }];

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tqrs-recorder-'));
  path = join(folder, 'run.sqlite');
  createRun(path, {
    engine: 'tqrs 1.0.0',
    startedAt: '2026-03-02T09:00:00.000Z',
    rubrics: [{ id: rubric.data.id, version: rubric.data.version, hash: rubric.hash, data: rubric.data }],
    profile: { id: profile.data.id, hash: profile.hash, data: profile.data },
    judge: { id: 'offline', method: 'offline' },
    spelling: false,
    sources: [],
    selection: {},
    command: {},
  }).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const ticket = (number: string): Ticket => ({ number, description: 'Text.', codes: {}, flags: {}, source: {} });

async function card(number: string, open?: UnscoredReason): Promise<Scorecard> {
  const whole = await reviewTicket(ticket(number), { rubric, profile, judge: createOfflineJudge() });
  if (open === undefined) return { ...whole, criteria: [] };
  const [line] = whole.criteria;
  const verdict = { status: 'unscored' as const, reason: open, detail: '', possibleLevels: ['x'] };
  return { ...whole, criteria: line === undefined ? [] : [{ ...line, verdict }] };
}

async function reviewed(number: string, open?: UnscoredReason, outcomes: SentRecord['outcomes'] = []) {
  const sent = { fields: ['description'], masked: {}, isFlagged: false, outcomes };
  return { type: 'reviewed' as const, ticket: ticket(number), scorecards: [await card(number, open)], sent };
}

function begin(store: RunStore, retryUnscored = false) {
  const recalled: object[] = [];
  return { recorder: new Recorder(store, { retryUnscored, recall: (sent) => recalled.push(sent) }), recalled };
}

async function firstLife(): Promise<void> {
  const store = openRun(path);
  const { recorder } = begin(store);
  recorder.add(await reviewed('INC1'));
  recorder.add(await reviewed('INC2', 'judge-failed', FAILED));
  recorder.add(await reviewed('INC3', 'not-asked'));
  recorder.add({ type: 'failed', number: 'INC4', error: new TqrsError('It is odd.', { code: 'odd' }) });
  recorder.commit();
  recorder.add(await reviewed('INC5'));
  store.close();
}

const numbersIn = (store: RunStore) =>
  [...store.tickets()].map(({ stored }) => ('failed' in stored ? stored.failed.number : stored.ticket.number));

describe('a run that is gone on with', () => {
  test('tells what is finished, and leaves the rest to be reviewed', async () => {
    await firstLife();
    const store = openRun(path);
    const { recorder, recalled } = begin(store);
    const results = ['INC1', 'INC2', 'INC3', 'INC4', 'INC5'].map((number) => recorder.earlier(ticket(number)));
    expect(results).toMatchObject(
      [{ ticket: { number: 'INC1' } }, { ticket: { number: 'INC2' } }, {}, { error: { code: 'odd' } }, {}].map(
        (each) => (Object.keys(each).length === 0 ? undefined : each),
      ),
    );
    expect(recorder.isCatchingUp).toBe(false);
    // Of the ticket that was not asked about, only what its requests took is counted until it is reviewed.
    expect(recalled).toMatchObject([{ fields: ['description'] }, { outcomes: FAILED }, { outcomes: [] }]);
    store.close();
  });

  test('keeps each ticket once, in its place, and what is reviewed again instead of what was', async () => {
    await firstLife();
    const store = openRun(path);
    const { recorder } = begin(store, true);
    for (const number of ['INC1', 'INC2', 'INC3', 'INC4', 'INC5']) {
      const earlier = recorder.earlier(ticket(number));
      if (earlier === undefined) recorder.add(await reviewed(number));
      else if ('error' in earlier) recorder.add({ type: 'failed', number, error: earlier.error });
      else recorder.add({ type: 'reviewed', ...earlier });
    }
    recorder.finish(true);
    const after = openRun(path);
    expect(numbersIn(after)).toEqual(['INC1', 'INC2', 'INC3', 'INC4', 'INC5']);
    const [, second, third] = [...after.tickets()];
    // What failed before was paid for.
    expect(second?.stored).toMatchObject({ scorecards: [{ criteria: [] }], sent: { outcomes: FAILED } });
    expect(third?.stored).toMatchObject({ scorecards: [{ criteria: [] }] });
    expect(after.isComplete).toBe(true);
    after.close();
  });

  test('refuses another ticket in the place of a finished one', async () => {
    await firstLife();
    const store = openRun(path);
    const { recorder } = begin(store);
    expect(() => recorder.earlier(ticket('INC9'))).toThrow(expect.objectContaining({ code: 'run-export-changed' }));
    store.close();
  });

  test('never takes what it just added for finished', async () => {
    const store = openRun(path);
    const { recorder } = begin(store);
    const packer = new TicketPacker();
    packer.add({ ticket: ticket('INC1'), scorecards: [await card('INC1')] });
    recorder.add({ type: 'rendered', tickets: [], summaries: [], chunk: packer.pack() });
    recorder.commit();
    expect(recorder.earlier(ticket('INC2'))).toBeUndefined();
    store.close();
  });
});
