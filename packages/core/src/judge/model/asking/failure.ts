import { ModelBudgetError, ModelError, ModelOutputError, ModelRequestError } from '@tqrs/llm';
import { TqrsError } from '@tqrs/parser';
import { reasonOf } from '../../../review/reason-of.ts';
import type { Usage } from '../../../scorecard/schema.ts';
import { NO_USAGE } from '../../../scorecard/usage.ts';
import type { UnscoredReason } from '../../../verdict.ts';
import { usageOf } from './usage.ts';

/** Why a request brought no answers. Never a score. */
export interface Failure {
  readonly reason: Extract<UnscoredReason, 'judge-failed' | 'refused' | 'filtered' | 'not-asked' | 'needs-model'>;
  /** What happened, free of ticket text. */
  readonly detail: string;
  /** What the failed attempts took. */
  readonly usage: Usage;
  /** No further request can succeed: why the run is to end. */
  readonly stops?: TqrsError;
}

/** Failures that meet every request of a run alike. */
const FATAL: ReadonlySet<string> = new Set([
  'wrong-key',
  'no-permission',
  'model-not-found',
  'deployment-not-found',
  'api-version',
  'quota-exhausted',
  'retry-after-too-long',
]);
/** The same, as long as nothing was ever answered: once something was, they are a moment's trouble. */
const FATAL_AT_FIRST: ReadonlySet<string> = new Set([
  'endpoint-not-found',
  'dns',
  'connection-refused',
  'certificate',
  'proxy',
  'web-page',
]);

/** A server that fails so often in a row is down. */
const MOST_IN_A_ROW = 20;

/** What a run went through so far. */
export interface Course {
  /** Whether any request was answered. */
  readonly everAnswered: boolean;
  /** Requests that failed since the last one that was answered. */
  readonly failedInARow: number;
}

/** Tells failures apart. */
export function failureOf(error: unknown, course: Course): Failure {
  const usage = ModelError.isInstance(error) ? usageOf(error.spent) : NO_USAGE;
  const detail = reasonOf(error);
  if (isFatal(error, course)) return { reason: 'not-asked', detail, usage, stops: error };
  if (!ModelOutputError.isInstance(error)) return { reason: 'judge-failed', detail, usage };
  if (error.kind === 'refusal') return { reason: 'refused', detail, usage };
  return { reason: error.kind === 'filtered' ? 'filtered' : 'judge-failed', detail, usage };
}

function isFatal(error: unknown, { everAnswered, failedInARow }: Course): error is TqrsError {
  if (!TqrsError.isInstance(error)) return false;
  if (ModelBudgetError.isInstance(error)) return true;
  if (ModelOutputError.isInstance(error)) return false;
  if (failedInARow >= MOST_IN_A_ROW) return true;
  if (!ModelRequestError.isInstance(error)) return false;
  return FATAL.has(error.code) || (!everAnswered && FATAL_AT_FIRST.has(error.code));
}

/** What befalls every question that was not answered before, where no model is set up. */
export const NOBODY_TO_ASK: Failure = {
  reason: 'needs-model',
  detail: 'No language model is set up to ask, and no earlier run asked it.',
  usage: NO_USAGE,
};

/** Why a run ends whose answers cannot be kept. */
export function cannotKeep(error: unknown): TqrsError {
  if (TqrsError.isInstance(error)) return error as TqrsError;
  return new TqrsError(`An answer could not be kept: ${reasonOf(error)}`, {
    code: 'answer-not-kept',
    hint: 'Nothing more was asked, so that nothing is paid for and lost.',
    cause: error,
  });
}

/** What befalls everything that is left once a run has to end. */
export function notAsked(stopped: TqrsError): Failure {
  return { reason: 'not-asked', detail: stopped.message, usage: NO_USAGE };
}
