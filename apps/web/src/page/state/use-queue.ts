import { useRef, useState } from 'preact/hooks';
import type { Queue } from '../../api/index.ts';
import type { ApiFailure } from '../api/failure.ts';
import { type QueueFilter, requests } from '../api/requests.ts';
import { isSame, type QuestionId } from './question.ts';
import { useAction } from './use-action.ts';
import { useAnswer } from './use-answer.ts';

/** What waits for a person in a run, as far as it was asked for. */
export interface ReviewQueue {
  /** Undefined until it is known. */
  readonly queue: Queue | undefined;
  readonly show: QueueFilter;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | undefined;
  readonly again: () => void;
  /** Asks anew for this part of the queue. */
  readonly filter: (show: QueueFilter) => void;
  /** Asks for what comes behind the items that are there. */
  readonly more: () => Promise<void>;
  readonly isGettingMore: boolean;
  /** Notes how a question stands. It keeps its place, so that nothing moves under the eyes of those who decide. */
  readonly mark: (question: QuestionId, isDecided: boolean) => void;
}

/** The queue of a run. */
export function useQueue(run: string): ReviewQueue {
  const [show, setShow] = useState<QueueFilter>('open');
  const answer = useAnswer(`${run} ${show}`, (signal) => requests.queue(run, show, 0, signal));
  const latest = useRef(answer.value);
  latest.current = answer.value;
  const put = (queue: Queue) => {
    latest.current = queue;
    answer.put(queue);
  };
  const more = useAction(async () => {
    const after = latest.current?.next;
    if (after === null || after === undefined) return;
    const page = await requests.queue(run, show, after, undefined);
    put({ ...page, items: [...(latest.current?.items ?? []), ...page.items] });
  });
  const mark = (question: QuestionId, isDecided: boolean) => {
    const queue = latest.current;
    const known = queue?.items.find((item) => isSame(item, question));
    if (queue === undefined || known === undefined || known.decided === isDecided) return;
    const items = queue.items.map((item) => (item === known ? { ...item, decided: isDecided } : item));
    put({ ...queue, items, decided: queue.decided + (isDecided ? 1 : -1) });
  };
  return {
    queue: answer.value,
    show,
    isBusy: answer.isBusy,
    failure: answer.failure ?? more.failure,
    again: answer.again,
    filter: (wanted) => (wanted === show ? answer.again() : setShow(wanted)),
    more: () => more.run(),
    isGettingMore: more.isBusy,
    mark,
  };
}
