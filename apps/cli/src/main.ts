import { runCommand } from './program.ts';
import { watchOutput } from './terminal/watch-output.ts';

watchOutput(process.stdout);
watchOutput(process.stderr);
process.exitCode = await runCommand(process.argv.slice(2));
