import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

test.each([
  ['zero-width characters', 'pass\u200bword\u200d\ufeff', 'password'],
  ['bidirectional controls', 'a\u202eb\u2066c\u2069', 'abc'],
  ['soft hyphens', 'pass\u00adword', 'password'],
  ['Unicode tags', 'a\u{e0069}\u{e0067}b', 'ab'],
  ['control characters', 'a\u0000b\u001b[31mc\u0085', 'ab[31mc'],
  ['variation selectors', 'a\ufe0fb', 'ab'],
])('takes %s out', (_, text, clean) => {
  expect(cleanText(text).text).toBe(clean);
});

test('keeps tabs, line ends, accents and everything that is drawn', () => {
  const text = 'a\tb\r\nc é ß 中 𝄞 👍 | “quoted”';
  expect(cleanText(text).text).toBe(text);
});

test('knows where every character came from', () => {
  const unit = fc.constantFrom('a', 'b', ' ', '\u200b', '\u202e', '\u{e0041}', '𝄞', '\n');
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const clean = cleanText(text);
      for (let at = 0; at < clean.text.length; at++)
        expect(text.charAt(clean.originalOffset(at))).toBe(clean.text.charAt(at));
      expect(clean.originalOffset(clean.text.length)).toBe(text.length);
    }),
  );
});
