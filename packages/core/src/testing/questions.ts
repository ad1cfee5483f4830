import type { Question } from '../judge/judge.ts';
import { questionOf } from '../review/ask-judge.ts';
import type { Rubric } from '../rubric/schema.ts';

/** Every question of these rubrics, with all levels open. */
export function questionsOf(rubrics: readonly Rubric[]): Question[] {
  return rubrics.flatMap(({ id, criteria }) =>
    criteria.flatMap(
      (criterion) =>
        questionOf(
          id,
          criterion,
          criterion.levels.map((level) => level.id),
        ) ?? [],
    ),
  );
}
