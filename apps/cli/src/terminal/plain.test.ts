import { describe, expect, test } from 'vitest';
import { plain, plainCut, plainLines } from './plain.ts';

describe('text of unknown origin on a terminal', () => {
  test.each([
    ['colour and cursor sequences', '\u001b[31mred\u001b[2J', '\\x1b[31mred\\x1b[2J'],
    ['a window title sequence', '\u001b]0;gotcha\u0007', '\\x1b]0;gotcha\\x07'],
    ['the one-character form of the same', '\u009b31m', '\\x9b31m'],
    ['line breaks that forge a line', 'INC1\r\nerror: all is lost', 'INC1\\x0d\\x0aerror: all is lost'],
    ['marks that turn the reading direction', 'a\u202egpj.exe', 'a\\u202egpj.exe'],
    ['nothing in ordinary text', 'Zoë – 日本 👩‍💻', 'Zoë – 日本 👩‍💻'],
  ])('shows %s', (_what, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test('keeps the line breaks of a message, and nothing else', () => {
    expect(plainLines('two\nlines\r\u001b')).toBe('two\nlines\\x0d\\x1b');
  });

  test('cuts by characters, never through one', () => {
    expect(plainCut('👍👍👍👍', 3)).toBe('👍👍…');
    expect(plainCut('abc', 3)).toBe('abc');
  });
});
