import { describe, expect, test } from 'vitest';
import { createProgress, progressLine } from './progress.ts';

function fakeStream(isTTY: boolean) {
  const written: string[] = [];
  return {
    written,
    stream: { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WritableStream,
  };
}

describe('the progress line', () => {
  test.each([
    ['knows the end', 2_500, 10_000, 5, '  2,500 of 10,000 tickets  25%  500/s  15 s left'],
    ['says minutes', 10, 10_000, 10, '  10 of 10,000 tickets  0%  1/s  2 h 46 min left'],
    ['says nothing of the end where nobody knows it', 1, undefined, 2, '  1 ticket  0.5/s'],
    ['says nothing of the end once it is passed', 20, 10, 1, '  20 tickets  20/s'],
    ['does not divide by no time', 0, 10, 0, '  0 of 10 tickets  0%'],
  ])('%s', (_what, done, total, seconds, expected) => {
    expect(progressLine(done, total, seconds)).toBe(expected);
  });

  test('is drawn on a terminal, not more often than people can read, and taken away at the end', () => {
    const { stream, written } = fakeStream(true);
    let time = 0;
    const progress = createProgress(stream, true, () => time);
    for (time = 0; time < 1_000; time += 10) progress.tick(1);
    progress.stop();
    expect(written).toHaveLength(11);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  test('says what was spent', () => {
    const { stream, written } = fakeStream(true);
    createProgress(stream, true).tick(3, '$0.0421');
    expect(written[0]).toMatch(/3 tickets.*\$0\.0421$/);
  });

  test('is not drawn once it is taken away, nor where nobody wants it', () => {
    const { stream, written } = fakeStream(true);
    const progress = createProgress(stream, true);
    progress.stop();
    progress.tick(1);
    createProgress(stream, false).note('reading');
    expect(written).toEqual([]);
  });

  test('is not drawn in a pipe', () => {
    const { stream, written } = fakeStream(false);
    const progress = createProgress(stream, true);
    progress.tick(1);
    progress.stop();
    expect(written).toEqual([]);
  });
});
