import { suggest } from '../data-file/closest.ts';
import { type DataIssue, valueAt } from '../data-file/issue.ts';
import { IssueLog } from '../data-file/issue-log.ts';
import { type DataFile, readDataFile } from '../data-file/read-data-file.ts';
import { issuesOf } from '../data-file/zod-issues.ts';
import * as defaultProfile from '../profiles/default.yaml';
import * as mmcProfile from '../profiles/mmc.yaml';
import { checkProfile } from './check-profile.ts';
import { type CompiledProfile, compileProfile } from './compile.ts';
import { ProfileError } from './errors.ts';
import { mergeOver } from './merge.ts';
import { type Profile, profileSchema } from './schema.ts';

const BUILT_IN: ReadonlyMap<string, { readonly data: object; readonly text: string }> = new Map([
  ['default', defaultProfile],
  ['mmc', mmcProfile],
]);

/** Ids of the profiles that ship with the package. */
export const builtInProfiles: readonly string[] = [...BUILT_IN.keys()];

/** Settings of {@link loadProfile}. */
export interface LoadProfileOptions {
  /** What to call the profile in errors: the file's path. */
  readonly source?: string;
  /** What the file is laid over. Default: the built-in profile `default`. */
  readonly base?: Profile;
}

/**
 * Loads a profile from YAML or JSON text, or from parsed data, laid over its base: maps merge key by key, lists and
 * single values replace. A file without an id is called `custom`.
 *
 * @throws {ProfileError} with every issue: its path, line and column, what is wrong, and the cure.
 */
export function loadProfile(input: string | object, options: LoadProfileOptions = {}): CompiledProfile {
  const source = options.source ?? 'profile';
  const file = readDataFile(input);
  if (file.issues.length > 0) throw new ProfileError(source, file.issues);
  if (typeof file.value !== 'object' || file.value === null || Array.isArray(file.value)) {
    throw new ProfileError(source, [
      file.issueAt([], 'the document is not a map', 'Write keys and values: `id: my-company`.'),
    ]);
  }
  const base = options.base ?? loadBuiltInProfile('default').data;
  const unknown = unknownProcesses(file, base);
  if (unknown.length > 0) throw new ProfileError(source, unknown);
  return compileChecked(mergeOver({ ...base, ...identityOver(base, file.value) }, file.value), file, source);
}

/**
 * Loads a profile that ships with the package.
 *
 * @throws {ProfileError} where there is none of that id.
 */
export function loadBuiltInProfile(id: string): CompiledProfile {
  const data = BUILT_IN.get(id)?.data;
  if (data === undefined) {
    throw new ProfileError(id, [
      { path: '', message: `there is no built-in profile "${id}"`, cure: suggest(id, builtInProfiles) },
    ]);
  }
  if (id !== 'default') return loadProfile(data, { source: id });
  const file = readDataFile(data);
  return compileChecked(file.value, file, id);
}

/**
 * The text of a profile that ships with the package, to start one's own from.
 *
 * @returns YAML with comments, or undefined where there is none of that id.
 */
export function builtInProfileText(id: string): string | undefined {
  return BUILT_IN.get(id)?.text;
}

/** A process without a title is meant to change one of the base, which has none of that id. */
function unknownProcesses(file: DataFile, { criticalProcesses: known }: Profile): DataIssue[] {
  const changes = valueAt(file.value, ['criticalProcesses']);
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) return [];
  return Object.entries(changes).flatMap(([id, change]) => {
    if (Object.hasOwn(known, id) || typeof change !== 'object' || change === null || 'title' in change) return [];
    const cure = `${suggest(id, Object.keys(known))} A process of your own needs a title, \`foundBy\` and \`coaching\`.`;
    return [file.issueAt(['criticalProcesses', id], `there is no process "${id}" to change`, cure)];
  });
}

/** A changed profile must not pass for its base. */
function identityOver(base: Profile, over: object): Pick<Profile, 'id' | 'title' | 'description'> {
  const id = 'id' in over && typeof over.id === 'string' ? over.id : 'custom';
  return { id, title: id, description: `The profile "${base.id}" with changes.` };
}

function compileChecked(value: unknown, file: DataFile, source: string): CompiledProfile {
  const parsed = profileSchema.safeParse(value);
  if (!parsed.success) throw new ProfileError(source, issuesOf(parsed.error, { file, value, schema: profileSchema }));
  const log = new IssueLog(file);
  checkProfile(parsed.data, log);
  if (log.errors.length > 0) throw new ProfileError(source, log.errors);
  return compileProfile(parsed.data);
}
