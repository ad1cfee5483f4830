import { suggest } from '../data-file/closest.ts';
import type { DataPath } from '../data-file/issue.ts';
import type { IssueLog } from '../data-file/issue-log.ts';
import { changeCriterion, keptChecks } from './change-criterion.ts';
import type { CriterionChange, RubricExtension } from './extension-schema.ts';
import type { Criterion, Rubric } from './schema.ts';

/** A criterion of an extended rubric: the base's, with its change, or one that was added at a place of `add`. */
interface Entry {
  readonly data: Criterion;
  readonly from:
    | { readonly base: Criterion; readonly change: CriterionChange | undefined }
    | { readonly added: number };
}

/** A rubric with the changes of a file applied. */
export interface ExtendedRubric {
  readonly rubric: Rubric;
  /** Where the file speaks of the value at a place of `rubric`: the place that comes nearest, which may not be there. */
  placeOf(path: DataPath): DataPath;
}

/** Applies what a file changes to its base. Unknown ids are said to `log`, which stands at the file. */
export function extendRubric(base: Rubric, extension: RubricExtension, log: IssueLog): ExtendedRubric {
  const ids = base.criteria.map(({ id }) => id);
  const left = new Set(extension.without);
  extension.without.forEach((id, index) => {
    if (!ids.includes(id)) log.at('without', index).error(noCriterion(base, id), suggest(id, ids));
  });
  for (const id of Object.keys(extension.change)) {
    const place = log.at('change', id);
    if (!ids.includes(id)) place.error(noCriterion(base, id), suggest(id, ids));
    if (left.has(id)) place.error(`"${id}" is left out under \`without\``, 'Keep it in one of the two places.');
  }
  if (extension.id === base.id) {
    log.at('id').error(`"${base.id}" is the rubric that this one extends`, 'Give it an id of its own.');
  }

  const entries: Entry[] = base.criteria.map((criterion) => {
    const change = extension.change[criterion.id];
    const data = change === undefined ? criterion : changeCriterion(criterion, change, log.at('change', criterion.id));
    return { data, from: { base: criterion, change } };
  });
  insertAdded(entries, extension.add, log.at('add'));
  const kept = entries.filter(({ from }) => 'added' in from || !left.has(from.base.id));

  const { id, version, title, description, passMark = base.passMark, bands = base.bands } = extension;
  return {
    rubric: { ...base, id, version, title, description, passMark, bands, criteria: kept.map(({ data }) => data) },
    placeOf: (path) => placeOf(path, kept),
  };
}

const noCriterion = ({ id }: Rubric, name: string) => `"${id}" has no criterion "${name}"`;

function insertAdded(entries: Entry[], add: RubricExtension['add'], log: IssueLog): void {
  /** What was added last after a criterion: several stand in the order of the file. */
  const tails = new Map<string, Entry>();
  add.forEach(({ after, ...data }, index) => {
    const entry: Entry = { data, from: { added: index } };
    if (after === undefined) {
      entries.push(entry);
      return;
    }
    const before = tails.get(after) ?? entries.find((other) => other.data.id === after);
    if (before === undefined) {
      const known = entries.map((other) => other.data.id);
      log.at(index, 'after').error(`there is no criterion "${after}" to stand after`, suggest(after, known));
      return;
    }
    entries.splice(entries.indexOf(before) + 1, 0, entry);
    tails.set(after, entry);
  });
}

function placeOf([part, position, ...rest]: DataPath, entries: readonly Entry[]): DataPath {
  if (part !== 'criteria') return [part, position, ...rest].filter((step) => step !== undefined);
  const entry = typeof position === 'number' ? entries[position] : undefined;
  if (entry === undefined) return ['without'];
  if ('added' in entry.from) return ['add', entry.from.added, ...rest];
  return ['change', entry.from.base.id, ...placeInChange(rest, entry.data, entry.from.base, entry.from.change)];
}

/** `levels[1].points` of a criterion stands at `levels.wrong.points` of its change. */
function placeInChange(
  path: DataPath,
  { levels, evaluator }: Criterion,
  base: Criterion,
  change?: CriterionChange,
): DataPath {
  const [part, second, ...rest] = path;
  if (part === 'levels' && typeof second === 'number') return ['levels', levels[second]?.id ?? '', ...rest];
  if (part !== 'evaluator') return path;
  if (second !== 'judge') return path.slice(1);
  const [key, index, ...inCheck] = rest;
  // Of the checks as a whole only their number can be wrong.
  if (key === 'checks' && index === undefined) return ['withoutChecks'];
  if (key !== 'checks' || typeof index !== 'number' || evaluator.judge?.type !== 'checklist') return rest;
  const kept = keptChecks(base, change).length;
  return index < kept
    ? ['checks', evaluator.judge.checks[index]?.id ?? '', ...inCheck]
    : ['addChecks', index - kept, ...inCheck];
}
