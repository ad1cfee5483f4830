import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packWords } from './pack-words.ts';
import { WordGraph } from './word-graph.ts';

const WORDS = ['receive', 'received', 'relieve', 'printer', "don't", 'café'];
const graph = new WordGraph(packWords(WORDS));

describe('how near a word is', () => {
  test.each([
    ['receive', 1, true],
    ['recieve', 1, true],
    ['recive', 1, true],
    ['rreceive', 1, true],
    ['eceive', 1, true],
    ['recvie', 1, false],
    ['recvie', 2, true],
    ['pinrter', 1, false],
    ['pinrter', 2, true],
    ['prniter', 1, true],
    ['dont', 1, true],
    ['', 1, false],
    ['x'.repeat(200), 2, false],
  ])('%s within %i: %s', (word, limit, near) => expect(graph.hasNear(word, limit, false)).toBe(near));

  test('may insist on the first letter', () => {
    expect(graph.hasNear('eceive', 1, true)).toBe(false);
    expect(graph.hasNear('reecive', 1, true)).toBe(true);
  });
});

describe('whether a word is known', () => {
  test.each(WORDS)('"%s" is', (word) => expect(graph.has(word)).toBe(true));

  test.each(['', 'rec', 'receives', 'Printer', 'ünder', '\u{1F600}'])('"%s" is not', (word) =>
    expect(graph.has(word)).toBe(false),
  );

  test('holds for any words, and for no other', () => {
    const word = fc.string({ minLength: 1, maxLength: 6, unit: 'binary' });
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (words, others) => {
        const packed = new WordGraph(packWords(words));
        for (const each of [...words, ...others]) expect(packed.has(each)).toBe(words.includes(each));
      }),
    );
  });

  test('no words are no words', () => {
    const empty = new WordGraph(packWords([]));
    expect(empty.has('a')).toBe(false);
    expect(empty.hasNear('a', 1, false)).toBe(false);
  });
});

test('like endings are kept once', () => {
  const stems = ['print', 'paint', 'point', 'mount', 'count'];
  const { edges } = packWords(stems.flatMap((stem) => ['', 'ed', 'ing', 's'].map((end) => stem + end)));
  const letters = stems.join('').length + 'eding'.length + 's'.length;
  expect(edges.length / 4).toBeLessThan(letters);
});

test('refuses what does not fit', () => {
  const alphabet = Array.from({ length: 256 }, (_, at) => String.fromCharCode(at + 97));
  expect(() => packWords(alphabet)).toThrow(new RangeError('The words do not fit into a word graph.'));
});
