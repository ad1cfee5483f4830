import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ApiFailure, asFailure } from '../api/failure.ts';

/** An answer that may not be there yet. */
export interface Answer<Value> {
  /** The last one; it stays while the next one is on its way. */
  readonly value: Value | undefined;
  readonly failure: ApiFailure | undefined;
  readonly isBusy: boolean;
  /** Asks once more. */
  readonly again: () => void;
  /** Puts something in its place that is known to be so. */
  readonly put: (value: Value) => void;
}

/**
 * Asks when it is shown, and whenever `key` changes.
 * @param key Undefined: there is nothing to ask.
 */
export function useAnswer<Value>(
  key: string | undefined,
  ask: (signal: AbortSignal) => Promise<Value>,
  delayMs = 0,
): Answer<Value> {
  const [value, put] = useState<Value>();
  const [failure, setFailure] = useState<ApiFailure>();
  const [round, setRound] = useState(0);
  const question = key === undefined ? undefined : `${round} ${key}`;
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    if (question === undefined) return undefined;
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await ask(gone.signal);
        if (gone.signal.aborted) return;
        put(() => answer);
        setFailure(undefined);
      } catch (error) {
        if (gone.signal.aborted) return;
        setFailure(asFailure(error));
      }
      setSettled(question);
    }, delayMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [question]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { value, failure, isBusy: question !== undefined && settled !== question, again, put };
}
