import {
  createEstimatingJudge,
  createModelJudge,
  createOfflineJudge,
  type EstimatingJudge,
  type Judge,
  type ModelJudge,
} from '@tqrs/core';
import { type CostBudget, createCostBudget, createPacer, type LanguageModel, type Price, priceOf } from '@tqrs/llm';
import { type Environment, type ModelConfiguration, type RetryEvent, readModelConfiguration } from '@tqrs/llm/settings';
import { ConfigError } from '../config-error.ts';
import type { JudgeFlags } from './model-flags.ts';

/** Who judges a run. */
export type JudgeChoice = { readonly kind: 'offline'; readonly judge: Judge } | ModelChoice;

/** A language model judges. */
export interface ModelChoice {
  readonly kind: 'model';
  readonly judge: ModelJudge;
  /** A judge for the same questions that sends nothing. */
  readonly estimating: () => EstimatingJudge;
  readonly budget: CostBudget | undefined;
  readonly redact: boolean;
}

/**
 * Chooses the judge by the command's options, else by the environment: the model that it sets up, or the offline judge.
 *
 * @param concurrency Requests at the same time, at most.
 * @throws {ModelConfigError} where the model is set up in part, or wrongly.
 * @throws {ConfigError} where an option is for a model, and none judges.
 */
export async function chooseJudge(
  flags: JudgeFlags,
  environment: Environment,
  { concurrency, onRetry }: { readonly concurrency: number; readonly onRetry: (event: RetryEvent) => void },
): Promise<JudgeChoice> {
  const provider = flags.judge === 'offline' ? undefined : flags.judge;
  const configuration = flags.judge === 'offline' ? undefined : readModelConfiguration(environment, { provider });
  if (configuration === undefined) {
    refuseModelFlags(flags);
    return { kind: 'offline', judge: createOfflineJudge() };
  }
  const { votes = 1, redact, maxCost, price } = flags;
  const budget = maxCost === undefined ? undefined : createCostBudget({ maxCostUsd: maxCost });
  const model = await configuration.create({
    budget,
    price,
    onRetry,
    pacer: createPacer({ maxConcurrency: concurrency }),
  });
  return {
    kind: 'model',
    judge: createModelJudge({ model, redact, votes }),
    estimating: () => createEstimatingJudge({ model, redact, votes, price: price ?? listPrice(configuration, model) }),
    budget,
    redact,
  };
}

/** Other providers' models may be named alike, and cost something else. */
function listPrice({ description }: ModelConfiguration, { modelId }: LanguageModel): Price | undefined {
  return description.provider === 'compatible' ? undefined : priceOf(modelId);
}

function refuseModelFlags({ estimate, maxCost, price, votes, redact }: JudgeFlags): void {
  const given = {
    '--estimate': estimate,
    '--max-cost': maxCost !== undefined,
    '--price': price !== undefined,
    '--votes': votes !== undefined,
    '--no-redact': !redact,
  };
  const names = Object.entries(given).flatMap(([name, isGiven]) => (isGiven ? [name] : []));
  if (names.length === 0) return;
  throw new ConfigError(`${names.join(' and ')}: the offline judge asks no model.`, {
    code: 'model-option-without-model',
    hint: 'Set a model up, for example by OPENAI_API_KEY, or leave the option out. tqrs doctor shows what is set up.',
  });
}
