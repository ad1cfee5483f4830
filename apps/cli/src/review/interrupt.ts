import { ExitCode } from '../exit-code.ts';

/** Listens for Ctrl-C while a run goes on. */
export interface Interrupt {
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** Aborted a while after that: what is still in flight then, nobody waits for. */
  readonly deadline: AbortSignal;
  /** Does what the first Ctrl-C does. */
  stop(): void;
  /** Gives the keys back. */
  dispose(): void;
}

/** What was asked for is paid for, and mostly answered within seconds. */
const PATIENCE_MS = 5_000;

/** The first Ctrl-C (or polite kill) asks the run to come to an end, the second one ends the process at once. */
export function listenForInterrupt(onFirst: () => void): Interrupt {
  const controller = new AbortController();
  const deadline = new AbortController();
  const listener = () => {
    if (controller.signal.aborted) process.exit(ExitCode.interrupted);
    controller.abort();
    setTimeout(() => deadline.abort(), PATIENCE_MS).unref();
    onFirst();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, listener);
  return {
    signal: controller.signal,
    deadline: deadline.signal,
    stop() {
      if (!controller.signal.aborted) listener();
    },
    dispose() {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}
