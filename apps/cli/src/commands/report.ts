import { Command } from 'commander';
import type { ExitCode } from '../exit-code.ts';
import { type ReportFlags, writeReport } from '../runs/write-report.ts';
import { REPORT_OPTIONS } from './review-options.ts';

const HELP = `
The report comes from the record of the run: nothing is reviewed, no model is asked, and the export is not needed. What people decided
about tickets is in it. Another folder gets the report alone, without the record.

Examples:
  $ tqrs report report --format html,xlsx                    the report of a run anew, in other formats
  $ tqrs report report --anonymize --out for-the-team        one to hand on, without names
`;

/** `tqrs report`: the report of a kept run, written anew. */
export function reportCommand(end: (code: ExitCode) => void): Command {
  const command = new Command('report')
    .description('write the report of a kept run anew: other formats, without names, with decisions')
    .argument('<run>', 'the folder of the run');
  for (const option of REPORT_OPTIONS) command.addOption(option);
  return command
    .option('--no-color', 'print without colours')
    .addHelpText('after', HELP)
    .action(async (run: string, flags: ReportFlags) => end(await writeReport(run, flags)));
}
