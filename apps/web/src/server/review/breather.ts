import { setImmediate } from 'node:timers/promises';

/** Others are served after so many milliseconds of reading. */
const BREATH_MS = 10;

/** For a long loop: what it waits for in every turn, so that nobody else waits for its end. */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < BREATH_MS) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
