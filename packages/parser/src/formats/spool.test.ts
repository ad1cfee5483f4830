import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Spool } from './spool.ts';

test('gives back what was put in, in memory or in a file, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 30 }),
      fc.nat(200),
      async (parts, memoryBytes) => {
        const spool = new Spool(memoryBytes);
        try {
          const places: [number, Uint8Array][] = [];
          for (const part of parts) {
            places.push([await spool.append(part), part]);
            const [start, bytes] = places[places.length >> 1] ?? [0, part];
            expect(Uint8Array.from(await spool.read(start, bytes.length))).toEqual(bytes);
          }
          for (const [start, bytes] of places.reverse()) {
            expect(Uint8Array.from(await spool.read(start, bytes.length))).toEqual(bytes);
          }
          const all: Uint8Array[] = [];
          for await (const chunk of spool.chunks()) all.push(Uint8Array.from(chunk));
          expect(Buffer.concat(all)).toEqual(Buffer.concat(parts));
          expect(spool.size).toBe(Buffer.concat(parts).length);
        } finally {
          await spool.close();
        }
      },
    ),
    { numRuns: 60 },
  );
});

test.skipIf(process.platform === 'win32')('leaves no file behind, not even while it is open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spool-'));
  const spool = new Spool(10, folder);
  await spool.append(new Uint8Array(100));
  expect(readdirSync(folder)).toEqual([]);
  expect(await spool.read(50, 50)).toHaveLength(50);
  await spool.close();
  rmSync(folder, { recursive: true });
});

test('says what to do where it cannot write', async () => {
  const spool = new Spool(10, join(tmpdir(), 'no-such-folder'));
  await expect(spool.append(new Uint8Array(100))).rejects.toMatchObject({
    code: 'spool-write',
    hint: expect.stringContaining('TMPDIR'),
  });
  await spool.close();
});
