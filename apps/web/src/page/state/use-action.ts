import { useState } from 'preact/hooks';
import { type ApiFailure, asFailure } from '../api/failure.ts';

/** Something that a person does, and that may fail. */
export interface Action<Input extends unknown[]> {
  readonly run: (...input: Input) => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | undefined;
}

/** Runs it once at a time, and keeps why it failed. */
export function useAction<Input extends unknown[]>(work: (...input: Input) => Promise<void>): Action<Input> {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const run = async (...input: Input) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await work(...input);
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy, failure };
}
