import { ExitCode } from '../exit-code.ts';

/** Listens for Ctrl-C while a run goes on. */
export interface Interrupt {
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** Does what the first Ctrl-C does. */
  stop(): void;
  /** Gives the keys back. */
  dispose(): void;
}

/** The first Ctrl-C (or polite kill) asks the run to come to an end, the second one ends the process at once. */
export function listenForInterrupt(onFirst: () => void): Interrupt {
  const controller = new AbortController();
  const listener = () => {
    if (controller.signal.aborted) process.exit(ExitCode.interrupted);
    controller.abort();
    onFirst();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, listener);
  return {
    signal: controller.signal,
    stop() {
      if (!controller.signal.aborted) listener();
    },
    dispose() {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}
