import { useId } from 'preact/hooks';
import { languageName } from '../../format.ts';
import type { Choices, Mistake } from '../../state/choices.ts';
import { words } from '../../words/index.ts';

interface OptionsProps {
  readonly choices: Choices;
  readonly change: (some: Partial<Choices>) => void;
  readonly mistakes: readonly Mistake[];
}

const { prepare } = words;
const VOTES = [1, 3, 5] as const;
const STRATA = ['analyst', 'group', 'priority', 'contact-type'] as const;

/** Those of most readers, and of this browser. */
const LOCALES = [
  ...new Set(['en-US', 'en-GB', 'en-IN', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt-BR', 'sv', navigator.language]),
].filter((tag) => tag !== 'en');

/** What most people never need: which tickets, and how exactly. */
export function Options({ choices, change, mistakes }: OptionsProps) {
  const { which, count, since, until, where, locale, spelling, anonymize, judge, redact, votes, maxCost } = choices;
  const countMistake = useId();
  const daysMistake = useId();
  const whereNote = useId();
  const costMistake = useId();
  const wrong = (mistake: Mistake, id: string) =>
    mistakes.includes(mistake) ? ({ 'aria-invalid': true, 'aria-describedby': id } as const) : {};
  return (
    <div class="form">
      <fieldset>
        <legend>{prepare.which}</legend>
        <div class="inline">
          <select
            aria-label={prepare.which}
            value={which}
            onChange={(event) => change({ which: event.currentTarget.value as Choices['which'] })}
          >
            <option value="all">{prepare.all}</option>
            <option value="limit">{prepare.firstOnes}</option>
            <option value="sample">{prepare.sample}</option>
          </select>
          {which !== 'all' && (
            <>
              <input
                class="short"
                inputMode="numeric"
                aria-label={prepare.numberOf}
                value={count}
                {...wrong('count', countMistake)}
                onInput={(event) => change({ count: event.currentTarget.value.trim() })}
              />
              <span>{prepare.ticketsUnit}</span>
            </>
          )}
        </div>
        {mistakes.includes('count') && (
          <p id={countMistake} class="hint warn">
            {prepare.wrongNumber}
          </p>
        )}
      </fieldset>
      {which === 'sample' && <Sampling choices={choices} change={change} />}
      <div class="pair">
        <label class="field">
          <span>{prepare.since}</span>
          <input
            type="date"
            value={since}
            {...wrong('days', daysMistake)}
            onInput={(event) => change({ since: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{prepare.until}</span>
          <input
            type="date"
            value={until}
            {...wrong('days', daysMistake)}
            onInput={(event) => change({ until: event.currentTarget.value })}
          />
        </label>
      </div>
      {mistakes.includes('days') && (
        <p id={daysMistake} class="hint warn">
          {prepare.wrongDays}
        </p>
      )}
      <label class="field">
        <span>{prepare.where}</span>
        <textarea
          rows={3}
          spellcheck={false}
          placeholder={prepare.whereExample}
          value={where}
          {...wrong('where', whereNote)}
          onInput={(event) => change({ where: event.currentTarget.value })}
        />
        <span id={whereNote} class={mistakes.includes('where') ? 'hint warn' : 'hint'}>
          {mistakes.includes('where') ? prepare.wrongWhere : prepare.whereHint}
        </span>
      </label>
      <label class="field">
        <span>{prepare.locale}</span>
        <select value={locale} onChange={(event) => change({ locale: event.currentTarget.value })}>
          <option value="">{prepare.localeUsual}</option>
          {LOCALES.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag)}
            </option>
          ))}
        </select>
      </label>
      <Check text={prepare.spelling} isOn={spelling} onChange={(isOn) => change({ spelling: isOn })} />
      <Check text={prepare.anonymize} isOn={anonymize} onChange={(isOn) => change({ anonymize: isOn })} />
      {judge === 'model' && (
        <>
          <Check text={prepare.redact} isOn={redact} onChange={(isOn) => change({ redact: isOn })} />
          <label class="field">
            <span>{prepare.votes}</span>
            <select
              value={votes}
              onChange={(event) => {
                const chosen = VOTES.find((times) => String(times) === event.currentTarget.value);
                if (chosen !== undefined) change({ votes: chosen });
              }}
            >
              {VOTES.map((times) => (
                <option key={times} value={times}>
                  {prepare.votesTimes[times]}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{prepare.maxCost}</span>
            <input
              class="short"
              inputMode="decimal"
              value={maxCost}
              {...wrong('maxCost', costMistake)}
              onInput={(event) => change({ maxCost: event.currentTarget.value.trim() })}
            />
          </label>
          {mistakes.includes('maxCost') && (
            <p id={costMistake} class="hint warn">
              {prepare.wrongCost}
            </p>
          )}
        </>
      )}
    </div>
  );
}

function Sampling({ choices, change }: Omit<OptionsProps, 'mistakes'>) {
  return (
    <div class="pair">
      <label class="field">
        <span>{prepare.stratify}</span>
        <select
          value={choices.stratify}
          onChange={(event) => change({ stratify: event.currentTarget.value as Choices['stratify'] })}
        >
          <option value="">{prepare.stratifyNone}</option>
          {STRATA.map((stratum) => (
            <option key={stratum} value={stratum}>
              {prepare.strata[stratum]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{prepare.seed}</span>
        <input maxLength={100} value={choices.seed} onInput={(event) => change({ seed: event.currentTarget.value })} />
        <span class="hint">{prepare.seedHint}</span>
      </label>
    </div>
  );
}

interface CheckProps {
  readonly text: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Check({ text, isOn, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{text}</span>
    </label>
  );
}
