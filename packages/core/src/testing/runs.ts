import type { StoredAnswer } from '../judge/model/asking/answer-cache.ts';
import { createOfflineJudge } from '../judge/offline/offline-judge.ts';
import { reviewTicket } from '../review/review-ticket.ts';
import { loadBuiltInRubric } from '../rubric/load.ts';
import type { RunConfiguration } from '../runs/configuration.ts';
import type { StoredTicket } from '../runs/store/stored-ticket.ts';
import type { Scorecard } from '../scorecard/schema.ts';
import { NO_USAGE } from '../scorecard/usage.ts';
import { buildProfile, buildTicket, FACTS } from './build.ts';

const rubric = loadBuiltInRubric('incident-logging');
const profile = buildProfile();

/** A configuration with what a test changes. */
export function configuration(changes: Partial<RunConfiguration> = {}): RunConfiguration {
  return {
    engine: 'tqrs 1.0.0',
    startedAt: '2026-03-02T09:00:00.000Z',
    rubrics: [{ id: rubric.data.id, version: rubric.data.version, hash: rubric.hash, data: rubric.data }],
    profile: { id: profile.data.id, hash: profile.hash, data: profile.data },
    judge: { id: 'offline', method: 'offline' },
    spelling: false,
    sources: [{ name: 'incident.json', hash: 'a'.repeat(64) }],
    selection: {},
    command: {},
    ...changes,
  };
}

/** The offline review of a ticket with this number. */
export async function scorecardOf(number: string): Promise<Scorecard> {
  return reviewTicket(buildTicket({ number, description: 'Outlook rejects the password.' }), {
    rubric,
    profile,
    judge: createOfflineJudge(),
    facts: FACTS,
    now: () => new Date(0),
  });
}

/** A finished ticket with this number. */
export async function finished(number: string): Promise<StoredTicket> {
  const ticket = buildTicket({ number, description: 'Outlook rejects the password.' });
  return { ticket, scorecards: [await scorecardOf(number)] };
}

/** An answer of a model to these questions: their keys by their ids. */
export function storedAnswer(questions: Readonly<Record<string, string>> = { a: 'key-of-a' }): StoredAnswer {
  const given = { field: 'description', quote: null, reason: 'For tests.', verdict: 'met' };
  const answers = Object.fromEntries(Object.keys(questions).map((id) => [id, { ...given, reason: id }]));
  return { answers, answeredBy: 'm-1', fingerprint: null, usage: { ...NO_USAGE, requests: 1 }, questions };
}
