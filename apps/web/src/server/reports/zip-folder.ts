import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';

/** Pages are much alike: little effort makes them small. */
const LEVEL = 3;

/** Files to be packed: where they are, and what they are called in the archive. */
export interface ZipEntry {
  readonly path: string;
  readonly name: string;
}

/** Packs files into a zip archive, one after the other as its bytes are taken. */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, bytes) => {
    if (error) failure ??= error;
    else ready.push(bytes);
  });
  const take = () => {
    if (failure !== undefined) throw failure;
    const taken = ready;
    ready = [];
    return taken;
  };
  for (const { path, name } of entries) {
    const part = new ZipDeflate(name, { level: LEVEL });
    zip.add(part);
    part.push(await readFile(path), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

/** The HTML files of a folder and of those below it, by their paths from there. */
export async function pagesIn(folder: string): Promise<ZipEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map(({ name }) => ({ path: join(folder, name), name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
