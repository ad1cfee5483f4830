import {
  createEstimatingJudge,
  createModelJudge,
  createOfflineJudge,
  type EstimatingJudge,
  type Judge,
  type KeptAnswers,
  type ModelJudge,
  type ModelJudgeOptions,
} from '@tqrs/core';
import type { RunConfiguration } from '@tqrs/core/runs';
import { type CostBudget, createCostBudget, createPacer, type LanguageModel, type Price, priceOf } from '@tqrs/llm';
import { type Environment, type ModelConfiguration, type RetryEvent, readModelConfiguration } from '@tqrs/llm/settings';
import { ConfigError } from '../config-error.ts';
import type { JudgeFlags } from './model-flags.ts';

/** Who judges a run. */
export type JudgeChoice = { readonly kind: 'offline'; readonly id: string; readonly judge: Judge } | ModelChoice;

/** A language model judges. */
export interface ModelChoice {
  readonly kind: 'model';
  /** The judge's name. */
  readonly id: string;
  readonly model: LanguageModel;
  readonly votes: number;
  /** The judge, with what it remembers. */
  readonly open: (memory: Pick<ModelJudgeOptions, 'cache' | 'kept' | 'unsettled'>) => ModelJudge;
  /** A judge for the same questions that sends nothing. */
  readonly estimating: (kept?: KeptAnswers) => EstimatingJudge;
  readonly budget: CostBudget | undefined;
  readonly redact: boolean;
  /** No model is set up: only what an earlier run was answered is known. */
  readonly remembersOnly: boolean;
}

type ModelSettings = NonNullable<RunConfiguration['judge']['model']>;

/** What a judge is chosen by, beside options and environment. */
export interface ChooseJudgeOptions {
  /** Requests at the same time, at most. */
  readonly concurrency: number;
  readonly onRetry: (event: RetryEvent) => void;
  /** The judge of an earlier run, whose tickets are judged anew: the choice where nothing else is said. */
  readonly before?: RunConfiguration['judge'] | undefined;
}

/**
 * Chooses the judge by the command's options, else by the environment: the model that it sets up, or the offline judge.
 *
 * @throws {ModelConfigError} where the model is set up in part, or wrongly.
 * @throws {ConfigError} where an option is for a model, and none judges.
 */
export async function chooseJudge(
  flags: JudgeFlags,
  environment: Environment,
  { concurrency, onRetry, before }: ChooseJudgeOptions,
): Promise<JudgeChoice> {
  const { judge: wanted = before?.method === 'offline' ? 'offline' : undefined } = flags;
  const configuration = wanted === 'offline' ? undefined : readModelConfiguration(environment, { provider: wanted });
  if (configuration === undefined && wanted === undefined && before?.model !== undefined)
    return rememberingChoice(before.model, flags);
  if (configuration === undefined) {
    refuseModelFlags(flags);
    const judge = createOfflineJudge();
    return { kind: 'offline', id: judge.id, judge };
  }
  const { votes = before?.model?.votes ?? 1, redact, maxCost, price } = flags;
  const budget = maxCost === undefined ? undefined : createCostBudget({ maxCostUsd: maxCost });
  const model = await configuration.create({
    budget,
    price,
    onRetry,
    pacer: createPacer({ maxConcurrency: concurrency }),
  });
  return {
    kind: 'model',
    id: `${model.provider}:${model.modelId}`,
    model,
    votes,
    open: (memory) => createModelJudge({ model, redact, votes, ...memory }),
    estimating: (kept) =>
      createEstimatingJudge({ model, redact, votes, kept, price: price ?? listPrice(configuration, model) }),
    budget,
    redact,
    remembersOnly: false,
  };
}

/** A choice for the model of an earlier run, which is not set up any more. */
function rememberingChoice(
  { provider, host, model: modelId, redacted, votes, parameters }: ModelSettings,
  { price, redact }: JudgeFlags,
): ModelChoice {
  const nobody = () => Promise.reject(new TypeError('No language model is set up.'));
  const model: LanguageModel = {
    provider,
    modelId,
    endpointHost: host,
    parameters,
    generateObject: nobody,
    streamObject: () => {
      throw new TypeError('No language model is set up.');
    },
  };
  const masks = redact && redacted;
  return {
    kind: 'model',
    id: `${provider}:${modelId}`,
    model,
    votes,
    open: (memory) => createModelJudge({ model, redact: masks, votes, remembersOnly: true, ...memory }),
    estimating: (kept) => createEstimatingJudge({ model, redact: masks, votes, kept, price }),
    budget: undefined,
    redact: masks,
    remembersOnly: true,
  };
}

/** Other providers' models may be named alike, and cost something else. */
function listPrice({ description }: ModelConfiguration, { modelId }: LanguageModel): Price | undefined {
  return description.provider === 'compatible' ? undefined : priceOf(modelId);
}

function refuseModelFlags({ estimate, maxCost, price, votes, redact, retryUnscored, cache }: JudgeFlags): void {
  const given = {
    '--estimate': estimate,
    '--max-cost': maxCost !== undefined,
    '--price': price !== undefined,
    '--votes': votes !== undefined,
    '--no-redact': !redact,
    '--retry-unscored': retryUnscored === true,
    '--cache': cache !== undefined && cache !== false,
  };
  const names = Object.entries(given).flatMap(([name, isGiven]) => (isGiven ? [name] : []));
  if (names.length === 0) return;
  throw new ConfigError(`${names.join(' and ')}: the offline judge asks no model.`, {
    code: 'model-option-without-model',
    hint: 'Set a model up, for example by OPENAI_API_KEY, or leave the option out. tqrs doctor shows what is set up.',
  });
}
