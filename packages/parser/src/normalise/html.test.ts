import { expect, test } from 'vitest';
import { htmlToText, renderCodeBlocks } from './html.ts';

test.each([
  ['<p>One</p><p>Two</p>', 'One\nTwo'],
  ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
  ['<ul><li>One</li>\n <li>Two</li></ul>', 'One\nTwo'],
  ['<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>', 'A B\nC'],
  ['  a \r\n\t b  ', 'a b'],
  ['<b>bold</b>ly <i>said</i>', 'boldly said'],
  ['<a href="x>y">link</a>!', 'link!'],
  ['a &lt;b&gt; &amp;amp; &quot;c&quot; &#233;&#xe9;&eacute;&nbsp;d', 'a <b> &amp; "c" ééé d'],
  ['&unknown; &#0; &#xD800; &', '&unknown; &#0; &#xD800; &'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['a<!-- hidden --> b', 'a b'],
  ['<style>p { color: red }</style><script>alert(1)</script>seen', 'seen'],
  ['cut <b', 'cut <b'],
  ['', ''],
])('%j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test.each([
  ['a <b> &amp;', 'a <b> &amp;'],
  ['x [code]<b>y</b>[/code] z [code]<i>w</i>[/code]', 'x y z w'],
  ['x [code]<b>y</b>', 'x [code]<b>y</b>'],
])('only code blocks are HTML: %j', (text, expected) => {
  expect(renderCodeBlocks(text)).toBe(expected);
});
