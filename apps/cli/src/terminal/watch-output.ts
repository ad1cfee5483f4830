import { ExitCode } from '../exit-code.ts';

/**
 * Settles what happens when an output stream of the process cannot be written: nothing more is said where the reader of
 * a pipe has seen enough (`tqrs … | head`), and anything else, such as a full disk, ends the process with its reason.
 */
export function watchOutput(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    if (stream !== process.stderr) process.stderr.write(`error: the output cannot be written: ${error.message}\n`);
    process.exit(ExitCode.usage);
  });
}
