import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../config-error.ts';
import { type Input, READ_AHEAD } from './inputs.ts';
import { bytesOf } from './read-input.ts';

/** Exports that can be read again, and the way to let go of the copies. */
export interface SpooledInputs {
  readonly found: readonly Input[];
  dispose(): Promise<void>;
}

/**
 * Copies what can be read only once (standard input) into temporary files, for selecting tickets takes a reading of its own. A copy
 * loses its name at once: only this process can read it, and it goes when the process goes, however it ends.
 *
 * @throws {ConfigError} where there is no room for it.
 */
export async function spoolInputs(found: readonly Input[], signal: AbortSignal): Promise<SpooledInputs> {
  const handles: { close(): Promise<void> }[] = [];
  const dispose = async () => {
    for (const handle of handles.splice(0)) await handle.close();
  };
  try {
    const spooled: Input[] = [];
    for (const input of found) spooled.push(input.reopenable ? input : await spool(input, signal, handles));
    return { found: spooled, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function spool(input: Input, signal: AbortSignal, handles: { close(): Promise<void> }[]): Promise<Input> {
  try {
    const folder = await mkdtemp(join(tmpdir(), 'tqrs-'));
    const path = join(folder, 'input');
    const handle = await open(path, 'wx+', 0o600);
    handles.push(handle);
    await rm(folder, { recursive: true });
    // No stream to write it: the handle would wait for that when it is closed. What came before Ctrl-C is an export that ends there.
    await handle.writeFile(bytesOf(input, signal));
    const reopen = () => handle.createReadStream({ start: 0, autoClose: false, highWaterMark: READ_AHEAD });
    return { ...input, reopenable: true, open: reopen };
  } catch (error) {
    throw new ConfigError(`${input.name} cannot be copied into ${tmpdir()}, which selecting tickets from it needs.`, {
      code: 'spool-failed',
      hint: 'Make room there, name another folder with TMPDIR, or write the export to a file and name that.',
      cause: error,
    });
  }
}
