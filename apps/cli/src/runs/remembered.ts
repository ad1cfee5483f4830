import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { namesFile } from '../commands/read-file.ts';

/** An option as it was given: its name on the command line, and its words. */
const givenOptionSchema = z.strictObject({
  /** What commander calls it: `rubric`, `spelling` for `--no-spelling`. */
  name: z.string(),
  flag: z.string(),
  /** Null where the option takes none. */
  value: z.string().nullable(),
});
/** See {@link givenOptionSchema}. */
export type GivenOption = z.infer<typeof givenOptionSchema>;

/** How a run was started, for whoever goes on with it. */
export const rememberedCommandSchema = z.strictObject({
  kind: z.enum(['review', 'rescore']),
  /** Files and folders, or the run that is scored anew. Absolute; `-` is standard input. */
  sources: z.array(z.string()),
  options: z.array(givenOptionSchema),
});
/** See {@link rememberedCommandSchema}. */
export type RememberedCommand = z.infer<typeof rememberedCommandSchema>;

/** Options of one call of the command, not of the run. */
const PASSING: ReadonlySet<string> = new Set([
  'out',
  'force',
  'quiet',
  'color',
  'estimate',
  'events',
  'maxCost',
  'cache',
  'resume',
  'branch',
  'retryUnscored',
]);
/** Options of the run that do not select tickets: what they say is compared in another form, or changes no scorecard. */
const SHAPING: ReadonlySet<string> = new Set([
  'rubric',
  'profile',
  'judge',
  'votes',
  'price',
  'redact',
  'spelling',
  'format',
  'locale',
  'concurrency',
  'threads',
  'failUnder',
  'anonymize',
  'name',
]);
/** Their values may be paths. */
const FILES: ReadonlySet<string> = new Set(['rubric', 'profile']);

/** Notes which options of a command are given, in their own words. Call it once all options are declared. */
export function noteGivenOptions(command: Command): readonly GivenOption[] {
  const given: GivenOption[] = [];
  for (const option of command.options) {
    command.on(`option:${option.name()}`, (value: string | null | undefined) =>
      given.push({ name: option.attributeName(), flag: option.long ?? option.flags, value: value ?? null }),
    );
  }
  return given;
}

/** What is kept of a command, so that it can be given again from any folder. */
export function remember(
  kind: RememberedCommand['kind'],
  sources: readonly string[],
  given: readonly GivenOption[],
): RememberedCommand {
  return {
    kind,
    sources: sources.map((source) => (source === '-' ? source : resolve(source))),
    options: given.filter(({ name }) => !PASSING.has(name)).map(absolute),
  };
}

/** Which tickets a command selects, in its own words. */
export function selectionOf({ options }: RememberedCommand): Record<string, string[]> {
  const selecting = options.filter(({ name }) => !SHAPING.has(name));
  const groups = Object.entries(Object.groupBy(selecting, ({ flag }) => flag));
  return Object.fromEntries(groups.map(([flag, all = []]) => [flag, all.map(({ value }) => value ?? '')]));
}

/** The remembered options as arguments, but for those that are given anew. */
export function argumentsOf({ options }: RememberedCommand, given: readonly GivenOption[]): string[] {
  const anew = new Set(given.map(({ name }) => name));
  return options
    .filter(({ name }) => !anew.has(name))
    .map(({ flag, value }) => (value === null ? flag : `${flag}=${value}`));
}

function absolute(option: GivenOption): GivenOption {
  if (option.value === null || !FILES.has(option.name)) return option;
  const names = option.value.split(',').map((name) => (namesFile(name.trim()) ? resolve(name.trim()) : name));
  return { ...option, value: names.join(',') };
}
