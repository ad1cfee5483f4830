import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  builtInProfiles,
  builtInRubrics,
  type CompiledProfile,
  loadBuiltInProfile,
  loadBuiltInRubric,
  loadProfile,
  loadRubric,
} from '@tqrs/core';
import { FORMAT_IDS, FORMATS } from '@tqrs/report';
import type { Catalogue } from '../api/index.ts';
import { ApiError } from './http/api-error.ts';
import { errorDetails, type Log } from './log.ts';

type Choice = Catalogue['rubrics'][number];
const DEFAULTS = { rubric: 'incident-logging', profile: 'default' };
const SAMPLE = { file: 'incidents.json', profile: 'profile.yaml' };

/** What a run can be made of, and what the command calls it. */
export interface Choices {
  readonly catalogue: Catalogue;
  /** What `--rubric` takes for an id of the catalogue. @throws {ApiError} where there is none. */
  rubric(id: string): string;
  /** What `--profile` takes for an id of the catalogue. @throws {ApiError} where there is none. */
  profile(id: string): string;
  /** A profile of the catalogue itself. @throws {ApiError} where there is none. */
  profileData(id: string): CompiledProfile;
  /** The sample export; undefined where it did not travel with the server. */
  readonly sample: { readonly path: string; readonly name: string } | undefined;
}

/** Where the choices come from. */
export interface ChoicesOptions {
  readonly version: string;
  /** Rubrics and profiles of whoever runs the server are in it, in `rubrics` and `profiles`. */
  readonly dataFolder: string;
  /** Holds the sample export and its profile. */
  readonly sampleFolder: string | undefined;
  readonly limits: Catalogue['limits'];
  readonly log: Log;
}

interface Described {
  readonly data: { readonly id: string; readonly title: string; readonly description: string };
}

/** Reads what there is to choose. A file that is no rubric or profile is told of in the log, and left out. */
export async function readChoices({
  version,
  dataFolder,
  sampleFolder,
  limits,
  log,
}: ChoicesOptions): Promise<Choices> {
  const rubrics = new Shelf(builtInRubrics, loadBuiltInRubric);
  const profiles = new Shelf(builtInProfiles, loadBuiltInProfile);
  await rubrics.add(join(dataFolder, 'rubrics'), loadRubric, log);
  await profiles.add(join(dataFolder, 'profiles'), loadProfile, log);
  const samplePath = sampleFolder === undefined ? undefined : resolve(sampleFolder, SAMPLE.file);
  const hasSample = sampleFolder !== undefined && samplePath !== undefined && existsSync(samplePath);
  const sampleProfile = hasSample
    ? await profiles.put(resolve(sampleFolder, SAMPLE.profile), loadProfile, 'sample')
    : '';
  return {
    catalogue: {
      version,
      rubrics: rubrics.choices,
      profiles: profiles.choices,
      defaults: DEFAULTS,
      formats: FORMAT_IDS.map((id) => ({
        id,
        description: FORMATS[id].description,
        archive: FORMATS[id].kind === 'folder' && FORMATS[id].entry.endsWith('.html'),
      })),
      limits,
      sample: hasSample ? { file: SAMPLE.file, profile: sampleProfile } : null,
    },
    rubric: (id) => rubrics.get(id, 'rubric').argument,
    profile: (id) => profiles.get(id, 'profile').argument,
    profileData: (id) => profiles.get(id, 'profile').loaded,
    sample: hasSample ? { path: samplePath, name: SAMPLE.file } : undefined,
  };
}

/** Rubrics, or profiles, by their ids. */
class Shelf<Loaded extends Described> {
  readonly choices: Choice[] = [];
  readonly #known = new Map<string, { readonly argument: string; readonly loaded: Loaded }>();

  constructor(builtIn: readonly string[], load: (id: string) => Loaded) {
    for (const id of builtIn) this.#put(load(id), id, 'built-in');
  }

  /** Adds the YAML files of a folder, which is made where it is missing. */
  async add(folder: string, load: (text: string) => Loaded, log: Log): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort()) {
      try {
        await this.put(join(folder, name), load, 'server');
      } catch (error) {
        log.error('file-left-out', { file: name, ...errorDetails(error) });
      }
    }
  }

  /** Adds a file, and tells its id. One that is taken already is put after a mark of where it comes from. */
  async put(path: string, load: (text: string) => Loaded, origin: Choice['origin']): Promise<string> {
    return this.#put(load(await readFile(path, 'utf8')), path, origin);
  }

  get(id: string, what: 'rubric' | 'profile') {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    throw new ApiError(422, `${what}-unknown`, `There is no such ${what}.`, 'Choose one of the list.');
  }

  #put(loaded: Loaded, argument: string, origin: Choice['origin']): string {
    const { id, title, description } = loaded.data;
    const name = this.#known.has(id) ? `${origin}:${id}` : id;
    this.#known.set(name, { argument, loaded });
    this.choices.push({ id: name, title, description, origin });
    return name;
  }
}
