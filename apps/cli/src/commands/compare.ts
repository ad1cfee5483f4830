import { join } from 'node:path';
import { type ComparedRun, compareRuns, RUN_FILE, type RunRecord, readRun, type StoredTicket } from '@tqrs/core/runs';
import { jsonText } from '@tqrs/report';
import { Command, Option } from 'commander';
import { comparisonText } from '../terminal/comparison.ts';
import { painterFor, widthOf } from '../terminal/output.ts';

const HELP = `
A run is the folder that tqrs review or tqrs rescore wrote with --out. The first one is the earlier one.

Examples:
  $ tqrs compare report rescored                      which tickets moved, and why
  $ tqrs compare june july --format json | jq .rubrics
`;

/** `tqrs compare`: two kept runs, side by side. */
export function compareCommand(): Command {
  return new Command('compare')
    .description('say what differs between two kept runs, and why')
    .argument('<before>', 'the folder of a run')
    .argument('<after>', 'the folder of another one')
    .addOption(new Option('-f, --format <format>', 'how to tell it').choices(['text', 'json']).default('text'))
    .option('--no-color', 'print without colours')
    .addHelpText('after', HELP)
    .action(async (before: string, after: string, { format }: { readonly format: 'text' | 'json' }) => {
      const out = process.stdout;
      const comparison = withRun(before, (first) => withRun(after, (second) => compareRuns(first, second)));
      if (format === 'json') out.write(`${jsonText(comparison)}\n`);
      else out.write(comparisonText(comparison, painterFor(out), widthOf(out)));
    });
}

function withRun<Result>(folder: string, work: (run: ComparedRun) => Result): Result {
  const record = readRun(join(folder, RUN_FILE));
  try {
    return work({ configuration: record.configuration, tickets: ticketsOf(record) });
  } finally {
    record.close();
  }
}

function* ticketsOf(record: RunRecord): Generator<StoredTicket, void, undefined> {
  for (const { stored } of record.tickets()) yield stored;
}
