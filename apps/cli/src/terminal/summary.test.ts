import { stripVTControlCharacters } from 'node:util';
import type { RunSummary } from '@tqrs/core';
import { describe, expect, test } from 'vitest';
import type { Paint } from './output.ts';
import { summaryText } from './summary.ts';

interface Shown {
  readonly interrupted: boolean;
  readonly stopped: boolean;
  readonly certain: string;
  readonly width: number;
  readonly paint: Paint;
}

const unpainted = (_format: unknown, text: string) => text;
const rubric = { title: 'Incident logging', version: '1.0.0', passMark: 80 };

const empty: RunSummary = {
  tickets: 0,
  scored: 0,
  partial: 0,
  ranges: { passing: 0, failing: 0, open: 0 },
  notApplicable: 0,
  failedReviews: 0,
  passed: 0,
  failed: 0,
  autoFailed: 0,
  needsReview: 0,
  passRate: null,
  meanPercent: null,
  bands: [],
  distribution: Array.from({ length: 20 }, () => 0),
  criteria: [],
  causes: [],
  breakdowns: [],
  notExamined: 0,
  exportFindings: [],
  human: null,
  usage: { requests: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costUsd: 0 },
};

const text = (
  summary: Partial<RunSummary>,
  { interrupted = false, stopped = false, certain = '', width = 100, paint = unpainted }: Partial<Shown> = {},
) =>
  summaryText(
    {
      rubric,
      profileId: 'default',
      judge: 'offline',
      summary: { ...empty, ...summary },
      certain,
      interrupted,
      stopped,
    },
    paint,
    width,
  );

describe('the closing summary', () => {
  test('says what came out', () => {
    const shown = text({
      tickets: 1_200,
      scored: 1_000,
      partial: 200,
      passRate: 54.84,
      meanPercent: 76,
      autoFailed: 3,
    });
    expect(shown).toContain('1,200  1,000 scored, 200 with a range instead of a score');
    expect(shown).toContain('54.8%  of 1,000 scored tickets; the pass mark is 80%');
    expect(shown).toContain('76.0%');
    expect(shown).toMatch(/Automatic fails +3/);
  });

  test('says where the judge stopped before the last ticket', () => {
    expect(text({ tickets: 2 }, { stopped: true })).toContain('Stopped before the last ticket');
    expect(text({ tickets: 2 })).not.toContain('Stopped');
  });

  test('does not invent a rate', () => {
    expect(text({ tickets: 2, partial: 2 })).toContain('—  no ticket has a score');
  });

  test('shows the worst criteria first, and what is common', () => {
    const criterion = { scored: 9, notApplicable: 0, unscored: 0, possible: 90, autoFails: 0, notExamined: 0 };
    const shown = text({
      criteria: [
        { ...criterion, id: 'a', title: 'Category', lost: 5 },
        { ...criterion, id: 'b', title: 'Description', lost: 1_250 },
        { ...criterion, id: 'c', title: 'Spelling', lost: 0 },
      ],
      causes: [
        {
          criterionId: 'b',
          text: 'No contact number',
          tickets: 7,
          lost: 35,
          examples: ['INC1', 'INC2', 'INC3', 'INC4'],
        },
      ],
    });
    expect(shown.indexOf('Description')).toBeLessThan(shown.indexOf('Category'));
    expect(shown).toContain('1,250 points');
    expect(shown).not.toContain('Spelling');
    expect(shown).toContain('7 ×  No contact number  INC1, INC2, INC3');
    expect(shown).not.toContain('INC4');
  });

  test('says what nobody could see, and how to export it', () => {
    const shown = text({
      exportFindings: [
        { id: 'journals', message: 'Work notes are empty everywhere.', recipe: 'Export the form view.' },
      ],
    });
    expect(shown).toContain('! Work notes are empty everywhere.\n    Export the form view.');
  });

  test('says what is certain of tickets without a score', () => {
    expect(text({ tickets: 9, partial: 9 }, { certain: '9 with a range: 2 pass' })).toContain('9 with a range: 2 pass');
  });

  test.each([40, 80, 100])('is no wider than a terminal of %i columns, coloured or not', (width) => {
    const long = 'Something that takes many words to be said and would not fit on one line of a terminal. ';
    const criterion = { scored: 9, notApplicable: 0, unscored: 0, possible: 90, autoFails: 1_234, notExamined: 0 };
    const summary = {
      tickets: 120_000,
      scored: 60_000,
      partial: 50_000,
      notApplicable: 10_000,
      bands: [{ id: 'blue', title: long, from: 90, tickets: 60_000 }],
      criteria: [{ ...criterion, id: 'a', title: long, lost: 123_456.5 }],
      causes: [{ criterionId: 'a', text: long, tickets: 9_000, lost: 5, examples: ['INC0010001', 'INC0010002'] }],
      exportFindings: [{ id: 'x', message: long, recipe: long }],
    };
    for (const paint of [unpainted, (_format: unknown, shown: string) => `\u001b[2m${shown}\u001b[22m`]) {
      const lines = stripVTControlCharacters(text(summary, { width, certain: long, paint })).split('\n');
      expect(lines.filter((line) => line.length > width)).toEqual([]);
    }
  });

  test('keeps its rows and tables indented', () => {
    const causes = [{ criterionId: 'b', text: 'No number', tickets: 7, lost: 35, examples: [] }];
    const shown = text({ tickets: 2, causes });
    expect(shown).toContain('\n  Tickets           2  0 scored\n');
    expect(shown).toContain('\n        7 ×  No number');
  });

  test('says that it is not the whole', () => {
    expect(text({}, { interrupted: true })).toContain('Interrupted');
  });

  test('prints no escape sequence of a ticket', () => {
    const shown = text({
      causes: [{ criterionId: 'b', text: 'x\u001b[2J', tickets: 1, lost: 1, examples: ['\u001b]0;t\u0007'] }],
    });
    expect(shown).not.toContain('\u001b');
  });
});
