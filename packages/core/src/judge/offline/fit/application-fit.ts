import type { CompiledProfile } from '../../../profile/compile.ts';
import { foldLabel } from '../../../profile/fold-label.ts';
import type { Application } from '../../../profile/schema.ts';
import type { Criterion } from '../../../rubric/schema.ts';
import type { PhraseSet } from '../../../text/phrases.ts';
import type { Evidence } from '../../../verdict.ts';
import type { GradeReply, JudgeContext } from '../../judge.ts';
import { betterExists, cannotAssess, fitLevels, fits, present } from './replies.ts';
import { distinctiveWords, findWord, labelPhrases, supportFor } from './support.ts';

/** A reference field that an application of the profile has a value for. */
export type ReferenceField = 'service' | 'configurationItem';

interface CompiledApplication {
  readonly application: Application;
  readonly phrases: PhraseSet;
  /** Its name, and its values by field, folded for comparison. */
  readonly name: string;
  readonly values: Readonly<Record<ReferenceField, string | undefined>>;
}

const compiled = new WeakMap<CompiledProfile, readonly CompiledApplication[]>();

/** The profile's applications with their names as phrases. */
function applicationsOf(profile: CompiledProfile): readonly CompiledApplication[] {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const applications = profile.data.applications.map((application) => ({
    application,
    phrases: labelPhrases([application.name, ...application.aliases]),
    name: foldLabel(application.name),
    values: { service: folded(application.service), configurationItem: folded(application.configurationItem) },
  }));
  compiled.set(profile, applications);
  return applications;
}

/**
 * Weighs a service or configuration item: right where the text names it or an application that belongs to it, a better
 * one exists where the text clearly names only applications that belong elsewhere, and right by presence otherwise.
 */
export function judgeReference(
  field: ReferenceField,
  criterion: Criterion,
  open: readonly string[],
  context: JudgeContext,
): GradeReply {
  const { ticket, profile } = context;
  const value = ticket[field] ?? '';
  const { right, better } = fitLevels(criterion, open);
  if (right === undefined)
    return cannotAssess('The value cannot be right, and the text does not tell how far it is off.');
  const name = profile.nameOf(value.trim());
  const named = findWord(distinctiveWords(name), context);
  if (named !== undefined) return fits(right, named, `Words of “${name}” stand in the text.`);

  const chosen = foldLabel(name);
  let rival: { readonly application: Application; readonly evidence: Evidence } | undefined;
  for (const { application, phrases, name: own, values } of applicationsOf(profile)) {
    const isChosen = own === chosen || values[field] === chosen;
    if (!isChosen && (values[field] === undefined || rival !== undefined)) continue;
    const support = supportFor(phrases, context);
    if (support === undefined) continue;
    if (isChosen)
      return fits(right, support.evidence, `The text speaks of “${application.name}”, which belongs to “${name}”.`);
    if (support.isClear) rival = { application, evidence: support.evidence };
  }
  if (rival === undefined || better === undefined) return present(right, field, value);
  return betterExists(
    better,
    rival.evidence,
    `The text speaks of “${rival.application.name}”, which belongs to “${rival.application[field]}”, and nothing in it speaks for “${name}”.`,
  );
}

function folded(label: string | undefined): string | undefined {
  return label === undefined ? undefined : foldLabel(label);
}
