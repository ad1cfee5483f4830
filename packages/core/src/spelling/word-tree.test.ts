import { expect, test } from 'vitest';
import { WordTree } from './word-tree.ts';

const tree = new WordTree(['receive', 'received', 'relieve', 'printer', "don't", 'Oslo']);

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
  ['dont', 1, false],
  ['oslo', 1, false],
  ['', 1, false],
  ['x'.repeat(200), 2, false],
])('%s within %i: %s', (word, limit, near) => expect(tree.hasNear(word, limit, false)).toBe(near));

test('may insist on the first letter', () => {
  expect(tree.hasNear('eceive', 1, true)).toBe(false);
  expect(tree.hasNear('reecive', 1, true)).toBe(true);
});
