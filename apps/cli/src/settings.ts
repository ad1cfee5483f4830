import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from './config-error.ts';
import { number } from './terminal/format.ts';

/** From the most talkative to the least. */
export const LOG_LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR'] as const;

/** One of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment can set. Options of the command win over it. */
export interface Settings {
  readonly logLevel: LogLevel;
  /** Tickets under review at the same time. */
  readonly concurrency: number;
  /** Tickets per durable write and progress tick. */
  readonly batchSize: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The process environment over the `.env` file of a folder, where there is one. */
export function readEnvironment(folder: string, environment: Environment): Environment {
  let text: string;
  try {
    text = readFileSync(`${folder}/.env`, 'utf8');
  } catch (error) {
    if (isMissing(error)) return environment;
    throw new ConfigError(`.env cannot be read: ${(error as NodeJS.ErrnoException).code}`, {
      code: 'env-unreadable',
      cause: error,
    });
  }
  return { ...parseEnv(text), ...environment };
}

/**
 * Reads the settings out of an environment.
 * @throws {ConfigError} naming the variable and what it accepts.
 */
export function readSettings(environment: Environment): Settings {
  return {
    logLevel: logLevel(environment.LOG_LEVEL),
    concurrency: wholeNumber('BATCH_CONCURRENCY', environment.BATCH_CONCURRENCY, 1_000) ?? 5,
    batchSize: wholeNumber('BATCH_SIZE', environment.BATCH_SIZE, 1_000_000) ?? 50,
  };
}

/**
 * Reads a whole number from 1 to `most`; undefined where nothing is given.
 * @throws {ConfigError} naming the setting.
 */
export function wholeNumber(name: string, text: string | undefined, most: number): number | undefined {
  const trimmed = text?.trim();
  if (!trimmed) return undefined;
  const value = /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : 0;
  if (value >= 1 && value <= most) return value;
  throw new ConfigError(`${name} is "${trimmed}", which is not a whole number from 1 to ${number(most)}.`, {
    code: 'setting-invalid',
    hint: `Set ${name} to a whole number, or leave it out.`,
  });
}

function logLevel(text: string | undefined): LogLevel {
  const wanted = text?.trim().toUpperCase();
  if (!wanted) return 'INFO';
  const level = LOG_LEVELS.find((name) => name === wanted);
  if (level) return level;
  throw new ConfigError(`LOG_LEVEL is "${text}", which is not a level.`, {
    code: 'setting-invalid',
    hint: `Use one of ${LOG_LEVELS.join(', ')}.`,
  });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
