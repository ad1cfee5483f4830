import { describe, expect, test } from 'vitest';
import { markdownTable, markdownText } from './markdown-text.ts';

describe('text in Markdown', () => {
  test.each([
    ['Missing: contact number (home)', 'Missing: contact number (home)'],
    ['a*b_c|d', 'a\\*b\\_c\\|d'],
    ['- no list', '\\- no list'],
    ['1. no list', '\\1. no list'],
    ['1.0.0', '1.0.0'],
    ['two\nlines', 'two lines'],
  ])('%j is written as %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  test.each([
    '@everyone',
    'see #12',
    '<b>bold</b>',
    '[x](https://example.invalid)',
    'https://example.invalid',
    'www.example.invalid',
    '&lt;',
  ])('%j mentions nobody and links nowhere', (text) => {
    expect(markdownText(text)).toBe(`\`${text}\``);
  });

  test('nothing ends the code that it stands in, nor the cell', () => {
    expect(markdownText('a`@b|c')).toBe("`a'@b\\|c`");
  });
});

test('a table sets numbers to the right', () => {
  expect(markdownTable([{ title: 'Name' }, { title: 'n', isNumber: true }], [['a', '1']])).toBe(
    '| Name | n |\n| --- | ---: |\n| a | 1 |',
  );
});
