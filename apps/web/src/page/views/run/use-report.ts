import { useRef } from 'preact/hooks';
import type { Run } from '../../../api/index.ts';
import { requests } from '../../api/requests.ts';
import { type Answer, useAnswer } from '../../state/use-answer.ts';

/** A report that is shown. */
export interface ShownReport extends Pick<Answer<unknown>, 'failure' | 'again'> {
  readonly rubric: Run['rubrics'][number] | undefined;
  /** The page of a ticket; undefined: the first page. */
  readonly ticket: string | undefined;
  /** Undefined until the server tells it. */
  readonly address: string | undefined;
  /** Another one where the report was written anew. */
  readonly version: number;
}

/**
 * Where a page of a run's report is.
 * @param run Undefined: there is nothing to show.
 */
export function useReport(run: Run | undefined, wanted: string | undefined, ticket: string | undefined): ShownReport {
  const { value, failure, again } = useAnswer(run?.id, (signal) => requests.view(run?.id ?? '', signal));
  const version = useRef(0);
  if (run?.decisions.report === 'current') version.current = run.decisions.count;
  const rubrics = run?.rubrics ?? [];
  const rubric = rubrics.find(({ id }) => id === wanted) ?? rubrics[0];
  const folder = rubrics.length > 1 && rubric !== undefined ? `${encodeURIComponent(rubric.id)}/` : '';
  const page = ticket === undefined ? 'index.html' : `tickets/${encodeURIComponent(ticket)}`;
  return {
    rubric,
    ticket,
    failure,
    again,
    address: value && `${value.base}${folder}${page}`,
    version: version.current,
  };
}
