import { describe, expect, test } from 'vitest';
import { decided, middling, rubric } from '../../../test/fixtures.ts';
import { localisationOf } from '../../catalogue/localisation.ts';
import { humanView } from './human.ts';
import { verdictView } from './verdict.ts';

const local = localisationOf();
const { criteria } = decided().scorecard;
const viewOf = (id: string) => {
  const line = criteria.find((each) => each.id === id);
  return line === undefined ? undefined : humanView(line, local);
};

describe('a decision of a person', () => {
  test('that overrules shows what the machine had said', () => {
    expect(viewOf('category')).toEqual({
      decision: 'Overruled by A lead, 2026-03-02 11:00 UTC',
      reason: null,
      machine: { result: 'The machine had said: Better exists, 5 of 10.', rationale: expect.stringMatching(/./) },
    });
  });

  test('that accepts shows who and when', () => {
    expect(viewOf('description')).toEqual({
      decision: 'Accepted by A lead, 2026-03-02 11:00 UTC',
      reason: null,
      machine: null,
    });
  });

  test('is not there where nobody decided', () => {
    expect(viewOf('service')).toBeNull();
  });

  test('puts the machine’s total beside the one after it', () => {
    const view = verdictView(decided().scorecard, rubric, local);
    expect(view.headline).toBe('50.0%');
    expect(view.notes[0]).toBe('People decided on 2 criteria. The machine alone came to 38.1%.');
    expect(verdictView(middling().scorecard, rubric, local).notes.join(' ')).not.toContain('machine');
  });
});
