import { useState } from 'preact/hooks';
import { FailureNote } from '../../parts/failure-note.tsx';
import { words } from '../../words/index.ts';
import type { ShownReport } from './use-report.ts';

/** The report itself. It is a page of no origin: it can run its own script and do nothing else. */
export function ReportFrame({ rubric, address, version, failure, again }: ShownReport) {
  // Whoever reads a page of it is not thrown back to the first one.
  const [shown, show] = useState(version);
  const title = rubric === undefined ? words.run.report : words.run.reportOf(rubric.title);
  return (
    <>
      <FailureNote failure={failure} again={again} />
      {version !== shown && (
        <div class="note note-good note-row" role="status">
          <p>{words.run.rewritten}</p>
          <button type="button" class="button" onClick={() => show(version)}>
            {words.run.showRewritten}
          </button>
        </div>
      )}
      <div class="frame">
        {address && (
          <iframe key={`${shown} ${address}`} src={address} title={title} sandbox="allow-scripts allow-popups" />
        )}
      </div>
    </>
  );
}
