import type { Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { runTitle } from '../../parts/run-summary.ts';
import { isOver } from '../../state/run-feed.ts';
import { useAction } from '../../state/use-action.ts';
import { words } from '../../words/index.ts';

interface DeleteRunProps {
  readonly run: Run;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Asks before a run is deleted. */
export function DeleteRun({ run, onClose, onDeleted }: DeleteRunProps) {
  const remove = useAction(async (close: () => void) => {
    await requests.deleteRun(run.id);
    close();
    onDeleted();
  });
  return (
    <Dialog title={words.runs.confirmTitle} onClose={onClose}>
      {(close) => (
        <>
          <p>
            {words.runs.confirm(runTitle(run))} {!isOver(run) && words.runs.confirmGoing}
          </p>
          <FailureNote failure={remove.failure} />
          <p class="actions">
            <button
              type="button"
              class="button button-danger"
              disabled={remove.isBusy}
              onClick={() => remove.run(close)}
            >
              {remove.isBusy ? words.runs.deleting : words.runs.delete}
            </button>
            <button type="button" class="button" onClick={close}>
              {words.cancel}
            </button>
          </p>
        </>
      )}
    </Dialog>
  );
}
