import { useEffect } from 'preact/hooks';
import type { Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { isOver } from '../../state/run-feed.ts';

const ASK_MS = 1_000;

/** Follows a run whose report is written anew until it shows what people decided. */
export function useRewriting(run: Run | undefined, onChange: (run: Run) => void): void {
  const report = run?.decisions.report;
  const isAwaited = run !== undefined && isOver(run) && (report === 'stale' || report === 'writing');
  useEffect(() => {
    if (!isAwaited) return undefined;
    // A try that fails is followed by the next one.
    const timer = setInterval(() => void requests.run(run.id).then(onChange, () => {}), ASK_MS);
    return () => clearInterval(timer);
  }, [isAwaited, run?.id]);
}
