import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, sentencesOf } from './sentences.ts';

const cut = (text: string) =>
  blocksOf(text).flatMap((block) => sentencesOf(text, block).map(({ start, end }) => text.slice(start, end)));

describe('sentences', () => {
  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['The server is down.Not able to log in.', ['The server is down.', 'Not able to log in.']],
    ['See mail.example.com now. Thanks', ['See mail.example.com now.', 'Thanks']],
    ['Approx. 20 users, e.g. Ada, see no. 5.', ['Approx. 20 users, e.g. Ada, see no. 5.']],
    ['- first point\n* second point\n1. third', ['first point', 'second point', 'third']],
    ['Name: Ada\r\nLocation: Oslo\r\n', ['Name: Ada', 'Location: Oslo']],
    [
      'The user says that the printer that stands in the\ncorner does not print.',
      ['The user says that the printer that stands in the\ncorner does not print.'],
    ],
    ['Short line\nnext line', ['Short line', 'next line']],
    ['  \n\n ', []],
    ['Really?! Yes...', ['Really?!', 'Yes...']],
  ])('%j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  test('cuts endless text', () => {
    for (const sentence of cut(`${'word '.repeat(5000)}${'x'.repeat(5000)}`))
      expect(sentence.length).toBeLessThanOrEqual(2001);
  });

  test('never loses a letter, never overlaps', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '?', ' ', '\n', '-', '1', '\r', 'é') }), (text) => {
        const spans = blocksOf(text).flatMap((block) => sentencesOf(text, block));
        const covered = new Set(
          spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
        );
        expect(covered.size).toBe(spans.reduce((sum, { start, end }) => sum + end - start, 0));
        for (let index = 0; index < text.length; index++)
          if (/[aBé]/.test(text.charAt(index))) expect(covered.has(index)).toBe(true);
      }),
    );
  });
});
