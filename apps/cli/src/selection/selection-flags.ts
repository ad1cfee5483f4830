import { readValueList, SelectionError, type SelectionOptions, STRATIFY, type Stratify } from '@tqrs/core';
import { InvalidArgumentError, Option } from 'commander';
import { ConfigError } from '../config-error.ts';
import { wholeNumber } from '../settings.ts';

/** So many tickets are kept in memory by their places at most. */
const MOST_TICKETS = 1_000_000;
/** The same tickets from run to run, unless a seed is given. */
const DEFAULT_SEED = '1';

/** What the command was told about the tickets to review. */
export interface SelectionFlags {
  readonly where?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly assignedTo?: readonly string[];
  readonly group?: readonly string[];
  readonly limit?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly stratify?: Stratify;
}

/** The options of {@link SelectionFlags}. */
export const SELECTION_OPTIONS: readonly Option[] = [
  new Option(
    '-w, --where <condition>',
    'only tickets for which this holds: priority<=2 (again: this as well)',
  ).argParser((text: string, earlier: readonly string[] = []) => [...earlier, text]),
  new Option('--since <date>', 'only tickets closed from this day on: 2026-03-01'),
  new Option('--until <date>', 'only tickets closed up to this day, and on it'),
  new Option('--assigned-to <name,...>', 'only tickets of these analysts').argParser(names),
  new Option('--group <name,...>', 'only tickets of these assignment groups').argParser(names),
  new Option('--limit <n>', 'only the first so many of them'),
  new Option('--sample <n>', 'only a random sample of so many of them'),
  new Option('--seed <text>', `another seed draws another sample (default: ${DEFAULT_SEED})`),
  new Option('--stratify <field>', 'share the sample out in proportion').choices(STRATIFY),
];

/**
 * What is to be selected. Undefined: every ticket.
 * @throws {ConfigError} where an option makes no sense by itself.
 */
export function selectionOptions(flags: SelectionFlags): SelectionOptions | undefined {
  const { where, since, until, assignedTo, group: groups, seed, stratify } = flags;
  const limit = wholeNumber('--limit', flags.limit, MOST_TICKETS);
  const size = wholeNumber('--sample', flags.sample, MOST_TICKETS);
  if (size === undefined && (seed !== undefined || stratify !== undefined)) {
    throw new ConfigError(`${seed === undefined ? '--stratify' : '--seed'} is for a sample, and there is none.`, {
      code: 'sample-missing',
      hint: 'Add --sample <n>.',
    });
  }
  const options: SelectionOptions = {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(assignedTo && { assignedTo: [...assignedTo] }),
    ...(groups && { groups: [...groups] }),
    ...(where && { where: [...where] }),
    ...(limit !== undefined && { limit }),
    ...(size !== undefined && { sample: { size, seed: seed ?? DEFAULT_SEED, ...(stratify && { stratify }) } }),
  };
  return Object.keys(options).length === 0 ? undefined : options;
}

function names(text: string, earlier: readonly string[] = []): string[] {
  try {
    return [...new Set([...earlier, ...readValueList(text).map((value) => value.text)])];
  } catch (error) {
    if (error instanceof SelectionError) throw new InvalidArgumentError(`${error.message}\n${error.hint}`);
    throw error;
  }
}
