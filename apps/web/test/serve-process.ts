import { type ChildProcess, spawn } from 'node:child_process';
import { COMMAND, cleanEnvironment } from './support.ts';

/** `tqrs serve` in a process of its own. */
export interface ServeProcess extends AsyncDisposable {
  readonly url: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Sends a signal and waits for the end; tells the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts it, and waits until it answers. */
export async function startServe(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
  port: number = 20_000 + Math.floor(Math.random() * 20_000),
): Promise<ServeProcess> {
  const args = [COMMAND, 'serve', '--data', dataFolder, '--port', String(port)];
  const child = spawn(process.execPath, args, { cwd: dataFolder, env: { ...cleanEnvironment, ...env }, stdio: 'pipe' });
  let output = '';
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        output += text;
        if (output.includes('TQRS  http')) resolve();
      });
    closed.then(() => reject(new Error(output)));
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return closed;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => output,
    end,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) await end('SIGKILL');
    },
  };
}
