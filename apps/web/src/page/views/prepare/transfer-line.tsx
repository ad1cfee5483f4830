import { fileSize } from '../../format.ts';
import type { Transfer, Transfers } from '../../state/transfers.ts';
import { words } from '../../words/index.ts';

interface TransferLineProps {
  readonly transfer: Transfer;
  readonly transfers: Transfers;
}

/** A file on its way, or one that did not arrive. */
export function TransferLine({ transfer, transfers }: TransferLineProps) {
  const { key, file, sent, state, failure } = transfer;
  const percent = file.size === 0 ? 0 : Math.floor((sent / file.size) * 100);
  return (
    <li class="file">
      <span class="file-name">{file.name}</span>
      <span class="muted file-fact">
        {state === 'failed'
          ? fileSize(file.size)
          : state === 'waiting'
            ? words.files.waiting
            : words.files.sending(percent)}
      </span>
      <span class="file-actions">
        {state === 'failed' && file.size > 0 && (
          <button
            type="button"
            class="button button-quiet"
            aria-label={words.files.retry(file.name)}
            onClick={() => transfers.retry(key)}
          >
            {words.tryAgain}
          </button>
        )}
        <button
          type="button"
          class="button button-quiet"
          aria-label={state === 'failed' ? words.files.remove(file.name) : words.files.cancel(file.name)}
          onClick={() => transfers.drop(key)}
        >
          {state === 'failed' ? words.remove : words.cancel}
        </button>
      </span>
      {state !== 'failed' && <progress class="file-progress" max={100} value={percent} aria-label={file.name} />}
      {failure && (
        <p class="note note-bad file-note" role="alert">
          <strong>{failure.message}</strong> {failure.hint}
        </p>
      )}
    </li>
  );
}
