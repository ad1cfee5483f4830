import type { Price } from '@tqrs/llm';
import { InvalidArgumentError, Option } from 'commander';

/** Who can judge, by the name that `--judge` takes. */
export const JUDGES = ['offline', 'openai', 'azure', 'compatible'] as const;

/** What the command was told about its judge. */
export interface JudgeFlags {
  readonly judge?: (typeof JUDGES)[number];
  readonly votes?: number;
  /** US dollars. */
  readonly maxCost?: number;
  readonly price?: Price;
  readonly redact: boolean;
  readonly estimate: boolean;
  /** Asks again what failed in a run that is gone on with. */
  readonly retryUnscored?: boolean;
  /** A folder, or true for the usual one. False: no cache, whatever the environment says. */
  readonly cache?: string | boolean;
}

/** The options of {@link JudgeFlags}. */
export const JUDGE_OPTIONS: readonly Option[] = [
  new Option(
    '-j, --judge <judge>',
    'who answers questions about prose (default: the model that is set up, else offline)',
  ).choices(JUDGES),
  new Option('--estimate', 'say what a model would be asked and what it would cost, and send nothing').default(false),
  new Option('--max-cost <usd>', 'stop before the model costs more than this').argParser(amount),
  new Option(
    '--price <in,cached,out>',
    'what the model costs, in US dollars for a million tokens: 2.5,1.25,10 (default: the list price)',
  ).argParser(price),
  new Option('--votes <n>', 'ask the model every question so many times, and go by the majority').argParser(votes),
  new Option(
    '--cache [folder]',
    'use answers of earlier runs, and keep this one’s (default folder: tqrs in the user’s cache)',
  ),
  new Option('--no-cache', 'ask anew, whatever TQRS_CACHE says'),
  new Option('--no-redact', 'send names, numbers and addresses to the model as they are'),
];

function votes(text: string): number {
  const count = Number(text);
  if (/^\d{1,2}$/.test(text) && count % 2 === 1) return count;
  throw new InvalidArgumentError('Give an odd number: 1, 3, 5.');
}

function amount(text: string): number {
  const usd = numberOf(text);
  if (usd > 0) return usd;
  throw new InvalidArgumentError('Give an amount in US dollars: 2.50.');
}

function price(text: string): Price {
  const [inputUsd = Number.NaN, cachedInputUsd = Number.NaN, outputUsd = Number.NaN, ...more] = text
    .split(',')
    .map(numberOf);
  if (more.length === 0 && inputUsd >= 0 && cachedInputUsd >= 0 && outputUsd >= 0)
    return { inputUsd, cachedInputUsd, outputUsd };
  throw new InvalidArgumentError('Give three amounts in US dollars for a million tokens: 2.5,1.25,10.');
}

function numberOf(text: string): number {
  const trimmed = text.trim();
  return /^\d{1,9}(\.\d{1,9})?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
