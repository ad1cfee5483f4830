import { useState } from 'preact/hooks';
import type { Run } from '../../../api/index.ts';
import { Link } from '../../routing/link.tsx';
import { go } from '../../routing/use-route.ts';
import { isOver } from '../../state/run-feed.ts';
import { words } from '../../words/index.ts';
import { Downloads } from './downloads.tsx';
import type { ShownReport } from './use-report.ts';

/** What can be done with a report that is shown. */
export function ReportTools({ run, report }: { readonly run: Run; readonly report: ShownReport }) {
  const [isDownload, setDownload] = useState(false);
  const { rubric, ticket, address } = report;
  const to = { name: 'run', run: run.id, view: 'results' } as const;
  return (
    <div class="actions">
      {ticket !== undefined && (
        <Link class="button" to={{ ...to, rubric: run.rubrics.length > 1 ? rubric?.id : undefined }}>
          {isOver(run) ? words.run.backToReport : words.run.backToRun}
        </Link>
      )}
      {run.rubrics.length > 1 && (
        <select
          aria-label={words.run.chooseRubric}
          value={rubric?.id}
          onChange={(event) => go({ ...to, rubric: event.currentTarget.value, ticket })}
        >
          {run.rubrics.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
      {run.hasReport && (
        <button type="button" class="button button-main" onClick={() => setDownload(true)}>
          {words.run.download}
        </button>
      )}
      {address && (
        <a class="button" href={address} target="_blank" rel="noopener">
          {words.run.openInTab}
        </a>
      )}
      {isDownload && <Downloads run={run} rubric={rubric?.id} onClose={() => setDownload(false)} />}
    </div>
  );
}
