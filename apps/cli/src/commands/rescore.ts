import { join, resolve } from 'node:path';
import { RUN_FILE } from '@tqrs/core/runs';
import type { Command } from 'commander';
import { ConfigError } from '../config-error.ts';
import { withEvents } from '../events/with-events.ts';
import type { ExitCode } from '../exit-code.ts';
import { noteGivenOptions } from '../runs/remembered.ts';
import { requireOther } from '../runs/reopen-run.ts';
import { openSource } from '../runs/run-source.ts';
import { startRun } from '../runs/start-run.ts';
import { declareRescore, type ReviewFlags } from './review-options.ts';

const HELP = `
Points, levels, bands and gates come from the rubric, and are worked out anew from the tickets and answers that the run
keeps. A language model is asked only what the run did not ask: questions that are new or worded otherwise. What that
takes is told before. Where no model is set up, they stay unscored.

Examples:
  $ tqrs rescore report --rubric ours.yaml --out rescored               a run of its own; the old one stays as it is
  $ tqrs rescore report --rubric ours.yaml --estimate                   what a model would be asked; sends nothing
  $ tqrs rescore report --rubric ours.yaml --out rescored --max-cost 1  for one dollar at most
  $ tqrs compare report rescored                                        what it changed
`;

/** `tqrs rescore`: a kept run by another rubric or profile. */
export function rescoreCommand(version: string, end: (code: ExitCode) => void): Command {
  const command = declareRescore().addHelpText('after', HELP);
  const given = noteGivenOptions(command);
  return command.action(async (run: string, flags: Omit<ReviewFlags, 'spelling'>) => {
    end(
      await withEvents(flags.events, async (events) => {
        if (flags.out !== undefined) requireOther(run, flags.out, '--out');
        else if (!flags.estimate)
          throw new ConfigError('There is no folder for the new run.', {
            code: 'output-missing',
            hint: 'Name one with --out: the old run stays as it is.',
          });
        const source = openSource(run);
        const spelling = { ...flags, spelling: true };
        const asked = { kind: 'rescore' as const, sources: [resolve(run)], flags: spelling, given, events };
        return startRun(asked, version, { source, earlier: join(run, RUN_FILE) });
      }),
    );
  });
}
