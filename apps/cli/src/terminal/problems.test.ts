import { TicketParseError, TqrsError } from '@tqrs/parser';
import { describe, expect, test } from 'vitest';
import { createProblemList } from './problems.ts';

const inRecord = (record: number, code = 'no-number', number?: string) =>
  new TicketParseError(`export.json, record ${record}: it has no number.`, {
    code,
    source: 'export.json',
    record,
    hint: 'Export the number column.',
    ...(number !== undefined && { number }),
  });

describe('a list of problems', () => {
  test('tells ten thousand of one kind once, with the first examples', () => {
    const problems = createProblemList();
    for (let record = 1; record <= 10_000; record += 1) problems.add(inRecord(record, 'wrong-type', `INC${record}`));
    expect(problems.count).toBe(10_000);
    expect(problems.lines()).toEqual([
      'export.json, record 1: it has no number.\n' +
        '  10,000 records like this: 1 (INC1), 2 (INC2), 3 (INC3), …\n' +
        '  Export the number column.',
    ]);
  });

  test('keeps kinds apart, and other errors too', () => {
    const problems = createProblemList();
    problems.add(inRecord(1));
    problems.add(inRecord(1, 'wrong-type'));
    problems.add(new TqrsError('Something else', { code: 'other' }));
    expect(problems.lines()).toHaveLength(3);
  });

  test('is bounded, however many kinds there are', () => {
    const problems = createProblemList();
    for (let kind = 1; kind <= 100; kind += 1) problems.add(inRecord(kind, `kind-${kind}`));
    expect(problems.lines()).toHaveLength(21);
    expect(problems.lines().at(-1)).toBe('80 further problems of other kinds');
  });

  test('prints no escape sequence', () => {
    const problems = createProblemList();
    problems.add(inRecord(1, 'no-number', '\u001b[2J'));
    problems.add(inRecord(2, 'no-number'));
    expect(problems.lines().join()).not.toContain('\u001b');
  });
});
