import { useState } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { useApp } from '../state/app.ts';
import { useAction } from '../state/use-action.ts';
import { words } from '../words/index.ts';
import { AdminForm } from './admin-form.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { ModelForm } from './model-form.tsx';

const { settings } = words;

interface SettingsDialogProps {
  /** The address asks for an administrator's form. */
  readonly askForAdmin: boolean;
  readonly onClose: () => void;
}

/** Which model judges in this session, and whether it answers. */
export function SettingsDialog({ askForAdmin, onClose }: SettingsDialogProps) {
  const { catalogue, session, setSession } = useApp();
  const { current, mayChange } = session.model;
  const [isChanging, setChanging] = useState(false);
  const forget = useAction(async () => setSession(await requests.forgetModel()));
  const isForm = mayChange && (isChanging || current === null);
  useKeptFocus('dialog h2', current, isForm, session.admin);
  return (
    <Dialog title={settings.title} onClose={onClose}>
      {() => (
        <div class="stack">
          <section aria-labelledby="model-title" class="form">
            <h3 id="model-title">{settings.model}</h3>
            {current === null ? (
              <div>
                <p>
                  <strong>{settings.none}</strong>
                </p>
                <p class="hint">{settings.noneText}</p>
              </div>
            ) : (
              <div>
                <p>
                  <strong>{current.model}</strong>{' '}
                  <span class="muted">{`${settings.providers[current.provider]} · ${current.host}`}</span>
                </p>
                <p class="hint">
                  {current.origin === 'server' ? (
                    <>
                      <span class="chip toned tone-good">{settings.server}</span> {settings.serverText}
                    </>
                  ) : (
                    <>
                      <span class="chip toned tone-good">{settings.session}</span> {settings.sessionText}
                    </>
                  )}
                </p>
              </div>
            )}
            {current !== null && !isForm && (
              <>
                <ConnectionTest key={`${current.model} ${current.host}`} />
                {mayChange && (
                  <p class="actions">
                    <button type="button" class="button" onClick={() => setChanging(true)}>
                      {settings.change}
                    </button>
                    {current.origin === 'session' && (
                      <button
                        type="button"
                        class="button button-quiet"
                        disabled={forget.isBusy}
                        onClick={() => forget.run()}
                      >
                        {settings.forget}
                      </button>
                    )}
                  </p>
                )}
                <FailureNote failure={forget.failure} />
              </>
            )}
            {isForm && (
              <ModelForm
                onSaved={() => setChanging(false)}
                onCancel={current === null ? undefined : () => setChanging(false)}
              />
            )}
          </section>
          {askForAdmin && <AdminForm />}
          <p class="hint">{settings.version(catalogue.version)}</p>
        </div>
      )}
    </Dialog>
  );
}
