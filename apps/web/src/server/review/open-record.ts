import { join } from 'node:path';
import { RUN_FILE, RunError, type RunRecord, readRun } from '@tqrs/core/runs';
import { ApiError } from '../http/api-error.ts';

/** Reads the record of a run for as long as `work` takes. @throws {ApiError} where there is none, or a process is at work on it. */
export async function withRecord<Result>(
  folder: string,
  work: (record: RunRecord) => Result | Promise<Result>,
): Promise<Result> {
  let record: RunRecord | undefined;
  try {
    record = readRun(join(folder, RUN_FILE));
    return await work(record);
  } catch (error) {
    throw toldInWords(error);
  } finally {
    record?.close();
  }
}

function toldInWords(error: unknown): unknown {
  if (!RunError.isInstance(error)) return error;
  if (error.code === 'run-in-use') return goingOn();
  if (error.code === 'run-missing')
    return new ApiError(409, 'record-missing', 'Nothing of this run was kept.', 'Resume it, or begin another one.');
  // Paths stay on the server.
  return new ApiError(
    409,
    error.code,
    'What was kept of this run cannot be read.',
    'The log of the server tells more.',
  );
}

/** Somebody has to wait for the end of a run. */
export function goingOn(): ApiError {
  return new ApiError(409, 'run-going-on', 'The run is still going on.', 'Decide when it has come to its end.');
}
