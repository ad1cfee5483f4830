import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { idSchema, type Upload, type UploadedFile, uploadSchema } from '../../api/index.ts';
import { notFound } from '../http/api-error.ts';
import { newId } from '../storage/ids.ts';
import { writeJson } from '../storage/json-file.ts';
import { keptIn } from '../storage/kept-folders.ts';
import { Turns } from '../storage/turns.ts';

const MANIFEST = 'upload.json';
const KEPT_MS = 24 * 60 * 60_000;

/** Keeps what was uploaded: each upload a folder, each file in it by its place. Names that came from outside are data only. */
export class UploadStore {
  readonly #folder: string;
  readonly #uploads = new Map<string, { upload: Upload; next: number; usedAt: number }>();
  /** Writes of one upload follow each other: files may come at the same time. */
  readonly #writes = new Turns();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Finds what is there, and removes what never became an upload. */
  async open(): Promise<void> {
    for (const upload of await keptIn(this.#folder, MANIFEST, uploadSchema)) {
      const next = 1 + Math.max(0, ...upload.files.map(({ id }) => id));
      this.#uploads.set(upload.id, { upload, next, usedAt: Date.parse(upload.createdAt) });
    }
    await this.sweep();
  }

  /** Begins an upload. */
  async create(): Promise<Upload> {
    const upload: Upload = { id: newId(), createdAt: new Date().toISOString(), files: [] };
    await mkdir(join(this.#folder, upload.id), { mode: 0o700 });
    await this.#save(upload, 1);
    return upload;
  }

  /** @throws {ApiError} where there is none of that id. */
  get(id: string): Upload {
    const entry = this.#uploads.get(id);
    if (entry === undefined) throw notFound('upload', 'upload-unknown');
    entry.usedAt = Date.now();
    return entry.upload;
  }

  /** Where the next file of an upload goes: a path for it, and what makes it part of the upload once it is whole. */
  place(id: string): { path: string; add: (name: string, bytes: number) => Promise<UploadedFile> } {
    this.get(id);
    const entry = this.#uploads.get(id);
    const place = entry === undefined ? 0 : entry.next++;
    return {
      path: this.#pathOf(id, place),
      add: async (name, bytes) => {
        const upload = this.get(id);
        const file = { id: place, name, bytes };
        const files = [...upload.files, file].toSorted((a, b) => a.id - b.id);
        await this.#save({ ...upload, files }, place + 1);
        return file;
      },
    };
  }

  /** Takes a file out of an upload. */
  async removeFile(id: string, file: number): Promise<Upload> {
    const upload = this.get(id);
    if (!upload.files.some((known) => known.id === file)) throw notFound('file', 'file-unknown');
    const rest = { ...upload, files: upload.files.filter((known) => known.id !== file) };
    await this.#save(rest, 1);
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

  async #save(upload: Upload, least: number): Promise<void> {
    const next = Math.max(least, this.#uploads.get(upload.id)?.next ?? 1);
    this.#uploads.set(upload.id, { upload, next, usedAt: Date.now() });
    await this.#writes.alone(upload.id, async () => {
      const latest = this.#uploads.get(upload.id);
      if (latest !== undefined) await writeJson(join(this.#folder, upload.id, MANIFEST), latest.upload);
    });
  }

  #pathOf(id: string, file: number): string {
    return join(this.#folder, idSchema.parse(id), String(file));
  }
}
