import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextBuffer } from './text-buffer.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text)),
  fc.integer({ min: 0, max: 300_000 }).map((length) => 'ü'.repeat(length)),
);

test('what was added comes out in order as UTF-8, whenever it is flushed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(piece, fc.boolean()), { maxLength: 8 }), async (pieces) => {
      const buffer = new TextBuffer();
      const out: Buffer[] = [];
      const write = async (bytes: Uint8Array) => {
        await Promise.resolve();
        out.push(Buffer.from(bytes));
      };
      const flushes: Promise<void>[] = [];
      for (const [text, flush] of pieces) {
        buffer.add(text);
        // Not awaited: what follows must not run into what is being written.
        if (flush || buffer.isFull) flushes.push(buffer.flush(write));
      }
      await Promise.all(flushes);
      await buffer.flush(write);
      expect(Buffer.concat(out).equals(Buffer.concat(pieces.map(([text]) => Buffer.from(text as string))))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('nothing gathered, nothing written', async () => {
  const buffer = new TextBuffer();
  buffer.add('');
  await buffer.flush(() => Promise.reject(new Error('written')));
});
