import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { readJson } from './json-file.ts';

/**
 * What is kept in a folder: in each folder of it a manifest, whose id is the name of that. What never became one is removed. Makes the
 * folder where there is none.
 */
export async function keptIn<Schema extends z.ZodType<{ readonly id: string }>>(
  folder: string,
  manifest: string,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept: z.output<Schema>[] = [];
  for (const name of await readdir(folder)) {
    const found = await readJson(join(folder, name, manifest), schema);
    if (found?.id === name) kept.push(found);
    else await rm(join(folder, name), { recursive: true, force: true });
  }
  return kept;
}
