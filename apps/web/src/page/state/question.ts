import type { QueueItem } from '../../api/index.ts';
import type { Route } from '../routing/route.ts';

/** Names a criterion of a ticket, by a rubric. */
export type QuestionId = Pick<QueueItem, 'position' | 'rubric' | 'criterion'>;

/** Whether both name the same. */
export const isSame = (one: QuestionId, other: QuestionId): boolean =>
  one.position === other.position && one.rubric === other.rubric && one.criterion === other.criterion;

/** Where a question is decided. */
export const routeTo = (run: string, { position, rubric, criterion }: QuestionId) =>
  ({ name: 'run', run, view: 'decide', position, rubric, criterion }) as const satisfies Route;

/** What somebody has typed and not saved yet. */
export interface Draft {
  /** The id of a level, or {@link NOT_APPLICABLE}; undefined: nothing is chosen yet. */
  readonly choice: string | undefined;
  readonly reason: string;
}

/** No level has such an id. */
export const NOT_APPLICABLE = '(not applicable)';

const drafts = new Map<string, Draft>();

const keyOf = (run: string, { position, rubric, criterion }: QuestionId) => `${run} ${position} ${rubric} ${criterion}`;

/** What was typed about a question before somebody looked at something else. */
export const draftOf = (run: string, question: QuestionId): Draft | undefined => drafts.get(keyOf(run, question));

/** Keeps what is typed as long as the page is open; undefined forgets it. */
export function keepDraft(run: string, question: QuestionId, draft: Draft | undefined): void {
  if (draft === undefined) drafts.delete(keyOf(run, question));
  else drafts.set(keyOf(run, question), draft);
}
