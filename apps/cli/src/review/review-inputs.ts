import { type ReviewEvent, type ReviewTicketsOptions, reviewTickets } from '@tqrs/core';
import { plain } from '../terminal/plain.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Input } from './inputs.ts';
import { type InputRun, joinRuns } from './join-runs.ts';
import { type ReadOptions, readInput, surveyInput } from './read-input.ts';

/** What is reviewed, and how. */
export interface ReviewInputsOptions extends ReadOptions {
  readonly found: readonly Input[];
  /** How each export is reviewed. */
  readonly review: Omit<ReviewTicketsOptions, 'facts' | 'signal'>;
  readonly progress: Progress;
}

/**
 * Reviews exports one after the other, as one run. Each is judged by what it carries itself, so that a journal that one
 * export left out costs nobody points because another one has it.
 */
export async function* reviewInputs(options: ReviewInputsOptions): AsyncGenerator<ReviewEvent, void, undefined> {
  const { found, review, progress } = options;
  const runs: InputRun[] = [];
  for (const input of found) {
    progress.note(`  reading ${plain(input.shortName)} …`);
    const facts = await surveyInput(input, options);
    const start = () => reviewTickets(readInput(input, options), { ...review, ...(facts && { facts }) });
    runs.push({ name: input.shortName, facts, start });
  }
  progress.start(
    runs.every(({ facts }) => facts) ? runs.reduce((sum, { facts }) => sum + (facts?.records ?? 0), 0) : undefined,
  );
  const [only, ...others] = runs;
  yield* only && others.length === 0 ? only.start() : joinRuns(runs, review.rubric);
}
