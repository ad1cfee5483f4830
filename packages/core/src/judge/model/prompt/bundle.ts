import { canonicalJson, hashOf } from '../../../data-file/canonical-json.ts';
import type { CompiledProfile } from '../../../profile/compile.ts';
import type { Check, Criterion, ProfilePart, Rubric } from '../../../rubric/schema.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { organisationText } from './organisation-text.ts';
import { checklistText, gradeText } from './question-text.ts';

/** Everything that a run asks, whatever the ticket: the static part of each prompt. */
export interface Bundle {
  /** The first message of every request. */
  readonly system: string;
  /** SHA-256 of it, in hex. */
  readonly hash: string;
  /** The ids that questions have in it, by question key, or by that and the check's id. */
  readonly ids: ReadonlyMap<string, string>;
}

const known = new WeakMap<readonly Rubric[], WeakMap<CompiledProfile, Bundle>>();

/** The bundle of a run. Made once for the same rubrics and profile. */
export function bundleOf(rubrics: readonly Rubric[], profile: CompiledProfile): Bundle {
  const ofRubrics = known.get(rubrics) ?? new WeakMap<CompiledProfile, Bundle>();
  known.set(rubrics, ofRubrics);
  const bundle = ofRubrics.get(profile) ?? makeBundle(rubrics, profile);
  ofRubrics.set(profile, bundle);
  return bundle;
}

function makeBundle(rubrics: readonly Rubric[], profile: CompiledProfile): Bundle {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const same = new Map<string, string>();
  const needed = new Set<ProfilePart>();
  const blocks: string[] = [];
  const newId = (base: string, rubric: Rubric): string => {
    const id = taken.has(base) ? `${rubric.id}_${base}` : base;
    taken.add(id);
    return id;
  };

  for (const rubric of rubrics) {
    const asked = rubric.criteria.filter(({ evaluator }) => evaluator.judge !== undefined);
    const texts: string[] = [];
    for (const criterion of asked) {
      const key = `${rubric.id}/${criterion.id}`;
      const { judge } = criterion.evaluator;
      if (judge === undefined) continue;
      const answers = judge.type === 'grade' ? [''] : judge.checks.map(({ id }) => `/${id}`);
      const twin = same.get(contentOf(criterion));
      if (twin !== undefined) {
        for (const answer of answers) ids.set(key + answer, ids.get(twin + answer) ?? '');
        continue;
      }
      same.set(contentOf(criterion), key);
      if (judge.type === 'grade') {
        const id = newId(criterion.id, rubric);
        ids.set(key, id);
        for (const part of judge.needs) needed.add(part);
        texts.push(gradeText(id, criterion, judge));
      } else {
        for (const check of judge.checks) {
          ids.set(`${key}/${check.id}`, newId(`${criterion.id}_${check.id}`, rubric));
          for (const part of check.needs) needed.add(part);
        }
        const idOf = (check: Check) => ids.get(`${key}/${check.id}`) ?? '';
        texts.push(checklistText(criterion, judge, idOf));
      }
    }
    if (texts.length > 0) blocks.push(`# ${rubric.title}\n${rubric.description}`, ...texts);
  }
  const organisation = organisationText(profile.data, needed);
  const system = [INSTRUCTIONS, ...(organisation === '' ? [] : [organisation]), ...blocks].join('\n\n');
  return { system, hash: hashOf(system), ids };
}

/** What makes two criteria the same question: all that a model reads, and all that narrows its verdicts; not their points. */
function contentOf({ title, guidance, fields, levels, judgeMayWaive, appliesWhen, evaluator }: Criterion): string {
  const said = levels.map(({ id, descriptor, provenBy }) => ({ id, descriptor, provenBy }));
  return canonicalJson({ title, guidance, fields, said, judgeMayWaive, appliesWhen, evaluator });
}
