import { criterionTone } from '@tqrs/report/marking';
import { useEffect, useRef } from 'preact/hooks';
import type { ReviewCriterion, ReviewScorecard } from '../../../api/index.ts';
import { moment } from '../../format.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Link } from '../../routing/link.tsx';
import { type QuestionId, routeTo } from '../../state/question.ts';
import { words } from '../../words/index.ts';
import { DecisionForm } from './decision-form.tsx';
import { standingText, totalText } from './standing.ts';
import { TotalsChange } from './totals-change.tsx';
import type { Deciding } from './use-decision.ts';
import type { Answering } from './use-question.ts';

const { decide } = words;

interface DecisionCardProps {
  readonly run: string;
  readonly card: ReviewScorecard;
  readonly criterion: ReviewCriterion;
  readonly answering: Answering;
  /** Who decided last, as far as anybody did. */
  readonly lastBy: string | undefined;
  readonly onward: QuestionId | undefined;
}

/** What a person decides on a question: before it, while it is saved, and after it. */
export function DecisionCard({ run, card, criterion, answering, lastBy, onward }: DecisionCardProps) {
  const { deciding, draft, isOpen, reasonWanted, saved } = answering;
  const { failure, isBusy } = deciding;
  const { bands } = card.rubric;
  const [now, alone] = [totalText(card.current, bands), totalText(card.machine, bands)];
  return (
    <section class="card stack" aria-label={decide.yours}>
      <Conflict conflict={deciding.conflict} lastBy={lastBy} />
      {saved && <Saved run={run} saved={saved} onward={onward} />}
      {criterion.decided !== null && (
        <Decided criterion={criterion} decided={criterion.decided} answering={answering} />
      )}
      {isOpen && (
        <DecisionForm
          criterion={criterion}
          draft={draft}
          onDraft={answering.change}
          reasonWanted={reasonWanted}
          isBusy={isBusy}
          onSave={deciding.save}
        >
          {criterion.decided !== null && (
            <button type="button" class="button" onClick={answering.keep}>
              {decide.keep}
            </button>
          )}
        </DecisionForm>
      )}
      <FailureNote
        failure={failure && { message: failure.message, hint: `${failure.hint ?? ''} ${decide.offlineHint}` }}
        again={deciding.again}
      />
      <p class="hint">
        {decide.onTicket(now)} {now !== alone && decide.machineAlone(alone)}
      </p>
    </section>
  );
}

function Conflict({ conflict, lastBy }: Pick<Deciding, 'conflict'> & Pick<DecisionCardProps, 'lastBy'>) {
  return (
    <div role="alert">
      {conflict && (
        <div class="note note-part">
          <p>
            <strong>
              {conflict.code === 'decision-outdated'
                ? decide.changedMeanwhile
                : decide.meanwhile(lastBy ?? words.unknown)}
            </strong>{' '}
            {decide.meanwhileHint}
          </p>
        </div>
      )}
    </div>
  );
}

interface SavedProps {
  readonly run: string;
  readonly saved: NonNullable<Answering['saved']>;
  readonly onward: QuestionId | undefined;
}

function Saved({ run, saved, onward }: SavedProps) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.querySelector('a')?.focus(), [saved]);
  return (
    <div class="note note-good" ref={note}>
      <p>
        <strong>{saved.text}</strong>
      </p>
      <TotalsChange {...saved} />
      <p class="actions">
        <Link class="button button-main" to={onward ? routeTo(run, onward) : { name: 'run', run, view: 'decide' }}>
          {onward ? decide.onward : decide.back}
        </Link>
      </p>
    </div>
  );
}

interface DecidedProps {
  readonly criterion: ReviewCriterion;
  readonly decided: NonNullable<ReviewCriterion['decided']>;
  readonly answering: Answering;
}

function Decided({ criterion: { current }, decided, answering }: DecidedProps) {
  const { outcome, by, at, reason } = decided;
  return (
    <div class="current">
      <h3>{decide.current}</h3>
      <p class={`toned tone-${criterionTone(current)}`}>
        <strong>{standingText(current)}</strong>
      </p>
      <p>{decide[outcome](by, moment(at))}</p>
      {reason !== '' && (
        <p class="said" dir="auto">
          {reason}
        </p>
      )}
      {!answering.isOpen && (
        <p class="actions">
          <button type="button" class="button" onClick={answering.open}>
            {decide.change}
          </button>
          <button
            type="button"
            class="button button-quiet"
            disabled={answering.deciding.isBusy}
            onClick={answering.takeBack}
          >
            {decide.takeBack}
          </button>
        </p>
      )}
    </div>
  );
}
