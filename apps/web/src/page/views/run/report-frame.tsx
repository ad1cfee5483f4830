import { FailureNote } from '../../parts/failure-note.tsx';
import { words } from '../../words/index.ts';
import type { ShownReport } from './use-report.ts';

/** The report itself. It is a page of no origin: it can run its own script and do nothing else. */
export function ReportFrame({ rubric, address, version, failure, again }: ShownReport) {
  const title = rubric === undefined ? words.run.report : words.run.reportOf(rubric.title);
  return (
    <>
      <FailureNote failure={failure} again={again} />
      <div class="frame">
        {address && (
          <iframe key={`${version} ${address}`} src={address} title={title} sandbox="allow-scripts allow-popups" />
        )}
      </div>
    </>
  );
}
