import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** The marker of a folder that a report was written into alone. */
const MARKER = 'tqrs-run.json';

/**
 * Puts a report in the place of another one, entry by entry: a few renames, whatever its size. What else is in the folder, such as the record
 * of the run, stays.
 * @param aside Where the old entries go. It is made.
 */
export async function swapReport(from: string, to: string, aside: string): Promise<void> {
  await mkdir(aside, { mode: 0o700 });
  for (const entry of await readdir(from)) {
    if (entry === MARKER) continue;
    await rename(join(to, entry), join(aside, entry)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    try {
      await rename(join(from, entry), join(to, entry));
    } catch (error) {
      // Better an old page than none.
      await rename(join(aside, entry), join(to, entry)).catch(() => {});
      throw error;
    }
  }
}
