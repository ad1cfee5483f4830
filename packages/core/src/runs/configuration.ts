import { z } from 'zod';
import { canonicalJson } from '../data-file/canonical-json.ts';
import type { Profile } from '../profile/schema.ts';
import type { Rubric } from '../rubric/schema.ts';

const hashed = { id: z.string(), hash: z.string() };
const json = z.json();

/** What a language model was set to. */
const modelSettingsSchema = z.strictObject({
  provider: z.string(),
  host: z.string(),
  model: z.string(),
  promptVersion: z.string(),
  redacted: z.boolean(),
  votes: z.int().positive(),
  parameters: z.record(z.string(), json),
});

/** What a run is made with. Two runs with the same configuration give the same scorecards, as far as a model repeats itself. */
export const runConfigurationSchema = z.strictObject({
  /** Name and version of the program. */
  engine: z.string(),
  /** ISO 8601, UTC. */
  startedAt: z.iso.datetime(),
  rubrics: z.array(z.strictObject({ ...hashed, version: z.string(), data: z.custom<Rubric>(isObject) })).min(1),
  profile: z.strictObject({ ...hashed, data: z.custom<Profile>(isObject) }),
  judge: z.strictObject({
    id: z.string(),
    method: z.enum(['offline', 'model']),
    model: modelSettingsSchema.optional(),
  }),
  spelling: z.boolean(),
  /** What is reviewed, in order. `hash`: SHA-256 of the content in hex; null where it can be read only once. */
  sources: z.array(z.strictObject({ name: z.string(), hash: z.string().nullable() })),
  /** Which of its tickets are reviewed, in the words of whoever started the run. Empty: all of them. */
  selection: z.record(z.string(), json),
  /** How the run was started, for whoever goes on with it. Only that program reads it. */
  command: z.record(z.string(), json),
});
/** See {@link runConfigurationSchema}. */
export type RunConfiguration = z.infer<typeof runConfigurationSchema>;

/** A part of a configuration that shapes scorecards. */
export type ChangedPart =
  | 'program'
  | 'rubric'
  | 'profile'
  | 'judge'
  | 'model'
  | 'prompt'
  | 'settings'
  | 'export'
  | 'selection';

/** Something that two configurations differ in. */
export interface ConfigurationChange {
  readonly part: ChangedPart;
  /** In words: `the rubric "incident-logging" (1.0.0, now 1.1.0)`. */
  readonly text: string;
}

/** What of a configuration is no longer what it was, the most telling first. The start and the command are left out. */
export function changesBetween(before: RunConfiguration, after: RunConfiguration): ConfigurationChange[] {
  const changes: ConfigurationChange[] = [];
  const tell = (part: ChangedPart, text: string) => changes.push({ part, text });
  tellRubrics(before, after, tell);
  if (before.profile.hash !== after.profile.hash)
    tell('profile', `the profile ${named(before.profile.id, after.profile.id)}`);
  tellJudge(before, after, tell);
  if (before.spelling !== after.spelling)
    tell('settings', `spelling (${onOff(before.spelling)}, now ${onOff(after.spelling)})`);
  tellSources(before, after, tell);
  if (canonicalJson(before.selection) !== canonicalJson(after.selection))
    tell('selection', 'which tickets are selected');
  if (before.engine !== after.engine) tell('program', `the program (${before.engine}, now ${after.engine})`);
  return changes;
}

type Tell = (part: ChangedPart, text: string) => void;

function tellRubrics(before: RunConfiguration, after: RunConfiguration, tell: Tell): void {
  const ids = (run: RunConfiguration) => run.rubrics.map(({ id }) => id).join(', ');
  if (ids(before) !== ids(after)) {
    tell('rubric', `the rubrics (${ids(before)}, now ${ids(after)})`);
    return;
  }
  before.rubrics.forEach((rubric, index) => {
    const now = after.rubrics[index];
    if (now === undefined || now.hash === rubric.hash) return;
    const versions = now.version === rubric.version ? rubric.version : `${rubric.version}, now ${now.version}`;
    tell('rubric', `the rubric "${rubric.id}" (${versions})`);
  });
}

function tellJudge({ judge: before }: RunConfiguration, { judge: after }: RunConfiguration, tell: Tell): void {
  if (before.id !== after.id)
    tell(isModel(before, after) ? 'model' : 'judge', `the judge (${before.id}, now ${after.id})`);
  const [was, is] = [before.model, after.model];
  if (was === undefined || is === undefined) return;
  if (was.host !== is.host) tell('model', `the model’s host (${was.host}, now ${is.host})`);
  if (was.promptVersion !== is.promptVersion)
    tell('prompt', `the prompt (version ${was.promptVersion}, now ${is.promptVersion})`);
  if (was.redacted !== is.redacted) tell('settings', `masking (${onOff(was.redacted)}, now ${onOff(is.redacted)})`);
  if (was.votes !== is.votes) tell('settings', `votes (${was.votes}, now ${is.votes})`);
  if (canonicalJson(was.parameters) !== canonicalJson(is.parameters)) tell('settings', 'the parameters of the model');
}

function isModel(before: RunConfiguration['judge'], after: RunConfiguration['judge']): boolean {
  return before.method === 'model' && after.method === 'model';
}

function tellSources({ sources: before }: RunConfiguration, { sources: after }: RunConfiguration, tell: Tell): void {
  if (before.length !== after.length) {
    tell('export', `the exports (${before.length}, now ${after.length})`);
    return;
  }
  before.forEach(({ name, hash }, index) => {
    const now = after[index];
    if (now !== undefined && now.hash !== hash) tell('export', `the export ${named(name, now.name)}`);
  });
}

function named(before: string, after: string): string {
  return before === after ? `"${before}"` : `"${before}", now "${after}"`;
}

function onOff(value: boolean): string {
  return value ? 'on' : 'off';
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
