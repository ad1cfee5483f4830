import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewTicket, Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { moment } from '../../format.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useShortcuts } from '../../parts/use-shortcuts.ts';
import { Link } from '../../routing/link.tsx';
import { useApp } from '../../state/app.ts';
import { type Draft, draftOf, keepDraft, NOT_APPLICABLE, type QuestionId, routeTo } from '../../state/question.ts';
import { words } from '../../words/index.ts';
import { DecisionForm, machineChoice, outcomeOf } from './decision-form.tsx';
import { DecisionLog } from './decision-log.tsx';
import { MachineVerdict } from './machine-verdict.tsx';
import { NameDialog } from './name-dialog.tsx';
import { standingText, toneOf, totalText } from './standing.ts';
import { TicketCriteria } from './ticket-criteria.tsx';
import { TicketWords } from './ticket-words.tsx';
import { TotalsChange, type TotalsChangeProps } from './totals-change.tsx';
import { useDecision } from './use-decision.ts';

const { decide } = words;

interface QuestionProps {
  readonly run: Run;
  readonly ticket: ReviewTicket;
  readonly question: QuestionId;
  /** The next one that is open. */
  readonly onward: QuestionId | undefined;
  /** The ticket is another one by now: somebody decided. */
  readonly onTicket: (ticket: ReviewTicket) => void;
  readonly onChange: (run: Run) => void;
}

/** One criterion of a ticket: what the machine says, and what a person decides. */
export function Question({ run, ticket, question, onward, onTicket, onChange }: QuestionProps) {
  const { announce } = useApp();
  const card = ticket.scorecards.find(({ rubric }) => rubric.id === question.rubric);
  const criterion = card?.criteria.find(({ id }) => id === question.criterion);
  const kept = draftOf(run.id, question);
  const usual: Draft = { choice: criterion && machineChoice(criterion), reason: '' };
  const [draft, setDraft] = useState<Draft>(kept ?? usual);
  const [isOpen, setOpen] = useState(kept !== undefined || criterion?.decided === null);
  const [saved, setSaved] = useState<TotalsChangeProps & { readonly text: string }>();
  const heading = useRef<HTMLHeadingElement>(null);
  const done = useRef<HTMLDivElement>(null);
  const change = (to: Draft) => {
    setDraft(to);
    setOpen(true);
    keepDraft(run.id, question, to);
  };
  const forget = () => {
    keepDraft(run.id, question, undefined);
    setDraft(usual);
  };
  const deciding = useDecision({
    run: run.id,
    question,
    criterion,
    onTicket,
    onSaved(changed, { outcome }, totals) {
      const after = changed.scorecards.find(({ rubric }) => rubric.id === question.rubric);
      const text = outcome.kind === 'withdraw' ? decide.takenBack : decide.saved;
      if (card && after) setSaved({ text, before: card, after, run: totals });
      forget();
      setOpen(outcome.kind === 'withdraw');
      announce(decide.announce(text, ticket.number, criterion?.title ?? ''));
      onTicket(changed);
      requests.run(run.id).then(onChange, () => {});
    },
  });
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (saved !== undefined) done.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [saved]);
  useKeptFocus('#question', isOpen, deciding.conflict);

  const accepted = criterion && machineChoice(criterion);
  const choose = (choice: string | undefined) => () => {
    if (choice === undefined || criterion === undefined) return;
    change({ ...draft, choice });
    if (choice !== accepted) setTimeout(() => document.querySelector('textarea')?.focus());
  };
  useShortcuts({
    ...Object.fromEntries((criterion?.levels ?? []).slice(0, 9).map(({ id }, place) => [place + 1, choose(id)])),
    0: choose(NOT_APPLICABLE),
    a: () => {
      if (accepted === undefined || criterion === undefined || criterion.decided !== null || deciding.isBusy) return;
      change({ ...draft, choice: accepted });
      deciding.save({ outcome: outcomeOf(accepted, criterion), reason: draft.reason });
    },
    r: () => {
      setOpen(true);
      setTimeout(() => document.querySelector('textarea')?.focus());
    },
    u: () => criterion?.decided && !deciding.isBusy && deciding.save({ outcome: { kind: 'withdraw' }, reason: '' }),
  });
  if (card === undefined || criterion === undefined) return null;
  const entries = ticket.decisions.filter(
    (entry) => entry.rubric === question.rubric && entry.criterion === question.criterion,
  );
  const { decided, current } = criterion;
  return (
    <article class="deciding" aria-labelledby="question">
      <div class="stack">
        <section class="card stack question-head">
          <div>
            <p class="muted">
              {ticket.number} · {card.rubric.title}
            </p>
            <h2 id="question" ref={heading} tabIndex={-1}>
              {criterion.title}
            </h2>
            {criterion.why !== null && (
              <p class="reason-line">
                <span class="chip toned tone-open">{decide.reasons[criterion.why]}</span>
              </p>
            )}
            <p class="hint">{criterion.guidance}</p>
          </div>
          <MachineVerdict machine={criterion.machine} />
        </section>
        <section class="card stack" aria-label={decide.yours}>
          <div role="alert">
            {deciding.conflict && (
              <div class="note note-part">
                <p>
                  <strong>
                    {deciding.conflict.code === 'decision-outdated'
                      ? decide.changedMeanwhile
                      : decide.meanwhile(entries.at(-1)?.by ?? words.unknown)}
                  </strong>{' '}
                  {decide.meanwhileHint}
                </p>
              </div>
            )}
          </div>
          {saved && (
            <div class="note note-good" ref={done}>
              <p>
                <strong>{saved.text}</strong>
              </p>
              <TotalsChange {...saved} />
              <p class="actions">
                <Link
                  class="button button-main"
                  to={onward ? routeTo(run.id, onward) : { name: 'run', run: run.id, view: 'decide' }}
                >
                  {onward ? decide.onward : decide.back}
                </Link>
              </p>
            </div>
          )}
          {decided !== null && (
            <div class="current">
              <h3>{decide.current}</h3>
              <p class={`toned tone-${toneOf(current)} outcome-line`}>
                <strong>{standingText(current)}</strong>
              </p>
              <p>{decide[decided.outcome](decided.by, moment(decided.at))}</p>
              {decided.reason !== '' && (
                <p class="said" dir="auto">
                  {decided.reason}
                </p>
              )}
              {!isOpen && (
                <p class="actions">
                  <button type="button" class="button" onClick={() => setOpen(true)}>
                    {decide.change}
                  </button>
                  <button
                    type="button"
                    class="button button-quiet"
                    disabled={deciding.isBusy}
                    onClick={() => deciding.save({ outcome: { kind: 'withdraw' }, reason: '' })}
                  >
                    {decide.takeBack}
                  </button>
                </p>
              )}
            </div>
          )}
          {isOpen && (
            <DecisionForm
              criterion={criterion}
              draft={draft}
              onDraft={change}
              isBusy={deciding.isBusy}
              onSave={deciding.save}
            >
              {decided !== null && (
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    deciding.forgetConflict();
                    forget();
                    setOpen(false);
                  }}
                >
                  {decide.keep}
                </button>
              )}
            </DecisionForm>
          )}
          <FailureNote
            failure={
              deciding.failure && {
                message: deciding.failure.message,
                hint: `${deciding.failure.hint ?? ''} ${decide.offlineHint}`,
              }
            }
            again={deciding.again}
          />
          <p class="hint">
            {decide.onTicket(totalText(card.current, card.rubric.bands))}{' '}
            {totalText(card.current, card.rubric.bands) !== totalText(card.machine, card.rubric.bands) &&
              decide.machineAlone(totalText(card.machine, card.rubric.bands))}
          </p>
        </section>
        <DecisionLog criterion={criterion} entries={entries} />
        <TicketCriteria run={run.id} ticket={ticket} question={question} />
      </div>
      <TicketWords ticket={ticket} criterion={criterion} />
      {deciding.needsName && <NameDialog onNamed={deciding.named} onClose={deciding.unnamed} />}
    </article>
  );
}
