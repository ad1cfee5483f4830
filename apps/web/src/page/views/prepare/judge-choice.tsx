import { useApp } from '../../state/app.ts';
import type { Choices } from '../../state/choices.ts';
import { words } from '../../words/index.ts';

interface JudgeChoiceProps {
  readonly choices: Choices;
  readonly change: (some: Partial<Choices>) => void;
}

/** Who judges: rules, or a model. */
export function JudgeChoice({ choices, change }: JudgeChoiceProps) {
  const { session, openSettings } = useApp();
  const { current, mayChange } = session.model;
  const { prepare } = words;
  const missing = mayChange ? prepare.modelMissing : prepare.modelNever;
  return (
    <fieldset>
      <legend>{prepare.judge}</legend>
      <div class="choices">
        <label class="choice">
          <input
            type="radio"
            name="judge"
            checked={choices.judge === 'offline' || current === null}
            onChange={() => change({ judge: 'offline' })}
          />
          <span>
            <span class="choice-title">{prepare.offline}</span>
            <span class="hint">{prepare.offlineText}</span>
          </span>
        </label>
        <label class={`choice${current === null ? ' is-off' : ''}`}>
          <input
            type="radio"
            name="judge"
            disabled={current === null}
            checked={choices.judge === 'model' && current !== null}
            onChange={() => change({ judge: 'model' })}
          />
          <span>
            <span class="choice-title">{prepare.model}</span>
            <span class="hint">{current === null ? missing : prepare.modelText(current.model, current.host)}</span>
          </span>
        </label>
      </div>
      {current === null && mayChange && (
        <button type="button" class="button button-quiet" onClick={openSettings}>
          {prepare.setUpModel}
        </button>
      )}
    </fieldset>
  );
}
