import { useEffect, useRef, useState } from 'preact/hooks';
import type { QueueItem, Run } from '../../../api/index.ts';
import { ApiFailure } from '../../api/failure.ts';
import { type QueueFilter, requests } from '../../api/requests.ts';
import { levelName } from '../../format.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { useShortcuts } from '../../parts/use-shortcuts.ts';
import { Link } from '../../routing/link.tsx';
import { go } from '../../routing/use-route.ts';
import { isSame, type QuestionId, routeTo } from '../../state/question.ts';
import { useAction } from '../../state/use-action.ts';
import type { ReviewQueue } from '../../state/use-queue.ts';
import { words } from '../../words/index.ts';
import { WhoDecides } from './who-decides.tsx';

const FILTERS: readonly QueueFilter[] = ['open', 'decided', 'all'];
const { decide } = words;

interface QueueListProps {
  readonly run: Run;
  readonly queue: ReviewQueue;
  /** The question that was looked at before. */
  readonly last: QuestionId | undefined;
  readonly showKeys: () => void;
}

/** What waits for a person, to be gone through. */
export function QueueList({ run, queue: { queue, ...asked }, last, showKeys }: QueueListProps) {
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const items = queue?.items ?? [];
  useEffect(() => {
    if (last === undefined) return;
    const place = items.findIndex((item) => isSame(item, last));
    (list.current?.querySelectorAll('a')[place] ?? heading.current)?.focus();
  }, []);
  const step = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
    if (at + by >= links.length) asked.more();
  };
  const [down, up] = [() => step(1), () => step(-1)];
  useShortcuts({ j: down, ArrowDown: down, k: up, ArrowUp: up, '?': showKeys });
  return (
    <section class="card" aria-labelledby="queue" aria-busy={asked.isBusy}>
      <div class="card-head">
        <h2 id="queue" ref={heading} tabIndex={-1}>
          {decide.title}
        </h2>
        {queue && (
          <p class="muted" role="status">
            {decide.counts(queue.all - queue.decided, queue.decided)}
          </p>
        )}
      </div>
      <div class="queue-tools">
        <fieldset class="filters">
          <legend class="visually-hidden">{decide.filters.label}</legend>
          {FILTERS.map((one) => (
            <button
              key={one}
              type="button"
              class="button"
              aria-pressed={one === asked.show}
              onClick={() => asked.filter(one)}
            >
              {decide.filters[one]}
            </button>
          ))}
        </fieldset>
        <FindTicket run={run} />
      </div>
      <FailureNote failure={asked.failure} again={asked.again} />
      {queue === undefined && asked.failure === undefined && <div class="skeleton" aria-hidden="true" />}
      {queue !== undefined && items.length === 0 && (
        <div class="empty">
          <h3>{decide.none[asked.show]}</h3>
          <p class="muted">{decide.noneHint}</p>
        </div>
      )}
      <ul ref={list} class="lines queue">
        {items.map((item) => (
          <li key={item.place}>
            <Question run={run} item={item} />
          </li>
        ))}
      </ul>
      {queue !== undefined && queue.next !== null && (
        <p class="actions">
          <button type="button" class="button" disabled={asked.isGettingMore} onClick={() => asked.more()}>
            {asked.isGettingMore ? decide.loadingMore : decide.more}
          </button>
        </p>
      )}
      <WhoDecides showKeys={showKeys} />
    </section>
  );
}

function Question({ run, item }: { readonly run: Run; readonly item: QueueItem }) {
  const { number, rubric, title, why, verdict, decided } = item;
  const ofRubric = run.rubrics.length > 1 ? run.rubrics.find(({ id }) => id === rubric)?.title : undefined;
  return (
    <Link class="question" to={routeTo(run.id, item)}>
      <span class="question-name">
        <strong>{number}</strong> {title}
      </span>
      <span class="question-why">
        {[verdict.levelId === null ? undefined : levelName(verdict.levelId), decide.reasons[why], ofRubric]
          .filter((fact) => fact !== undefined)
          .join(' · ')}
      </span>
      {decided && <span class="chip toned tone-good">{decide.isDecided}</span>}
    </Link>
  );
}

/** Opens any ticket: people may decide on what does not wait for them, too. */
function FindTicket({ run }: { readonly run: Run }) {
  const [number, setNumber] = useState('');
  const find = useAction(async () => {
    const wanted = number.trim();
    if (wanted === '') return;
    const [position] = (await requests.positions(run.id, wanted)).positions;
    if (position === undefined) throw new ApiFailure('not-found', decide.notFound(wanted));
    go({ name: 'run', run: run.id, view: 'decide', position });
  });
  return (
    <form
      class="find"
      onSubmit={(event) => {
        event.preventDefault();
        find.run();
      }}
    >
      <input
        aria-label={decide.find}
        placeholder={decide.find}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={number}
        onInput={(event) => setNumber(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={find.isBusy}>
        {decide.findSubmit}
      </button>
      <FailureNote failure={find.failure} />
    </form>
  );
}
