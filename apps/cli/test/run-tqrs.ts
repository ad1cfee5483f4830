import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The command as users start it. The build comes before the tests. */
export const COMMAND = fileURLToPath(new URL('../bin/tqrs.cjs', import.meta.url));

const SETTINGS = /^(LOG_LEVEL|BATCH_SIZE|BATCH_CONCURRENCY|NO_COLOR|FORCE_COLOR|OPENAI_.*|TQRS_.*)$/;

/** An environment without the settings of the command. */
export const withoutSettings = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !SETTINGS.test(name)));

/** How a command is run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input. Absent: there is none. */
  readonly input?: string;
  /** Leaves standard input open after `input`, as a slow sender does. */
  readonly keepInputOpen?: boolean;
  /** Opens descriptor 3, as --events wants it. */
  readonly listen?: boolean;
  /** Gets the process while it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** What came of it. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What came on descriptor 3. */
  readonly events: string;
}

/** Runs `tqrs` in a process of its own, without settings from outside, and waits for its end. */
export function runTqrs(
  args: readonly string[],
  { cwd, env, input, keepInputOpen, listen, onStart }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    ...(cwd !== undefined && { cwd }),
    env: { ...withoutSettings(process.env), ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe', listen ? 'pipe' : 'ignore'],
  });
  const outcome = { stdout: '', stderr: '', events: '' };
  for (const [fd, name] of [
    [1, 'stdout'],
    [2, 'stderr'],
    [3, 'events'],
  ] as const) {
    const stream = child.stdio[fd] as Readable | null;
    stream?.setEncoding('utf8').on('data', (text: string) => {
      outcome[name] += text;
    });
  }
  child.stdin?.on('error', () => {});
  child.stdin?.write(input ?? '');
  if (!keepInputOpen) child.stdin?.end();
  onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...outcome }));
  });
}
