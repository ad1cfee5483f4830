import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAscii85 } from './ascii85.ts';

/** As PDF writes it. */
function encode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.alloc(4);
    group.set(bytes.subarray(at, at + 4));
    let word = group.readUInt32BE();
    const digits: string[] = [];
    for (let digit = 0; digit < 5; digit++) {
      digits.unshift(String.fromCharCode(33 + (word % 85)));
      word = Math.floor(word / 85);
    }
    const length = Math.min(4, bytes.length - at);
    text += length === 4 && word === 0 && digits.join('') === '!!!!!' ? 'z' : digits.slice(0, length + 1).join('');
  }
  return `${text.replace(/(.{40})/g, '$1\n')}~>`;
}

test('decodes what was encoded', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(decodeAscii85(encode(bytes))).toEqual(Buffer.from(bytes));
    }),
  );
  expect(decodeAscii85(encode(new Uint8Array(8)))).toEqual(Buffer.alloc(8));
});

test.each(['9jqo^', '9jq{^~>', 'uuuuu~>'])('finds damage in %s', (text) => {
  expect(decodeAscii85(text)).toBeUndefined();
});
