import type { ComponentChildren } from 'preact';
import type { Told } from '../api/failure.ts';
import { words } from '../words/index.ts';

interface FailureNoteProps {
  readonly failure: Told | undefined;
  readonly again?: (() => void) | undefined;
  readonly children?: ComponentChildren;
}

/** Why something did not work, and what to do next. It is there before anything fails, so that screen readers tell of it. */
export function FailureNote({ failure, again, children }: FailureNoteProps) {
  return (
    <div role="alert">
      {failure && (
        <div class="note note-bad">
          <p>
            <strong>{failure.message}</strong> {failure.hint}
          </p>
          {(again || children) && (
            <p class="actions">
              {again && (
                <button type="button" class="button" onClick={again}>
                  {words.tryAgain}
                </button>
              )}
              {children}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
