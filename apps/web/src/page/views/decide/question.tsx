import { useEffect, useRef } from 'preact/hooks';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useShortcuts } from '../../parts/use-shortcuts.ts';
import { NOT_APPLICABLE } from '../../state/question.ts';
import { words } from '../../words/index.ts';
import { DecisionCard } from './decision-card.tsx';
import { DecisionLog } from './decision-log.tsx';
import { MachineVerdict } from './machine-verdict.tsx';
import { NameDialog } from './name-dialog.tsx';
import { TicketCriteria } from './ticket-criteria.tsx';
import { TicketWords } from './ticket-words.tsx';
import { type QuestionProps, useQuestion } from './use-question.ts';

const MOST_DIGITS = 9;

/** One criterion of a ticket: what the machine says, and what a person decides. */
export function Question(props: QuestionProps) {
  const { run, ticket, question, card, criterion, onward } = props;
  const answering = useQuestion(props);
  const { deciding, isOpen, choose } = answering;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  useKeptFocus('#question', isOpen, deciding.conflict);
  const digits = criterion.levels.slice(0, MOST_DIGITS).map(({ id }, place) => [place + 1, () => choose(id)]);
  useShortcuts({
    ...Object.fromEntries(digits),
    0: () => choose(NOT_APPLICABLE),
    a: answering.accept,
    r: answering.writeReason,
    u: answering.takeBack,
  });
  const entries = ticket.decisions.filter(
    (entry) => entry.rubric === question.rubric && entry.criterion === question.criterion,
  );
  return (
    <article class="deciding" aria-labelledby="question">
      <div class="stack">
        <section class="card stack question-head" aria-labelledby="question">
          <div>
            <p class="muted">
              {ticket.number} · {card.rubric.title}
            </p>
            <h2 id="question" ref={heading} tabIndex={-1}>
              {criterion.title}
            </h2>
            {criterion.why !== null && (
              <p class="reason-line">
                <span class="chip toned tone-open">{words.decide.reasons[criterion.why]}</span>
              </p>
            )}
            <p class="hint">{criterion.guidance}</p>
          </div>
          <MachineVerdict machine={criterion.machine} />
        </section>
        <DecisionCard
          run={run.id}
          card={card}
          criterion={criterion}
          answering={answering}
          lastBy={entries.at(-1)?.by}
          onward={onward}
        />
        <DecisionLog criterion={criterion} entries={entries} />
        <TicketCriteria run={run.id} ticket={ticket} question={question} />
      </div>
      <TicketWords ticket={ticket} criterion={criterion} />
      {deciding.needsName && <NameDialog onNamed={deciding.named} onClose={deciding.unnamed} />}
    </article>
  );
}
