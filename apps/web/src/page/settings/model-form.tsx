import { useState } from 'preact/hooks';
import { requests } from '../api/requests.ts';
import { ActionForm } from '../parts/action-form.tsx';
import { useApp } from '../state/app.ts';
import { useAction } from '../state/use-action.ts';
import { words } from '../words/index.ts';
import { FIELDS, modelSettings, type Provider, type Values } from './model-fields.ts';

const { settings } = words;

interface ModelFormProps {
  readonly onSaved: () => void;
  readonly onCancel: (() => void) | undefined;
}

/** Sets up a model for this session. The key leaves the form when it is sent. */
export function ModelForm({ onSaved, onCancel }: ModelFormProps) {
  const { session, setSession, announce } = useApp();
  const { addresses } = session.model;
  const providers: Provider[] = addresses.length > 0 ? ['openai', 'azure', 'compatible'] : ['openai', 'azure'];
  const [provider, setProvider] = useState<Provider>('openai');
  const [values, setValues] = useState<Values>({});
  const save = useAction(async () => {
    setSession(await requests.setModel(modelSettings(provider, values)));
    setValues({});
    announce(settings.saved);
    onSaved();
  });
  return (
    <ActionForm
      action={save}
      submit={save.isBusy ? settings.saving : settings.save}
      buttons={
        onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {words.cancel}
          </button>
        )
      }
    >
      <label class="field">
        <span>{settings.provider}</span>
        <select value={provider} onChange={(event) => setProvider(event.currentTarget.value as Provider)}>
          {providers.map((one) => (
            <option key={one} value={one}>
              {settings.providers[one]}
            </option>
          ))}
        </select>
        {provider === 'compatible' && (
          <span class="hint">
            {settings.compatibleText(addresses.map((one) => (one === '*' ? settings.anyAddress : one)).join(', '))}
          </span>
        )}
      </label>
      {FIELDS[provider].map(({ name, label, isRequired, isSecret = false, example = '' }) => (
        <label key={name} class="field">
          <span>{label}</span>
          <input
            {...(isSecret ? { type: 'password' } : { type: 'text' })}
            autocomplete="off"
            spellcheck={false}
            required={isRequired}
            placeholder={example}
            value={values[name] ?? ''}
            onInput={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
          />
          {isSecret && <span class="hint">{settings.keyNote}</span>}
        </label>
      ))}
    </ActionForm>
  );
}
