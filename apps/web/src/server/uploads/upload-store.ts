import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { idSchema, type Upload, type UploadedFile, uploadSchema } from '../../api/index.ts';
import { ApiError, notFound } from '../http/api-error.ts';
import { newId } from '../storage/ids.ts';
import { writeJson } from '../storage/json-file.ts';
import { keptIn } from '../storage/kept-folders.ts';
import { Turns } from '../storage/turns.ts';

const MANIFEST = 'upload.json';
const KEPT_MS = 24 * 60 * 60_000;

interface Entry {
  upload: Upload;
  /** The place of the next file. */
  next: number;
  /** Files that are not whole yet. */
  coming: number;
  usedAt: number;
}

/** Keeps what was uploaded: each upload a folder, each file in it by its place. Names that came from outside are data only. */
export class UploadStore {
  readonly #folder: string;
  readonly #mostFiles: number;
  readonly #uploads = new Map<string, Entry>();
  /** Writes of one upload follow each other: files may come at the same time. */
  readonly #writes = new Turns();

  /** @param mostFiles Of one upload. */
  constructor(folder: string, mostFiles: number) {
    this.#folder = folder;
    this.#mostFiles = mostFiles;
  }

  /** Finds what is there, and removes what never became an upload. */
  async open(): Promise<void> {
    for (const upload of await keptIn(this.#folder, MANIFEST, uploadSchema)) {
      const next = 1 + Math.max(0, ...upload.files.map(({ id }) => id));
      this.#uploads.set(upload.id, { upload, next, coming: 0, usedAt: Date.parse(upload.createdAt) });
    }
    await this.sweep();
  }

  /** Begins an upload. */
  async create(): Promise<Upload> {
    const upload: Upload = { id: newId(), createdAt: new Date().toISOString(), files: [] };
    await mkdir(join(this.#folder, upload.id), { mode: 0o700 });
    this.#uploads.set(upload.id, { upload, next: 1, coming: 0, usedAt: Date.now() });
    await this.#save(upload.id);
    return upload;
  }

  /** @throws {ApiError} where there is none of that id. */
  get(id: string): Upload {
    return this.#entry(id).upload;
  }

  /**
   * Adds a file to an upload, once it is whole.
   * @param write Writes it to a path, and tells its bytes.
   * @throws {ApiError} where the upload is full, or is taken away meanwhile.
   */
  async add(id: string, name: string, write: (path: string) => Promise<number>): Promise<UploadedFile> {
    const entry = this.#entry(id);
    if (entry.upload.files.length + entry.coming >= this.#mostFiles)
      throw new ApiError(413, 'too-many-files', `An upload takes ${this.#mostFiles} files.`, 'Review them in parts.');
    const place = entry.next++;
    entry.coming++;
    let bytes: number;
    try {
      bytes = await write(this.#pathOf(id, place));
    } finally {
      entry.coming--;
      // Taken away meanwhile: that is told, whatever writing came to.
      this.#entry(id);
    }
    const file = { id: place, name, bytes };
    const files = [...entry.upload.files, file].toSorted((a, b) => a.id - b.id);
    entry.upload = { ...entry.upload, files };
    await this.#save(id);
    return file;
  }

  /** Takes a file out of an upload. */
  async removeFile(id: string, file: number): Promise<Upload> {
    const entry = this.#entry(id);
    const { upload } = entry;
    if (!upload.files.some((known) => known.id === file)) throw notFound('file', 'file-unknown');
    const rest = { ...upload, files: upload.files.filter((known) => known.id !== file) };
    entry.upload = rest;
    await this.#save(id);
    await rm(this.#pathOf(id, file), { force: true });
    return rest;
  }

  /** Deletes an upload with all of its files. */
  async remove(id: string): Promise<void> {
    this.get(id);
    this.#uploads.delete(id);
    await this.#writes.over(id);
    await rm(join(this.#folder, id), { recursive: true, force: true });
  }

  /** Paths of an upload's files, in order. */
  paths({ id, files }: Upload): string[] {
    return files.map((file) => this.#pathOf(id, file.id));
  }

  /** Puts an upload's files into a folder of its own, where they stay whatever becomes of the upload. */
  async keepIn(upload: Upload, folder: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const [index, path] of this.paths(upload).entries()) {
      const to = join(folder, String(index + 1));
      // Another name for the same bytes, where the file system has such.
      await link(path, to).catch(() => copyFile(path, to));
    }
  }

  /** Deletes what nobody touched for a day. */
  async sweep(now = Date.now()): Promise<void> {
    for (const [id, { usedAt }] of this.#uploads) if (now - usedAt > KEPT_MS) await this.remove(id);
  }

  #entry(id: string): Entry {
    const entry = this.#uploads.get(id);
    if (entry === undefined) throw notFound('upload', 'upload-unknown');
    entry.usedAt = Date.now();
    return entry;
  }

  async #save(id: string): Promise<void> {
    await this.#writes.alone(id, async () => {
      const latest = this.#uploads.get(id);
      if (latest !== undefined) await writeJson(join(this.#folder, id, MANIFEST), latest.upload);
    });
  }

  #pathOf(id: string, file: number): string {
    return join(this.#folder, idSchema.parse(id), String(file));
  }
}
