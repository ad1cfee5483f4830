import { describe, expect, test } from 'vitest';
import { rowXml } from './cells.ts';

describe('a row', () => {
  test('keeps numbers numbers, moments moments, and nothing nothing', () => {
    expect(rowXml([1.5, new Date('2026-03-02T12:00:00Z'), null, ''])).toBe(
      '<row><c s="2"><v>1.5</v></c><c s="3"><v>46083.5</v></c><c/><c/></row>',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', "'=1", '\t=1'])('keeps %j a text', (text) => {
    const xml = rowXml([text]);
    expect(xml).toContain('t="inlineStr"');
    expect(xml).not.toContain('<f');
  });

  test('escapes markup and what looks like an escape of Excel', () => {
    expect(rowXml(['<v>&_x0041_'])).toContain('>&lt;v&gt;&amp;_x005F_x0041_</t>');
  });

  test('cuts what Excel would refuse', () => {
    const [, text = ''] = rowXml(['x'.repeat(40_000)]).match(/>(x.*?)<\/t>/) ?? [];
    expect(text).toHaveLength(32_767);
    expect(text.endsWith(' […]')).toBe(true);
  });
});
