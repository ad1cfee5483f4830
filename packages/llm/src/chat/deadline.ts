/** The time for an attempt is over. */
export class DeadlineError extends Error {}

/**
 * Runs something that must end within a time and with a signal, whatever it waits for: it is told to stop, and is not waited
 * for beyond.
 * @throws {DeadlineError} @throws the signal's reason.
 */
export async function withDeadline<Value>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const stop = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => controller.abort(new DeadlineError()), timeoutMs);
  outer?.addEventListener('abort', stop, { once: true });
  try {
    const stopped = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
    });
    return await Promise.race([run(controller.signal), stopped]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
  }
}
