import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTACKS, attackedRun } from '../../test/attacks.ts';
import { decided, failed, makeCard, makeTicket, middling, outcome, partial, summary } from '../../test/fixtures.ts';
import type { ReportInput } from '../../test/write.ts';
import { writeStream } from '../../test/write.ts';
import { guardCell } from '../csv/safe-cell.ts';
import { csv } from './csv.ts';
import { FORMAT_IDS, FORMATS } from './index.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';

const cards = [middling(), partial(), failed()];
const input: ReportInput = { cards, failures: [{ number: 'INC0010004', code: 'broken', message: 'Broken record.' }] };

test('every format is listed under its own id', () => {
  expect(FORMAT_IDS).toEqual(FORMAT_IDS.map((id) => FORMATS[id].id));
});

describe('json', () => {
  test('is one document with the run, the scorecards in order, the failures and the summary', async () => {
    const document = JSON.parse(await writeStream(json, input));
    expect(document).toMatchObject({
      schemaVersion: 1,
      run: { judge: 'offline', rubric: { id: 'incident-logging', passMark: 90 } },
    });
    expect(document.scorecards).toEqual(cards.map(({ scorecard }) => scorecard));
    expect(document.failures).toEqual(input.failures);
    expect(document.summary).toEqual(summary);
    expect(document).toMatchObject({ finishedAt: outcome.finishedAt, interrupted: false });
  });

  test('is a document without any ticket', async () => {
    expect(JSON.parse(await writeStream(json, { cards: [] }))).toMatchObject({ scorecards: [], failures: [] });
  });

  test('carries hostile text unharmed', async () => {
    for (const attack of ATTACKS) {
      const { ticket, scorecard } = attackedRun(attack);
      expect(JSON.parse(await writeStream(json, { cards: [{ ticket, scorecard }] })).scorecards[0]).toEqual(scorecard);
    }
  });
});

describe.each([json, ndjson])('$id', (format) => {
  test('holds nothing that steers a terminal', async () => {
    for (const attack of ATTACKS) {
      const text = await writeStream(format, { cards: [attackedRun(attack)] });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/);
    }
  });
});

describe('ndjson', () => {
  test('is a scorecard a line and nothing else', async () => {
    const lines = (await writeStream(ndjson, input)).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(cards.map(({ scorecard }) => scorecard));
  });
});

describe('csv', () => {
  // Readers differ in what ends a line: whatever could must not stand outside of quotes.
  const read = (text: string): string[][] => parse(text, { bom: true, record_delimiter: ['\r\n', '\n', '\r'] });

  test('begins with a byte-order mark and ends lines with CRLF', async () => {
    const text = await writeStream(csv, input);
    expect(text.startsWith('\uFEFFnumber,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has a row for each ticket, with empty cells where there is no number', async () => {
    const [header = [], ...rows] = read(await writeStream(csv, input));
    const table = rows.map((row) => Object.fromEntries(row.map((cell, column) => [header[column], cell])));
    expect(table[0]).toMatchObject({
      number: 'INC0010001',
      'score earned': '16',
      'score possible': '42',
      'score percent': '38.1',
      'range min percent': '',
      band: 'purple',
      passed: 'no',
      deductions: '15',
      'validation deduction': '15',
      'validation level': 'not-documented',
      'category points': '5',
      'category possible': '10',
      'description status': 'scored',
    });
    expect(table[1]).toMatchObject({
      status: 'partial',
      'score earned': '',
      'score percent': '',
      'range min percent': '76.2',
      'range max percent': '100',
      band: '',
      passed: '',
      'needs review': 'description',
      'description points': '',
      'description level': '',
      'description status': 'field-not-exported',
      'validation points': '',
      'validation possible': '',
      'validation status': 'not-applicable',
    });
    expect(table[2]).toMatchObject({
      'score percent': '0',
      'automatic fail by': 'validation',
      'calculated percent': '97.6',
    });
    expect(table[3]).toMatchObject({
      number: 'INC0010004',
      status: 'not-reviewed',
      'score percent': '',
      problem: 'Broken record.',
    });
  });

  test('reads back as it was written, whatever the texts hold', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '=', '-', ',', '"', "'", ';', '\n', '\r', '\t', 'ü', '𝄞', ' '),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), async (people) => {
        const made = people.map(([assignedTo, assignmentGroup], place) => {
          const ticket = makeTicket({ number: `INC${place}`, assignedTo, assignmentGroup });
          return { ticket, scorecard: makeCard(ticket, []) };
        });
        const rows = read(await writeStream(csv, { cards: made })).slice(1);
        expect(rows.map((row) => row.slice(0, 3))).toEqual(
          people.map(([assignedTo, group], place) => [`INC${place}`, guardCell(assignedTo), guardCell(group)]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('keeps what steers a terminal out of its cells', async () => {
    const ticket = makeTicket({ assignedTo: '\u001b[31mred\u009b0m\u0007\u007f\ttab\nline' });
    const [, row] = read(await writeStream(csv, { cards: [{ ticket, scorecard: makeCard(ticket, []) }] }));
    expect(row?.[1]).toBe('[31mred0m\ttab\nline');
  });

  test.each(ATTACKS)('lets no text start a formula: %j', async (attack) => {
    const { ticket, scorecard, failure } = attackedRun(attack);
    const cells = read(await writeStream(csv, { cards: [{ ticket, scorecard }], failures: [failure] })).flat();
    for (const cell of cells) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
  });

  test('has what people decided beside what the machine said', async () => {
    const [header = [], ...rows] = read(await writeStream(csv, { cards: [decided(), middling()] }));
    const [after, alone] = rows.map((row) => Object.fromEntries(row.map((cell, column) => [header[column], cell])));
    expect(after).toMatchObject({
      'score percent': '50',
      'decided by people': 'category description',
      'machine percent': '38.1',
      'machine passed': 'no',
    });
    expect(alone).toMatchObject({ 'decided by people': '', 'machine percent': '38.1' });
  });

  test('is a header alone without any ticket', async () => {
    expect(read(await writeStream(csv, { cards: [] }))).toHaveLength(1);
  });
});

describe('junit', () => {
  test('has a case for each ticket, with why it does not pass', async () => {
    const xml = await writeStream(junit, input);
    expect(xml).toContain('<testsuite name="Incident logging" tests="4" failures="2" errors="1" skipped="1"');
    const cases = [...xml.matchAll(/<testcase name="(\w+)"[^>]*>(?:<(\w+) message="([^"]*)")?/g)].map(
      ([, ...parts]) => parts,
    );
    expect(cases).toEqual([
      ['INC0010001', 'failure', 'Not passed: 38.1%, pass mark 90%'],
      ['INC0010002', 'skipped', 'Open: 76.2% to 100.0%'],
      ['INC0010003', 'failure', 'Automatic fail: 0.0%, pass mark 90%'],
      ['INC0010004', 'error', 'Broken record.'],
    ]);
  });

  test('counts a ticket that passes as a test that does', async () => {
    const { ticket, scorecard } = middling();
    const xml = await writeStream(junit, { cards: [{ ticket, scorecard: { ...scorecard, passed: true } }] });
    expect(xml).toMatch(/tests="1" failures="0" errors="0" skipped="0"/);
    expect(xml).toMatch(/<testcase name="INC0010001" classname="[^"]*"\/>/);
  });

  test.each(ATTACKS)('stays well formed, whatever a text says: %j', async (attack) => {
    const attacked = attackedRun(attack);
    const xml = await writeStream(junit, { ...attacked, cards: [attacked], failures: [attacked.failure] });
    expect(xml.replace(/<\/?[a-z]+(?: [a-z]+="[^"<>&]*(?:&#?\w+;[^"<>&]*)*")*\/?>|<\?xml[^<>]*\?>/g, '')).not.toMatch(
      /[<>]/,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('markdown', () => {
  test('tells the run in short, in the numbers of the summary', async () => {
    const text = await writeStream(markdown, input);
    expect(text).toContain('## Incident logging: 0.0% passed');
    expect(text).toContain('3 tickets, 2 with a score, 0 passed · mean score 19.1% · 1 automatic fail');
    expect(text).toContain('| Caller validation | 15 | — | 1 |');
    expect(text).toContain('- INC0010004: Broken record.');
  });

  test('says where a run was stopped', async () => {
    const text = await writeStream(markdown, { cards, outcome: { ...outcome, interrupted: true } });
    expect(text).toContain('**This run was stopped before its last ticket.**');
  });

  test.each(ATTACKS)('mentions, links and formats nothing that a text says: %j', async (attack) => {
    const attacked = attackedRun(attack);
    const summed = { ...outcome, summary: attacked.summary };
    const text = await writeStream(markdown, {
      ...attacked,
      cards: [attacked],
      failures: [attacked.failure],
      outcome: summed,
    });
    const outsideOfCode = text.replace(/`[^`\n]*`/g, '');
    expect(outsideOfCode).not.toMatch(/<[a-z/!]|@\w|\]\(|:\/\//i);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });
});
