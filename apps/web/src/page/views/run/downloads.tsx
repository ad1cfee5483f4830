import type { Run } from '../../../api/index.ts';
import { downloadAddress } from '../../api/requests.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useApp } from '../../state/app.ts';
import { words } from '../../words/index.ts';

interface DownloadsProps {
  readonly run: Run;
  /** The rubric whose report is wanted. */
  readonly rubric: string | undefined;
  readonly onClose: () => void;
}

/** The report in every format. */
export function Downloads({ run, rubric, onClose }: DownloadsProps) {
  const { catalogue } = useApp();
  const title = run.rubrics.find(({ id }) => id === rubric)?.title;
  return (
    <Dialog title={words.run.downloadTitle} onClose={onClose}>
      {() => (
        <>
          {run.rubrics.length > 1 && <p>{title}</p>}
          <ul class="lines downloads">
            {catalogue.formats.map(({ id, description, archive }) => (
              <li key={id}>
                <a href={downloadAddress(run.id, id, rubric)} download>
                  {archive ? words.run.archive(nameOf(id)) : nameOf(id)}
                </a>
                <span class="muted">{description}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

const nameOf = (format: string) => words.run.formats[format] ?? format;
