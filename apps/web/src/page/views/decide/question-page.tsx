import { useEffect } from 'preact/hooks';
import type { QueueItem, ReviewTicket, Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { useShortcuts } from '../../parts/use-shortcuts.ts';
import { Link } from '../../routing/link.tsx';
import type { Route } from '../../routing/route.ts';
import { go } from '../../routing/use-route.ts';
import { isSame, type QuestionId, routeTo } from '../../state/question.ts';
import { useAnswer } from '../../state/use-answer.ts';
import type { ReviewQueue } from '../../state/use-queue.ts';
import { words } from '../../words/index.ts';
import { Question } from './question.tsx';
import { WhoDecides } from './who-decides.tsx';

/** So many questions before the end of what is known of the queue, more is asked for. */
const AHEAD = 5;
const { decide } = words;

interface QuestionPageProps {
  readonly run: Run;
  readonly route: Route & { readonly name: 'run'; readonly position: number };
  readonly queue: ReviewQueue;
  readonly showKeys: () => void;
  readonly onShown: (question: QuestionId) => void;
  readonly onChange: (run: Run) => void;
}

/** A question with its ticket, and the way to those beside it in the queue. */
export function QuestionPage({ run, route, queue, showKeys, onShown, onChange }: QuestionPageProps) {
  const { position } = route;
  const {
    value: ticket,
    failure,
    again,
    put,
  } = useAnswer(`${run.id} ${position}`, (signal) => requests.ticket(run.id, position, signal));
  const found = ticket && questionIn(ticket, route.rubric, route.criterion);
  const items = queue.queue?.items ?? [];
  const at = found === undefined ? -1 : items.findIndex((item) => isSame(item, found.question));
  const [previous, next] = [items[at - 1], items[at + 1]];
  const isOpen = (item: QueueItem) => !item.decided;
  const onward = items.slice(at + 1).find(isOpen) ?? items.slice(0, Math.max(0, at)).find(isOpen);
  useEffect(() => {
    if (queue.queue?.next != null && at >= items.length - AHEAD) queue.more();
  }, [at, items.length, queue.queue?.next]);
  const key = found && `${found.question.rubric} ${found.question.criterion}`;
  useEffect(() => {
    if (found !== undefined) onShown(found.question);
  }, [key]);

  const open = (to: QuestionId | undefined) => to && go(routeTo(run.id, to));
  const back = { name: 'run', run: run.id, view: 'decide' } as const;
  useShortcuts({
    j: () => open(next),
    k: () => open(previous),
    Escape: () => go(back),
    '?': showKeys,
  });
  return (
    <>
      <nav class="question-bar" aria-label={decide.title}>
        <Link class="button" to={back}>
          {decide.back}
        </Link>
        <span class="actions">
          {at >= 0 && <span class="muted">{decide.placeOf((items[at]?.place ?? 0) + 1, queue.queue?.all ?? 0)}</span>}
          {previous && (
            <Link class="button" to={routeTo(run.id, previous)}>
              {decide.previous}
            </Link>
          )}
          {next && (
            <Link class="button" to={routeTo(run.id, next)}>
              {decide.next}
            </Link>
          )}
        </span>
      </nav>
      <FailureNote failure={failure} again={again} />
      {ticket === undefined && failure === undefined && <div class="card skeleton" aria-hidden="true" />}
      {ticket && found && (
        <Question
          key={key}
          run={run}
          ticket={ticket}
          {...found}
          onward={onward}
          onTicket={(changed) => {
            put(changed);
            markAll(queue, changed);
          }}
          onChange={onChange}
        />
      )}
      <WhoDecides showKeys={showKeys} />
    </>
  );
}

/** The question that is asked for, or else the first of the ticket that waits; any, where none does. */
function questionIn({ position, scorecards }: ReviewTicket, rubric: string | undefined, id: string | undefined) {
  const all = scorecards.flatMap((card) =>
    card.criteria.map((criterion) => ({
      card,
      criterion,
      question: { position, rubric: card.rubric.id, criterion: criterion.id },
    })),
  );
  return (
    all.find(({ card, criterion }) => card.rubric.id === rubric && criterion.id === id) ??
    all.find(({ criterion }) => criterion.why !== null && criterion.decided === null) ??
    all.find(({ criterion }) => criterion.why !== null) ??
    all[0]
  );
}

/** Notes in the queue how a ticket's questions stand. */
function markAll({ mark }: ReviewQueue, { position, scorecards }: ReviewTicket): void {
  for (const { rubric, criteria } of scorecards)
    for (const { id, decided } of criteria) mark({ position, rubric: rubric.id, criterion: id }, decided !== null);
}
