import type { Context } from 'hono';
import { errorDetails, type Log } from '../log.ts';
import type { HttpEnvironment } from './environment.ts';

/**
 * A body that is read as fast as it is taken, from its first byte on. Where reading fails, the connection breaks off: half a file is not
 * to look like a whole one, and why it failed is for the log alone.
 */
export function streamBody(
  { env }: Context<HttpEnvironment>,
  pieces: AsyncGenerator<Uint8Array>,
  log: Log,
): ReadableStream<Uint8Array> {
  let isGone = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (isGone) return;
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (isGone) return;
          log.error('answer-broke', errorDetails(error));
          env.outgoing.destroy();
          controller.close();
        }
      },
      async cancel() {
        isGone = true;
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
