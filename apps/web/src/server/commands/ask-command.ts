import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import { ApiError } from '../http/api-error.ts';
import { type Command, type ProcessOptions, startCommand } from './command.ts';

/** What a question to the command takes at most. */
const MOST_MS = 10 * 60_000;

/** A question to the command, which it answers with one JSON object. */
export interface Question<Schema extends z.ZodType> extends Omit<ProcessOptions, 'stdio'> {
  readonly args: readonly string[];
  readonly answer: Schema;
  /** Ends the process: nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Asks the command, a few questions at a time. */
export class CommandDesk {
  readonly #command: Command;
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(command: Command, most: number) {
    this.#command = command;
    this.#most = most;
  }

  /** @throws {ApiError} where there is no answer. */
  async ask<Schema extends z.ZodType>(question: Question<Schema>): Promise<z.output<Schema>> {
    if (this.#busy >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busy++;
    try {
      return await this.#ask(question);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy--;
      else next();
    }
  }

  async #ask<Schema extends z.ZodType>({ args, answer, signal, environment, folder }: Question<Schema>) {
    const child = startCommand(this.#command, args, { environment, folder, stdio: ['ignore', 'pipe', 'ignore'] });
    const end = AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)]);
    const kill = () => child.kill('SIGKILL');
    if (end.aborted) kill();
    end.addEventListener('abort', kill);
    try {
      const [output] = await Promise.all([
        text(child.stdout as Readable),
        new Promise<void>((resolve, reject) => child.once('close', () => resolve()).once('error', reject)),
      ]);
      const parsed = answer.safeParse(parse(output));
      if (parsed.success) return parsed.data;
    } finally {
      end.removeEventListener('abort', kill);
    }
    throw new ApiError(
      422,
      'command-failed',
      'TQRS could not answer that.',
      'Check the files and the settings. The same question to the tqrs command tells more.',
    );
  }
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
