import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ReviewCriterion } from '../../../api/index.ts';
import { levelName } from '../../format.ts';
import { type Draft, NOT_APPLICABLE } from '../../state/question.ts';
import { words } from '../../words/index.ts';
import { worth } from './standing.ts';
import type { Choice } from './use-decision.ts';
import { machineChoice, outcomeOf } from './verdict-choice.ts';

const { decide } = words;

interface DecisionFormProps {
  readonly criterion: ReviewCriterion;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** The reason takes the focus whenever this grows. */
  readonly reasonWanted: number;
  readonly isBusy: boolean;
  readonly onSave: (choice: Choice) => void;
  readonly children?: preact.ComponentChildren;
}

/** Accepts the machine's verdict, or puts another one in its place, with a reason. */
export function DecisionForm({ criterion, draft, onDraft, reasonWanted, isBusy, onSave, children }: DecisionFormProps) {
  const { levels, machine, decided } = criterion;
  const [mistake, setMistake] = useState<'choice' | 'reason'>();
  const form = useRef<HTMLFormElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (reasonWanted > 0) reason.current?.focus();
  }, [reasonWanted]);
  const reasonNote = useId();
  const isAccepted = draft.choice !== undefined && draft.choice === machineChoice(criterion);
  const choose = (choice: string) => {
    setMistake(undefined);
    onDraft({ ...draft, choice });
  };
  const submit = () => {
    if (isBusy) return;
    const wrong =
      draft.choice === undefined ? 'choice' : !isAccepted && draft.reason.trim() === '' ? 'reason' : undefined;
    setMistake(wrong);
    if (wrong !== undefined || draft.choice === undefined)
      return form.current?.querySelector<HTMLElement>(wrong === 'reason' ? 'textarea' : 'input')?.focus();
    onSave({ outcome: outcomeOf(draft.choice, criterion), reason: draft.reason });
  };
  const possible = Math.max(0, ...levels.map(({ points }) => points));
  const label =
    decided !== null
      ? decide.replace
      : draft.choice === undefined
        ? decide.choose
        : isAccepted
          ? decide.accept
          : decide.overrule;
  return (
    <form
      ref={form}
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset>
        <legend>{decide.yours}</legend>
        <div class="choices">
          {levels.map((level, place) => (
            <LevelChoice
              key={level.id}
              digit={place < 9 ? String(place + 1) : undefined}
              title={levelName(level.id)}
              detail={level.descriptor}
              worth={worth(level, possible)}
              tag={
                level.id === machine.verdict.levelId
                  ? decide.machines
                  : machine.verdict.possibleLevels.includes(level.id) &&
                      machine.verdict.possibleLevels.length < levels.length
                    ? decide.possible
                    : undefined
              }
              isOn={draft.choice === level.id}
              onChoose={() => choose(level.id)}
            />
          ))}
          <LevelChoice
            digit="0"
            title={decide.doesNotApply}
            tag={machine.verdict.status === 'not-applicable' ? decide.machines : undefined}
            isOn={draft.choice === NOT_APPLICABLE}
            onChoose={() => choose(NOT_APPLICABLE)}
          />
        </div>
      </fieldset>
      {mistake === 'choice' && (
        <p class="hint warn" role="alert">
          {decide.noChoice}
        </p>
      )}
      <label class="field">
        <span>
          {decide.reason}{' '}
          <span class="key" aria-hidden="true">
            r
          </span>
        </span>
        <textarea
          ref={reason}
          rows={3}
          maxLength={2_000}
          value={draft.reason}
          aria-describedby={reasonNote}
          aria-invalid={mistake === 'reason'}
          onInput={({ currentTarget }) => {
            if (mistake === 'reason') setMistake(undefined);
            onDraft({ ...draft, reason: currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
            else if (event.key !== 'Escape') return;
            else form.current?.querySelector('button')?.focus();
            event.preventDefault();
          }}
        />
        <span id={reasonNote} class={mistake === 'reason' ? 'hint warn' : 'hint'}>
          {mistake === 'reason' ? decide.noReason : decide.reasonHint}
        </span>
      </label>
      <p class="actions">
        <button type="submit" class="button button-main" aria-disabled={isBusy}>
          {isBusy ? decide.saving : label}
        </button>
        {children}
      </p>
    </form>
  );
}

interface LevelChoiceProps {
  /** The key that chooses it. */
  readonly digit: string | undefined;
  readonly title: string;
  readonly detail?: string;
  readonly worth?: string;
  readonly tag: string | undefined;
  readonly isOn: boolean;
  readonly onChoose: () => void;
}

function LevelChoice({ digit, title, detail, worth, tag, isOn, onChoose }: LevelChoiceProps) {
  return (
    <label class="choice level">
      <input type="radio" name="level" checked={isOn} onChange={onChoose} />
      <span class="choice-title">
        {title}
        {tag && <span class="tag">{tag}</span>}
      </span>
      <span class="hint">{worth}</span>
      {digit && (
        <span class="key" aria-hidden="true">
          {digit}
        </span>
      )}
      {detail && <span class="hint detail">{detail}</span>}
    </label>
  );
}
