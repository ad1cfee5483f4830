import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Decision } from '../../human-review/decision.ts';
import { appendDecision, DECISIONS_FILE, readDecisionLog, readDecisions } from './decision-log.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tqrs-decisions-'));
  path = join(folder, DECISIONS_FILE);
});
afterEach(() => rmSync(folder, { recursive: true }));

const decision = (ticket: string, reason: string): Decision => ({
  at: '2026-03-02T10:00:00Z',
  by: 'A lead',
  ticket,
  rubric: 'incident-logging',
  criterion: 'service',
  on: 'scored:wrong',
  outcome: { kind: 'overrule', levelId: 'right' },
  reason,
});

describe('a log of decisions', () => {
  test('holds none before the first', () => {
    expect(readDecisions(path).size).toBe(0);
  });

  test('gives back what was added, by ticket and in order, and is for its owner alone', () => {
    for (const each of [decision('INC1', 'one'), decision('INC2', 'two'), decision('INC1', 'three\nlines')])
      appendDecision(path, each);
    const read = readDecisions(path);
    expect([...read.keys()]).toEqual(['INC1', 'INC2']);
    expect(read.get('INC1')).toEqual([decision('INC1', 'one'), decision('INC1', 'three\nlines')]);
    expect(readDecisionLog(path).map(({ reason }) => reason)).toEqual(['one', 'two', 'three\nlines']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('passes over a last line that was torn, and goes on in its place', () => {
    appendDecision(path, decision('INC1', 'one'));
    const whole = readFileSync(path, 'utf8');
    appendFileSync(path, whole.slice(0, 30));
    expect(readDecisions(path).get('INC1')).toHaveLength(1);
    appendDecision(path, decision('INC2', 'two'));
    expect([...readDecisions(path).values()].flat()).toEqual([decision('INC1', 'one'), decision('INC2', 'two')]);
  });

  test.each(['{}', 'x', '[]', JSON.stringify({ ...decision('INC1', 'one'), at: 'yesterday' })])(
    'does not leave out a line in silence: %s',
    (line) => {
      writeFileSync(path, `${JSON.stringify(decision('INC1', 'one'))}\n${line}\n`);
      expect(() => readDecisions(path)).toThrow(expect.objectContaining({ code: 'decisions-damaged' }));
    },
  );
});
