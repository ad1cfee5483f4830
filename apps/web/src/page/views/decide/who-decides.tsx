import { useState } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { words } from '../../words/index.ts';
import { NameDialog } from './name-dialog.tsx';

const { name: text, keys } = words.decide;

/** In whose name decisions are taken, and the way to the keys. */
export function WhoDecides({ showKeys }: { readonly showKeys: () => void }) {
  const { session } = useApp();
  const [isAsked, setAsked] = useState(false);
  return (
    <div class="who">
      <p class="muted">{session.name === null ? text.nobody : text.as(session.name)}</p>
      <p class="actions">
        {session.name !== null && (
          <button type="button" class="button button-quiet" onClick={() => setAsked(true)}>
            {text.change}
          </button>
        )}
        <button type="button" class="button button-quiet keys-button" onClick={showKeys}>
          {keys.show}{' '}
          <span class="key" aria-hidden="true">
            ?
          </span>
        </button>
      </p>
      {isAsked && <NameDialog onNamed={() => setAsked(false)} onClose={() => setAsked(false)} />}
    </div>
  );
}
