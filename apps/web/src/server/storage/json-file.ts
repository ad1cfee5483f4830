import { readFile, rename, writeFile } from 'node:fs/promises';
import type { z } from 'zod';

/** Writes a value so that a crash leaves the old file or the new one. For its owner alone. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  const next = `${path}.tmp`;
  await writeFile(next, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  await rename(next, path);
}

/** Reads a value; undefined where there is none, or it is not of that shape. */
export async function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  try {
    return schema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
