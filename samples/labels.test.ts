import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Label, parseLabels } from '../scripts/agreement/labels.ts';

interface SampleRecord {
  readonly number: string;
  readonly [column: string]: unknown;
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const recordsOf = (name: string): SampleRecord[] => JSON.parse(read(name)).records;
const labelFile = parseLabels(read('labels.json'), 'labels.json');
const exports = Object.entries(labelFile.exports).map(([name, labels]) => ({ name, labels, records: recordsOf(name) }));
const everyLabel = exports.flatMap(({ labels }) => labels);
const everyRecord = exports.flatMap(({ records }) => records);
const recordOf = new Map(everyRecord.map((record) => [record.number, record]));

/** Every outcome that the samples must show at least once in `incidents.json`. */
const OUTCOMES: Record<string, readonly string[]> = {
  validation: ['pass', 'not-documented', 'not-validated', 'not-applicable', 'unscored: contact-type-unknown'],
  'critical-process': ['pass', 'not-followed', 'password-process-not-followed', 'not-applicable'],
  category: ['right', 'better-exists', 'wrong'],
  subcategory: ['right', 'better-exists', 'wrong', 'not-applicable'],
  service: ['right', 'better-exists', 'wrong'],
  'configuration-item': ['right', 'better-exists', 'wrong', 'unscored: field-not-exported'],
  'short-description': ['all-parts', 'one-wrong', 'two-wrong', 'three-wrong', 'four-wrong'],
  description: ['complete', 'one-missing', 'two-missing', 'three-missing', 'four-missing'],
  spelling: ['none', 'few', 'many', 'unscored: language-not-supported'],
};

const CHECKS = [
  'contact-number',
  'working-location',
  'office-or-remote',
  'issue-statement',
  'particulars',
  'user-name',
  'domain-user',
  'routing-needs',
];

describe.each(exports)('$name', ({ labels, records }) => {
  test('has a label for every ticket, in the same order, and no other', () => {
    expect(labels.map(({ number }) => number)).toEqual(records.map(({ number }) => number));
  });
});

test('ticket numbers and sys_ids are unique over all exports', () => {
  expect(new Set(everyRecord.map(({ number }) => number)).size).toBe(everyRecord.length);
  expect(new Set(everyRecord.map(({ sys_id }) => sys_id)).size).toBe(everyRecord.length);
});

test('the second export carries every journal field, and none is filled', () => {
  for (const record of recordsOf('incidents-no-journals.json')) {
    expect([record.work_notes, record.comments, record.comments_and_work_notes]).toEqual(['', '', '']);
  }
});

describe.each(Object.entries(OUTCOMES))('%s', (criterion, outcomes) => {
  test.each(outcomes)('shows %s', (outcome) => {
    const found = labelFile.exports['incidents.json']?.some(({ criteria }) => criteria[criterion] === outcome);
    expect(found).toBe(true);
  });
});

test.each(CHECKS)('the check %s is met, not met, or not applicable somewhere', (check) => {
  const answers = new Set(everyLabel.map(({ checks }) => checks[check]));
  expect([...answers]).toEqual(expect.arrayContaining(['met', 'not-met']));
});

describe.each(everyLabel.map((label) => ({ ...label, label })))('the label of $number', ({ label }) => {
  const { checks, criteria, misspelt = [], why = {} } = label;

  test('names every criterion once and, unless the description is blank, every check', () => {
    expect(Object.keys(criteria)).toEqual(Object.keys(OUTCOMES));
    expect(Object.keys(checks)).toEqual(textOf(label, 'description') === '' ? [] : CHECKS);
  });

  test('gives the description the level of its unmet checks', () => {
    const levels = ['complete', 'one-missing', 'two-missing', 'three-missing'];
    const unmet = Object.values(checks).filter((answer) => answer === 'not-met').length;
    const blank = Object.keys(checks).length === 0;
    expect(criteria.description).toBe(blank ? 'four-missing' : (levels[unmet] ?? 'four-missing'));
  });

  test('gives spelling the level of the misspelt words, which stand in the ticket', () => {
    const text = ['short_description', 'description', 'close_notes'].map((column) => textOf(label, column)).join('\n');
    for (const word of misspelt) expect(text).toContain(word);
    if (criteria.spelling?.startsWith('unscored')) return;
    const distinct = new Set(misspelt.map((word) => word.toLowerCase())).size;
    expect(criteria.spelling).toBe(distinct === 0 ? 'none' : distinct <= 4 ? 'few' : 'many');
  });

  test('explains only what it labels', () => {
    expect(Object.keys(criteria).concat(CHECKS)).toEqual(expect.arrayContaining(Object.keys(why)));
  });
});

test('no web or mail address could be a real one', () => {
  const hosts = JSON.stringify(everyRecord).match(/(?<=@|https?:\/\/)[\w.-]+/g) ?? [];
  expect(hosts.filter((host) => !/(^|\.)example(\.com)?\.?$/.test(host))).toEqual([]);
});

function textOf({ number }: Label, column: string): string {
  return String(recordOf.get(number)?.[column] ?? '');
}
