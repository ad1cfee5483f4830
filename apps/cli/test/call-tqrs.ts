import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { type Outcome, type RunOptions, withoutSettings } from './run-tqrs.ts';

const { runCommand } = createRequire(import.meta.url)('../dist/program.js') as typeof import('../src/program.ts');

let previous: Promise<unknown> = Promise.resolve();

/**
 * Does what {@link runTqrs} does, with the built command inside of this process, which spares its start. Calls wait for
 * each other. Not for what only a process has: standard input, signals, a way to hang.
 */
export function callTqrs(args: readonly string[], options: Pick<RunOptions, 'cwd' | 'env'> = {}): Promise<Outcome> {
  const call = previous.then(() => callAlone(args, options));
  previous = call.catch(() => {});
  return call;
}

async function callAlone(args: readonly string[], { cwd, env }: Pick<RunOptions, 'cwd' | 'env'>): Promise<Outcome> {
  const before = { cwd: process.cwd(), env: { ...process.env } };
  const [stdout, stderr] = [collector(), collector()];
  const restore = [replace('stdout', stdout.stream), replace('stderr', stderr.stream)];
  process.chdir(cwd ?? before.cwd);
  setEnvironment({ ...withoutSettings(before.env), ...env });
  try {
    const code = await runCommand(args);
    return { code, stdout: stdout.text(), stderr: stderr.text(), events: '' };
  } finally {
    setEnvironment(before.env);
    process.chdir(before.cwd);
    for (const undo of restore) undo();
  }
}

/** A stream like a pipe, and what came through it. */
function collector() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      // A copy: the writer uses its memory again.
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

function replace(name: 'stdout' | 'stderr', value: Writable): () => void {
  const own = Object.getOwnPropertyDescriptor(process, name) ?? {};
  Object.defineProperty(process, name, { configurable: true, value });
  return () => Object.defineProperty(process, name, own);
}

function setEnvironment(wanted: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in wanted)) delete process.env[name];
  Object.assign(process.env, wanted);
}
