import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible, visibleLine } from './visible.ts';

describe('visible', () => {
  test.each([
    ['plain text, ümlauts, 日本語 and emoji 🚢', 'plain text, ümlauts, 日本語 and emoji 🚢'],
    ['a\tb\nc', 'a\tb\nc'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['\u001b[31mred', '␛[31mred'],
    ['nul\0', 'nul␀'],
    ['\u007f', '␡'],
    ['\u009b31m', '⟦U+009B⟧31m'],
    ['\u202Etxt.exe', '⟦U+202E⟧txt.exe'],
    ['pass\u200Bword', 'pass⟦U+200B⟧word'],
    ['\uFEFFx', '⟦U+FEFF⟧x'],
    ['\u{E0041}', '⟦U+E0041⟧'],
    ['lone \uD800 and \uDC00', 'lone \uFFFD and \uFFFD'],
    ['👩\u200D💻', '👩\u200D💻'],
    ['a\u200D💻', 'a⟦U+200D⟧💻'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('leaves nothing that hides or reorders text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(
          // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
        );
        expect(visible(text).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('visibleLine', () => {
  test('is one line, cut between whole characters', () => {
    expect(visibleLine(' a\nb\tc ', 10)).toBe('a b c');
    expect(visibleLine('🚢🚢🚢🚢', 3)).toBe('🚢🚢…');
    expect(visibleLine('abc', 3)).toBe('abc');
  });
});
