import { useState } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import { ActionForm } from '../parts/action-form.tsx';
import { useApp } from '../state/app.ts';
import { useAction } from '../state/use-action.ts';
import { words } from '../words/index.ts';

const { admin } = words.settings;

/** Asks for the administrator's token. */
export function AdminForm() {
  const { session, setSession } = useApp();
  const [token, setToken] = useState('');
  const unlock = useAction(async () => setSession(await requests.unlock(token.trim())));
  return (
    <section aria-labelledby="admin-title" class="form">
      <h3 id="admin-title">{admin.title}</h3>
      {session.admin ? (
        <p role="status">{admin.active}</p>
      ) : (
        <ActionForm action={unlock} submit={admin.submit} buttonClass="button">
          <p class="hint">{admin.text}</p>
          <label class="field">
            <span>{admin.token}</span>
            <input
              type="password"
              required
              autocomplete="off"
              value={token}
              onInput={(event) => setToken(event.currentTarget.value)}
            />
          </label>
        </ActionForm>
      )}
    </section>
  );
}
