import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiFailure } from '../../api/failure.ts';
import { requests } from '../../api/requests.ts';
import { ActionForm } from '../../parts/action-form.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useApp } from '../../state/app.ts';
import { useAction } from '../../state/use-action.ts';
import { words } from '../../words/index.ts';

const { name: text } = words.decide;

interface NameDialogProps {
  readonly onNamed: () => void;
  readonly onClose: () => void;
}

/** Asks who decides in this session. */
export function NameDialog({ onNamed, onClose }: NameDialogProps) {
  const { session, setSession, announce } = useApp();
  const [name, setName] = useState(session.name ?? '');
  const field = useRef<HTMLInputElement>(null);
  // The dialog is open by now: what stands in it is told first.
  useEffect(() => field.current?.focus(), []);
  const save = useAction(async () => {
    if (name.trim() === '') throw new ApiFailure('empty', { message: text.empty });
    setSession(await requests.setName(name));
    announce(text.kept);
    onNamed();
  });
  return (
    <Dialog title={text.title} onClose={onClose}>
      {() => (
        <ActionForm action={save} submit={text.submit}>
          <p>{text.text}</p>
          <label class="field">
            <span>{text.label}</span>
            <input
              ref={field}
              autocomplete="name"
              maxLength={100}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
        </ActionForm>
      )}
    </Dialog>
  );
}
