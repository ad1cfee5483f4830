import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type RunEvent, type RunEventOf, runEventSchema } from '../../api/index.ts';
import { type Command, startCommand } from '../commands/command.ts';

/** One process that works on a run. */
export interface RunProcess {
  /** Asks it to stop, and to save what is finished. */
  interrupt(): void;
  /** Ends it at once. */
  kill(): void;
  /** Settled when it is gone: with its last event, where it told one. */
  readonly ended: Promise<RunEventOf<'end'> | undefined>;
}

/** What a process is started with. */
export interface RunProcessOptions {
  readonly command: Command;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the run. */
  readonly folder: string;
  /** Takes events and the lines that they came in, in order; the process waits for it. */
  readonly take: (events: readonly RunEvent[], lines: string) => Promise<void>;
}

/** Starts the review of a run. What it prints for people goes into a file beside the run. */
export function startRunProcess({ command, args, environment, folder, take }: RunProcessOptions): RunProcess {
  const messages = openSync(join(folder, 'messages.log'), 'w', 0o600);
  const child = startCommand(command, args, {
    environment,
    folder,
    stdio: ['ignore', 'ignore', messages, 'pipe'],
  });
  closeSync(messages);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  return {
    interrupt: () => child.kill('SIGINT'),
    kill: () => child.kill('SIGKILL'),
    ended: readEvents(child.stdio[3] as Readable, take).finally(() => gone),
  };
}

async function readEvents(pipe: Readable, take: RunProcessOptions['take']): Promise<RunEventOf<'end'> | undefined> {
  let end: RunEventOf<'end'> | undefined;
  let rest = '';
  pipe.setEncoding('utf8');
  // A process that could not be started, or was killed, has told what it had to tell.
  pipe.on('error', () => {});
  for await (const text of pipe as AsyncIterable<string>) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    const events = lines.map((line) => runEventSchema.parse(JSON.parse(line)));
    if (lines.length > 0) await take(events, `${lines.join('\n')}\n`);
    end = events.findLast((event) => event.type === 'end') ?? end;
  }
  return end;
}
