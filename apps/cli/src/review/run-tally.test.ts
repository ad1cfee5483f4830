import type { CompiledRubric, SummaryPart } from '@tqrs/core';
import { createSummary, loadBuiltInRubric } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { RunTally, unionOf } from './run-tally.ts';

const rubric: CompiledRubric = loadBuiltInRubric('incident-logging');
const facts = (records: number, filled: string[]) => ({ records, complete: true, exported: ['description'], filled });
const JOURNALS = ['workNotes', 'comments'];

/** The part of a summary over so many tickets that could not be reviewed. */
function failures(tickets: number): SummaryPart {
  const summary = createSummary(rubric.data);
  for (let index = 0; index < tickets; index++) summary.addFailure();
  return summary.part();
}

describe('a run over several exports', () => {
  test('is summed up as one', () => {
    const tally = new RunTally([rubric, rubric]);
    tally.begin(
      'a.json',
      facts(2, JOURNALS),
    )({
      type: 'rendered',
      tickets: [],
      summaries: [failures(2), failures(2)],
    });
    const count = tally.begin('b.json', facts(1, JOURNALS));
    count({ type: 'failed', number: 'INC1', error: new Error('x') as never });
    expect(tally.finish(facts(3, JOURNALS))).toMatchObject([
      { tickets: 3, failedReviews: 3 },
      { tickets: 3, failedReviews: 3 },
    ]);
  });

  test('tells whose export a finding is about, and the same one once', () => {
    const tally = new RunTally([rubric]);
    for (const [name, filled] of [
      ['a.json', []],
      ['b.json', []],
      ['c.json', JOURNALS],
    ] as const)
      tally.begin(name, facts(1, [...filled]))({ type: 'rendered', tickets: [], summaries: [failures(1)] });
    const messages = tally.finish(facts(3, JOURNALS))[0]?.exportFindings.map(({ message }) => message) ?? [];
    expect(messages.filter((message) => message.startsWith('a.json, b.json: '))).toHaveLength(1);
    expect(messages.some((message) => message.startsWith('c.json'))).toBe(false);
  });

  test('names nothing where there is one export', () => {
    const tally = new RunTally([rubric]);
    tally.begin('a.json', facts(1, []))({ type: 'rendered', tickets: [], summaries: [failures(1)] });
    for (const { message } of tally.finish(facts(1, []))[0]?.exportFindings ?? [])
      expect(message).not.toMatch(/a\.json/);
  });
});

describe('what several exports carry between them', () => {
  test('is everything that any of them has', () => {
    expect(unionOf([facts(2, ['category']), facts(0, []), facts(1, ['workNotes'])])).toEqual({
      records: 3,
      complete: true,
      exported: ['description'],
      filled: ['category', 'workNotes'],
    });
  });

  test('is complete only where everything could be looked at first', () => {
    expect(unionOf([facts(2, []), undefined])).toMatchObject({ complete: false });
  });
});
