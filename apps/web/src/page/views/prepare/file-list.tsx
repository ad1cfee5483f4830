import type { Inspection, Upload, UploadedFile } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { fileSize, plural } from '../../format.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useApp } from '../../state/app.ts';
import { useStore } from '../../state/store.ts';
import type { Transfers } from '../../state/transfers.ts';
import { useAction } from '../../state/use-action.ts';
import { words } from '../../words/index.ts';
import { TransferLine } from './transfer-line.tsx';

interface FileListProps {
  readonly upload: string;
  readonly files: readonly UploadedFile[];
  readonly transfers: Transfers;
  readonly inspection: Inspection | undefined;
  readonly onAdd: (files: File[]) => void;
  readonly onChange: (upload: Upload) => void;
  readonly isLoading: boolean;
}

/** The files of an upload, and those on their way. */
export function FileList({ upload, files, transfers, inspection, onAdd, onChange, isLoading }: FileListProps) {
  const { announce } = useApp();
  const moving = useStore(transfers);
  useKeptFocus('#files', files.length, moving.length);
  const remove = useAction(async ({ id, name }: UploadedFile) => {
    onChange(await requests.removeFile(upload, id));
    announce(words.files.removed(name));
  });
  return (
    <section class="card" aria-labelledby="files">
      <div class="card-head">
        <h2 id="files" tabIndex={-1}>
          {words.files.title}
        </h2>
        <FileButton kind="" onFiles={onAdd}>
          {words.files.add}
        </FileButton>
      </div>
      {files.length + moving.length === 0 && (
        <p class="muted">{isLoading ? words.loading : `${words.files.none}. ${words.files.noneHint}`}</p>
      )}
      <ul class="lines">
        {files.map((file, place) => (
          <li key={`there-${file.id}`} class="file">
            <span class="file-name">{file.name}</span>
            <span class="muted file-fact">{factsOf(file, inspection, place, files.length)}</span>
            <button
              type="button"
              class="button button-quiet"
              aria-label={words.files.remove(file.name)}
              disabled={remove.isBusy}
              onClick={() => remove.run(file)}
            >
              {words.remove}
            </button>
          </li>
        ))}
        {moving.map((transfer) => (
          <TransferLine key={`moving-${transfer.key}`} transfer={transfer} transfers={transfers} />
        ))}
      </ul>
      <FailureNote failure={remove.failure} />
    </section>
  );
}

function factsOf(file: UploadedFile, inspection: Inspection | undefined, place: number, count: number): string {
  // The files of an inspection stand in the order of the upload; one of before has others.
  const found = inspection?.files.length === count ? inspection.files[place] : undefined;
  const facts = [fileSize(file.bytes)];
  if (found?.name === file.name) {
    if (found.format === null) facts.unshift(words.files.notExport);
    else facts.unshift(found.format.toUpperCase(), plural(found.tickets, 'ticket'));
  }
  return facts.join(' · ');
}
