import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeXml } from './escape-xml.ts';

test('what opens, ends or refers becomes text', () => {
  expect(escapeXml('<a b="c">&amp;\'</a>')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;amp;&apos;&lt;/a&gt;');
});

test('line ends and tabs survive in an attribute', () => {
  expect(escapeXml('a\r\n\tb')).toBe('a&#13;&#10;&#9;b');
});

test('what XML cannot hold becomes the replacement character', () => {
  expect(escapeXml('a\u0000b\u001bc\ud800d\udc00e\uffff')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\ufffd');
  expect(escapeXml('\ud83d\ude00 é 漢')).toBe('\ud83d\ude00 é 漢');
});

test('nothing comes out that could be markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeXml(text)).toMatch(/^(?:[^<>"'&]|&(?:amp|lt|gt|quot|apos|#9|#10|#13);)*$/u);
    }),
  );
});
