import type { Estimate, KeptAnswers, Load, SelectionReport } from '@tqrs/core';
import type { EstimateReport } from '@tqrs/web/api';
import { ConfigError } from '../config-error.ts';
import { type ReviewInputsOptions, reviewInputs } from '../review/review-inputs.ts';
import type { Recorder } from '../runs/recorder.ts';
import { counted, number, shareOf, usd } from '../terminal/format.ts';
import type { ModelChoice } from './choose-judge.ts';

/** Which tickets are estimated: those that the run would review. */
export interface EstimatedRun
  extends Omit<ReviewInputsOptions, 'judge' | 'formats' | 'describe' | 'threads' | 'recorder'> {
  /** Tells what is finished already. */
  readonly recorder?: Recorder;
  /** The answers of an earlier run. */
  readonly kept?: KeptAnswers | undefined;
}

/** Reads every input as a run would, and adds up what a model would be asked. Nothing is sent. */
export async function estimateRun(
  run: EstimatedRun,
  { estimating }: ModelChoice,
): Promise<{
  readonly tickets: number;
  readonly estimate: Estimate;
  readonly selection: SelectionReport | undefined;
}> {
  const judge = estimating(run.kept);
  let tickets = 0;
  let selection: SelectionReport | undefined;
  for await (const event of reviewInputs({ ...run, judge, formats: [], describe: () => [], threads: 1 })) {
    if (event.type === 'reviewed' && !run.recorder?.isRecalled(event.scorecards)) run.progress.tick(++tickets);
    else if (event.type === 'end') selection = event.selection;
  }
  return { tickets, estimate: judge.estimate(), selection };
}

/**
 * Makes sure that a limit of cost leaves room for one request, before anything is written or sent.
 * @throws {ConfigError} where it does not.
 */
export async function requireRoomForOne(run: EstimatedRun, choice: ModelChoice): Promise<void> {
  const { budget } = choice;
  const first = run.found.filter(({ reopenable }) => reopenable).slice(0, 1);
  if (budget === undefined || first.length === 0) return;
  const judge = choice.estimating(run.kept);
  const settings = { ...run, found: first, concurrency: 1, judge, formats: [], describe: () => [], threads: 1 };
  for await (const event of reviewInputs({ ...settings, onProblem: () => {} })) {
    if (event.type === 'reviewed' && judge.estimate().tickets > 0) break;
  }
  const { requests, costUsd } = judge.estimate().worst;
  if (requests === 0 || costUsd === null || costUsd / requests <= budget.maxCostUsd) return;
  throw new ConfigError(
    `--max-cost ${budget.maxCostUsd} does not allow one request: the first one can cost ${usd(costUsd / requests)}.`,
    {
      code: 'cost-limit-too-low',
      hint: 'Raise it, or choose a cheaper model. --estimate tells what the whole run costs.',
    },
  );
}

/** An estimate in words, for a person. `kept`: answers of an earlier run are left out of it. */
export function estimateText(
  judge: string,
  tickets: number,
  { tickets: asked, likely, worst }: Estimate,
  kept: boolean,
): string {
  const rest = tickets - asked;
  const decided =
    rest === 0
      ? ''
      : `; ${number(rest)} ${rest === 1 ? 'is' : 'are'} decided by rules ${kept ? 'and earlier answers' : 'alone'}`;
  return [
    `Estimate for ${counted(tickets, 'ticket')} with ${judge}. Nothing was sent.`,
    '',
    `  Asked about  ${counted(asked, 'ticket')}${decided}`,
    `  Likely       ${loadText(likely)}`,
    `  At worst     ${loadText(worst)}`,
    '',
    'At worst every answer is doubtful, asked for again and as long as it may be. Failed requests that are repeated come on top.',
    '',
  ].join('\n');
}

/** An estimate for programs. */
export function estimateReport(judge: string, tickets: number, estimate: Estimate): EstimateReport {
  const { tickets: asked, likely, worst } = estimate;
  return { schemaVersion: 1, judge, tickets, asked, likely, worst };
}

/** An estimate in a line. */
export function shortEstimate({ tickets, likely, worst }: Estimate): string {
  if (tickets === 0) return 'No question changed: nothing is to be asked.';
  return `To be asked about ${counted(tickets, 'ticket')}: ${loadText(likely)}; at worst ${counted(worst.requests, 'request')}${worst.costUsd === null ? '' : `, ${usd(worst.costUsd)}`}.`;
}

function loadText({ requests, inputTokens, cachedInputTokens, outputTokens, costUsd }: Load): string {
  const kept =
    cachedInputTokens === 0 ? '' : ` (${shareOf(cachedInputTokens, inputTokens)} of them from the provider’s cache)`;
  const cost = costUsd === null ? 'cost unknown: give --price' : usd(costUsd);
  return `${counted(requests, 'request')}, ${number(inputTokens)} tokens in${kept}, ${number(outputTokens)} out, ${cost}`;
}
