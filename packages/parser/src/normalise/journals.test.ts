import { describe, expect, test } from 'vitest';
import { isCommentKind, parseJournal } from './journals.ts';

const entries = (text: string) => parseJournal(text).map(({ entry }) => entry);

describe('headers', () => {
  test.each([
    ['2022-11-21 22:50:34 - Ann Lee (Work notes)', '2022-11-21 22:50:34', 'Ann Lee'],
    ['2022-11-21 22:50:34 - Ann Lee (Additional comments)', '2022-11-21 22:50:34', 'Ann Lee'],
    ['13-Jul-2026 10:29:21 - Ann Lee (Work notes)', '13-Jul-2026 10:29:21', 'Ann Lee'],
    ['07/13/2026 10:29:21 AM - Ann Lee (Work notes)', '07/13/2026 10:29:21 AM', 'Ann Lee'],
    ['12/16/2025 11:45 PM - Ann Lee (Work notes)', '12/16/2025 11:45 PM', 'Ann Lee'],
    ['13.07.2026 10:29:21 - Ann Lee (Arbeitsnotizen)', '13.07.2026 10:29:21', 'Ann Lee'],
    ['13-févr.-2026 10:29:21 - Ann Lee (Notes de travail)', '13-févr.-2026 10:29:21', 'Ann Lee'],
    [
      '2026-03-27 08:48:36 Pacific Daylight Time - Ann Lee (Work notes)',
      '2026-03-27 08:48:36 Pacific Daylight Time',
      'Ann Lee',
    ],
    [
      '2026-03-27 08:48:36 - Lee, Ann - IT (Contractor) (Work notes)',
      '2026-03-27 08:48:36',
      'Lee, Ann - IT (Contractor)',
    ],
    ['2026-03-27 08:48:36 - System Administrator (Work notes)  ', '2026-03-27 08:48:36', 'System Administrator'],
  ])('%s', (header, at, author) => {
    for (const lineBreak of ['\n', '\r\n']) {
      expect(entries(`${header}${lineBreak}Done${lineBreak}${lineBreak}`)).toEqual([
        { text: 'Done', author, at: { text: at } },
      ]);
    }
  });

  test.each([
    '2022-11-21 22:50:34 - rebooted',
    '2022-11-21 - Ann Lee (Work notes)',
    'Ann Lee (Work notes)',
    '10.20.30.40 - ping failed (timeout)',
    '  2022-11-21 22:50:34 - Ann Lee (Work notes)',
  ])('no header: %s', (line) => {
    expect(entries(`${line}\nDone`)).toEqual([{ text: line.startsWith(' ') ? `${line}\nDone` : `${line}\nDone` }]);
  });

  test('another language is told by the first header, also below blank lines', () => {
    const text = '\n\n13.07.2026 10:29:21 - A (Arbeitsnotizen)\nZwei\n\n12.07.2026 10:29:21 - B (Arbeitsnotizen)\nEins';
    expect(entries(text).map((entry) => entry.text)).toEqual(['Zwei', 'Eins']);
  });

  test('a line of prose that looks like a header stays in its entry', () => {
    const text = '2022-11-21 22:50:34 - Ann Lee (Work notes)\n2022-11-21 22:40:00 - ping failed (timeout)\nDone';
    expect(entries(text).map((entry) => entry.text)).toEqual(['2022-11-21 22:40:00 - ping failed (timeout)\nDone']);
  });
});

test.each<[string, string, string[]]>([
  ['blank', ' \r\n', []],
  ['no header at all', 'First line\n\nSecond', ['First line\n\nSecond']],
  [
    'blank lines within entries, newest first',
    '2026-01-02 10:00:00 - A (Work notes)\nOne\n\nstill one\n\n2026-01-01 10:00:00 - B (Work notes)\r\nTwo\r\n\r\n',
    ['One\n\nstill one', 'Two'],
  ],
  ['text before the first header', 'Before\n2026-01-01 10:00:00 - B (Work notes)\nTwo', ['Before', 'Two']],
  ['an entry without text', '2026-01-01 10:00:00 - B (Work notes)\n\n', ['']],
  [
    'exact duplicates once, equal texts at other times twice',
    `${'2026-01-01 10:00:00 - B (Work notes)\nTwo\n\n'.repeat(2)}2026-01-01 10:00:01 - B (Work notes)\nTwo\n\n`,
    ['Two', 'Two'],
  ],
  ['leading spaces of a text stay', '2026-01-01 10:00:00 - B (Work notes)\n  indented\n', ['  indented']],
  [
    'HTML',
    '2026-01-01 10:00:00 - B (Work notes)\nSee [code]<p>One &amp; two</p><p>three</p>[/code] end',
    ['See One & two\nthree end'],
  ],
])('%s', (_, text, expected) => {
  expect(entries(text).map((entry) => entry.text)).toEqual(expected);
});

test.each([
  ['Additional comments', true],
  ['Additional comments (Customer visible)', true],
  ['Comments', true],
  ['Zusätzliche Kommentare', true],
  ['Commentaires supplémentaires', true],
  ['Work notes', false],
  ['Arbeitsnotizen', false],
  [undefined, false],
])('%s is read by the caller: %s', (kind, expected) => {
  expect(isCommentKind(kind)).toBe(expected);
});

test.each([
  ['digits', '1'.repeat(100_000)],
  ['headers', '2026-01-01 10:00:00 - B (Work notes)\n'.repeat(2_700)],
  ['almost headers', `2026-01-01 10:00:00 - ${'('.repeat(250)}\n`.repeat(360)],
  ['lines', '\n'.repeat(100_000)],
  ['open code', '[code]'.repeat(17_000)],
  ['open tags', `[code]${'<a '.repeat(33_000)}[/code]`],
  ['brackets', `[code]${'<'.repeat(100_000)}[/code]`],
  ['quotes', `[code]${'<a ="'.repeat(20_000)}>[/code]`],
  ['comments', `[code]${'<!--'.repeat(25_000)}[/code]`],
  ['scripts', `[code]${'<script>'.repeat(12_500)}[/code]`],
  ['entities', `[code]${'&'.repeat(100_000)}[/code]`],
])('100 kB of %s end', (_, text) => {
  expect(parseJournal(text).length).toBeLessThanOrEqual(2);
});
