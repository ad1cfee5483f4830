import { useState } from 'preact/hooks';
import { ApiFailure } from '../api/failure.ts';
import { ActionForm } from '../parts/action-form.tsx';
import { Title } from '../parts/title.tsx';
import { useAction } from '../state/use-action.ts';
import { words } from '../words/index.ts';

/** Asks for the server's access token. */
export function SignIn({ signIn }: { readonly signIn: (token: string) => Promise<void> }) {
  const [token, setToken] = useState('');
  const action = useAction(async () => {
    const given = token.trim();
    if (given === '') throw new ApiFailure('empty', { message: words.signIn.empty });
    await signIn(given);
  });
  return (
    <ActionForm action={action} submit={words.signIn.submit} class="lone card form">
      <Title text={words.signIn.title} />
      <p>{words.signIn.text}</p>
      <label class="field">
        <span>{words.signIn.token}</span>
        <input
          type="password"
          autocomplete="current-password"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </label>
    </ActionForm>
  );
}
