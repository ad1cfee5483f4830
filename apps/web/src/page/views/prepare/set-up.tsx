import type { Session } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { go } from '../../routing/use-route.ts';
import { useApp } from '../../state/app.ts';
import { type Choices, changesIn, mistakesIn, settingsOf } from '../../state/choices.ts';
import { useAction } from '../../state/use-action.ts';
import { words } from '../../words/index.ts';
import { Estimate } from './estimate.tsx';
import { JudgeChoice } from './judge-choice.tsx';
import { Options } from './options.tsx';

interface SetUpProps {
  readonly upload: string;
  readonly choices: Choices;
  readonly change: (some: Partial<Choices>) => void;
  /** Undefined: not known yet. */
  readonly tickets: number | undefined;
  readonly isMoving: boolean;
  readonly hasFiles: boolean;
  readonly model: Session['model']['current'];
}

/** How the files are to be reviewed, and the button that starts it. */
export function SetUp({ upload, choices, change, tickets, isMoving, hasFiles, model }: SetUpProps) {
  const { catalogue } = useApp();
  const mistakes = mistakesIn(choices);
  const start = useAction(async () => {
    const run = await requests.start({ upload, settings: settingsOf(choices) });
    go({ name: 'run', run: run.id, view: 'results' });
  });
  const isSelection =
    choices.which !== 'all' || choices.since !== '' || choices.until !== '' || choices.where.trim() !== '';
  const isReady = hasFiles && !isMoving && tickets !== 0 && mistakes.length === 0;
  const toggle = (id: string, isOn: boolean) =>
    change({
      rubrics: catalogue.rubrics
        .map((rubric) => rubric.id)
        .filter((known) => (known === id ? isOn : choices.rubrics.includes(known))),
    });
  return (
    <>
      <form
        id="set-up-form"
        class="card form set-up"
        aria-labelledby="set-up"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) start.run();
        }}
      >
        <h2 id="set-up">{words.prepare.setUp}</h2>
        <fieldset>
          <legend>{words.prepare.rubrics}</legend>
          <p class="hint">
            {mistakes.includes('rubrics') ? (
              <strong class="warn">{words.prepare.noRubric}</strong>
            ) : (
              words.prepare.rubricsHint
            )}
          </p>
          <div class="choices">
            {catalogue.rubrics.map(({ id, title, description }) => (
              <label key={id} class="choice">
                <input
                  type="checkbox"
                  checked={choices.rubrics.includes(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
                <span>
                  <span class="choice-title">{title}</span>
                  <span class="hint">{description}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <label class="field">
          <span>{words.prepare.profile}</span>
          <select value={choices.profile} onChange={(event) => change({ profile: event.currentTarget.value })}>
            {catalogue.profiles.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <span class="hint">
            {catalogue.profiles.find(({ id }) => id === choices.profile)?.description ?? words.prepare.profileHint}
          </span>
        </label>
        <JudgeChoice choices={choices} change={change} />
        <details class="options">
          <summary>
            {words.prepare.options}
            {changesIn(choices) > 0 && <span class="tag">{words.prepare.optionsChanged(changesIn(choices))}</span>}
          </summary>
          <Options choices={choices} change={change} mistakes={mistakes} />
        </details>
      </form>
      <div class="card go">
        {choices.judge === 'model' && model !== null && (
          <Estimate upload={upload} choices={choices} isReady={isReady && tickets !== undefined} />
        )}
        <FailureNote failure={start.failure} />
        <button
          type="submit"
          form="set-up-form"
          class="button button-main button-large"
          disabled={!isReady || start.isBusy}
        >
          {start.isBusy
            ? words.prepare.starting
            : isSelection
              ? words.prepare.startSelected
              : words.prepare.start(tickets ?? null)}
        </button>
        {isMoving && <p class="hint">{words.prepare.waiting}</p>}
      </div>
    </>
  );
}
