import type { RunSettings } from '../../api/index.ts';

/** Reports that a run writes: all of them, so that any can be downloaded. */
const FORMATS = 'html,json,ndjson,csv,xlsx,md,junit,coaching';

/** What the arguments of `tqrs review` come from. */
export interface ReviewArguments {
  readonly settings: RunSettings;
  /** Names of the command's judges; `offline` where no model judges. */
  readonly judge: 'offline' | 'openai' | 'azure' | 'compatible';
  /** What the command calls the chosen rubrics and the profile: ids, or files of the server. */
  readonly rubrics: readonly string[];
  readonly profile: string;
  /** Paths of the exports. */
  readonly sources: readonly string[];
  /** What they are called. */
  readonly names: readonly string[];
}

/** Arguments that begin a run in a folder, or go on with the one that is there. */
export function runArguments(review: ReviewArguments, folder: string, retryUnscored: boolean): string[] {
  const { anonymize, locale } = review.settings;
  return [
    ...reviewArguments(review),
    `--format=${FORMATS}`,
    `--resume=${folder}`,
    ...(retryUnscored ? ['--retry-unscored'] : []),
    ...(anonymize ? ['--anonymize'] : []),
    ...(locale === undefined ? [] : [`--locale=${locale}`]),
    ...modelArguments(review),
    '--events=3',
    '--quiet',
    ...sources(review),
  ];
}

/** Arguments that write the report of a kept run anew, into another folder. */
export function reportArguments(run: string, out: string): string[] {
  return ['report', run, `--out=${out}`, `--format=${FORMATS}`, '--events=3', '--quiet'];
}

/** Arguments that tell what a model would be asked. */
export function estimateArguments(review: ReviewArguments): string[] {
  return [...reviewArguments(review), '--estimate', '--format=json', '--quiet', ...sources(review)];
}

/** Values stand behind `=`, so that none is taken for an option. */
function reviewArguments({ settings, judge, rubrics, profile }: ReviewArguments): string[] {
  const { where = [], since, until, limit, sample, seed, stratify } = settings.selection;
  const given = { since, until, limit, sample, seed, stratify };
  return [
    'review',
    ...rubrics.map((rubric) => `--rubric=${rubric}`),
    `--profile=${profile}`,
    `--judge=${judge}`,
    ...(settings.spelling ? [] : ['--no-spelling']),
    ...where.map((condition) => `--where=${condition}`),
    ...Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`])),
    ...(judge !== 'offline' && settings.votes > 1 ? [`--votes=${settings.votes}`] : []),
    ...(judge !== 'offline' && !settings.redact ? ['--no-redact'] : []),
  ];
}

function modelArguments({ judge, settings: { maxCostUsd } }: ReviewArguments): string[] {
  return judge === 'offline' || maxCostUsd === undefined ? [] : [`--max-cost=${maxCostUsd}`];
}

function sources({ sources, names }: ReviewArguments): string[] {
  return [...names.map((name) => `--name=${name}`), '--', ...sources];
}
