import type { ComponentChildren } from 'preact';
import type { Action } from '../state/use-action.ts';
import { FailureNote } from './failure-note.tsx';

interface ActionFormProps {
  readonly action: Action<[]>;
  /** What the button says that does it. */
  readonly submit: string;
  readonly buttonClass?: string;
  readonly class?: string;
  /** Other buttons, behind it. */
  readonly buttons?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A form that does one thing, and says why that failed. */
export function ActionForm({
  action,
  submit,
  buttonClass = 'button button-main',
  class: formClass = 'form',
  buttons,
  children,
}: ActionFormProps) {
  return (
    <form
      class={formClass}
      onSubmit={(event) => {
        event.preventDefault();
        action.run();
      }}
    >
      {children}
      <FailureNote failure={action.failure} />
      <p class="actions">
        <button type="submit" class={buttonClass} disabled={action.isBusy}>
          {submit}
        </button>
        {buttons}
      </p>
    </form>
  );
}
