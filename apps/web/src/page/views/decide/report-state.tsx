import { useEffect, useRef } from 'preact/hooks';
import type { Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { useApp } from '../../state/app.ts';
import { useAction } from '../../state/use-action.ts';
import { words } from '../../words/index.ts';

const { report: text } = words.decide;

interface ReportStateProps {
  readonly run: Run;
  readonly onChange: (run: Run) => void;
}

/** Whether the report shows what was decided, and the way to have it written at once. */
export function ReportState({ run, onChange }: ReportStateProps) {
  const { announce } = useApp();
  const { count, report } = run.decisions;
  const write = useAction(async () => onChange(await requests.writeReport(run.id)));
  const before = useRef(report);
  useEffect(() => {
    if (report === 'current' && before.current !== 'current') announce(text.written);
    before.current = report;
  }, [report]);
  if (count === 0) return null;
  const failure = write.failure ?? (report === 'failed' ? { message: text.failed, hint: text.failedHint } : undefined);
  return (
    <div class="report-state note-row">
      {report === 'writing' && <progress aria-label={text.writing} />}
      {report !== 'failed' && <p class={report === 'current' ? 'muted' : ''}>{text[report]}</p>}
      {report === 'stale' && (
        <button type="button" class="button" disabled={write.isBusy} onClick={() => write.run()}>
          {text.write}
        </button>
      )}
      <FailureNote failure={failure} again={() => write.run()} />
    </div>
  );
}
