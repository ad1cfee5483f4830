import type { CompiledRubric, ReviewEvent, RunSummary } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import { joinRuns } from './join-runs.ts';

const rubric = { data: { bands: [], criteria: [] }, hash: '', criteria: [], warnings: [] } as unknown as CompiledRubric;
const facts = (records: number, filled: string[]) => ({ records, complete: true, exported: filled, filled });

async function* events(numbers: readonly string[], findings: readonly string[]): AsyncGenerator<ReviewEvent> {
  const about = { id: 'x', version: '1.0.0', hash: 'h' };
  yield { type: 'run-start', rubric: about, profile: about, judge: 'offline', facts: facts(0, []) };
  for (const [index, number] of numbers.entries()) yield { type: 'review-start', index, number };
  const exportFindings = findings.map((message) => ({ id: 'f', message, recipe: 'r' }));
  yield { type: 'run-end', summary: { exportFindings } as unknown as RunSummary };
}

async function join(...runs: Parameters<typeof joinRuns>[0]) {
  const all: ReviewEvent[] = [];
  for await (const event of joinRuns(runs, rubric)) all.push(event);
  return all;
}

describe('several reviews as one', () => {
  test('start once and end once, with tickets counted on and the facts of all', async () => {
    const all = await join(
      { name: 'a.json', facts: facts(2, ['category']), start: () => events(['A', 'B'], []) },
      { name: 'none.json', facts: facts(0, []), start: () => events([], []) },
      { name: 'b.json', facts: facts(1, ['workNotes']), start: () => events(['C'], []) },
    );
    expect(all.map((event) => ('index' in event ? event.index : event.type))).toEqual([
      'run-start',
      0,
      1,
      2,
      'run-end',
    ]);
    expect(all[0]).toMatchObject({ facts: { records: 3, complete: true, filled: ['category', 'workNotes'] } });
  });

  test('are complete only where everything could be looked at first', async () => {
    const [start] = await join(
      { name: 'a.json', facts: facts(2, []), start: () => events(['A'], []) },
      { name: 'standard input', facts: undefined, start: () => events(['B'], []) },
    );
    expect(start).toMatchObject({ facts: { complete: false } });
  });

  test('tell whose export a finding is about, and the same one once', async () => {
    const all = await join(
      { name: 'a.json', facts: facts(1, []), start: () => events(['A'], ['no journals']) },
      { name: 'b.json', facts: facts(1, []), start: () => events(['B'], ['no journals', 'cut']) },
    );
    const end = all.at(-1);
    expect(end?.type === 'run-end' && end.summary.exportFindings.map((finding) => finding.message)).toEqual([
      'a.json, b.json: no journals',
      'b.json: cut',
    ]);
  });
});
