import { suggest } from '../data-file/closest.ts';
import type { IssueLog } from '../data-file/issue-log.ts';
import type { CriterionChange } from './extension-schema.ts';
import type { Check, Criterion, Grade, Level } from './schema.ts';

/** A criterion with a change applied. Unknown ids are said to `log`, which stands at the change. */
export function changeCriterion(criterion: Criterion, change: CriterionChange, log: IssueLog): Criterion {
  const { title, guidance, fields, appliesWhen, judgeMayWaive, rules, secondKey } = change;
  const judge = changeJudge(criterion, change, log);
  return laidOver(criterion, {
    title,
    guidance,
    fields,
    appliesWhen,
    judgeMayWaive,
    levels: changeLevels(criterion, change.levels ?? {}, log.at('levels')),
    evaluator: laidOver(criterion.evaluator, { rules, judge, secondKey }),
  });
}

/** The checks of a criterion that a change does not take away. */
export function keptChecks({ evaluator: { judge } }: Criterion, change: CriterionChange | undefined): readonly Check[] {
  const checks = judge?.type === 'checklist' ? judge.checks : [];
  return checks.filter(({ id }) => change?.withoutChecks?.includes(id) !== true);
}

function changeLevels(
  { id, levels }: Criterion,
  changes: NonNullable<CriterionChange['levels']>,
  log: IssueLog,
): Level[] {
  const ids = levels.map((level) => level.id);
  for (const level of Object.keys(changes)) {
    if (!ids.includes(level)) log.at(level).error(`"${id}" has no level "${level}"`, suggest(level, ids));
  }
  return levels.map((level) => laidOver(level, changes[level.id] ?? {}));
}

type Judge = Criterion['evaluator']['judge'];

function changeJudge(criterion: Criterion, change: CriterionChange, log: IssueLog): Judge {
  const { judge } = criterion.evaluator;
  const ofGrade = (['question', 'signal', 'phrases', 'vetoes', 'needs', 'examples'] as const).filter(
    (key) => change[key] !== undefined,
  );
  const ofChecklist = (['checks', 'withoutChecks', 'addChecks'] as const).filter((key) => change[key] !== undefined);
  if (judge?.type !== 'grade') {
    for (const key of ofGrade) log.at(key).error(`"${criterion.id}" is not graded`, cureFor(judge));
  }
  if (judge?.type !== 'checklist') {
    for (const key of ofChecklist) log.at(key).error(`"${criterion.id}" has no checks`, cureFor(judge));
  }
  if (judge?.type === 'grade') return changeGrade(judge, change);
  if (judge?.type === 'checklist')
    return laidOver(judge, { checks: changeChecks(criterion, change, log), again: change.again });
  if (change.again !== undefined) log.at('again').error(`"${criterion.id}" asks no judge`, cureFor(judge));
  return judge;
}

function cureFor(judge: Judge): string {
  if (judge === undefined) return 'Rules alone decide it: change `rules`, or leave it out and add one of your own.';
  return judge.type === 'grade'
    ? 'A grade asks one question: change `question`, `signal` or `phrases`.'
    : 'It asks several: change them under `checks`.';
}

function changeGrade(grade: Grade, change: CriterionChange): Grade {
  const { question, again, signal, phrases, vetoes, needs, examples } = change;
  return laidOver(grade, { question, again, vetoes, needs, examples, ...answerer({ signal, phrases }) });
}

function changeChecks(criterion: Criterion, change: CriterionChange, log: IssueLog): Check[] {
  const { checks: changes = {}, withoutChecks = [], addChecks = [] } = change;
  const { judge } = criterion.evaluator;
  const ids = judge?.type === 'checklist' ? judge.checks.map(({ id }) => id) : [];
  const noCheck = (id: string, place: IssueLog) =>
    place.error(`"${criterion.id}" has no check "${id}"`, suggest(id, ids));
  for (const id of Object.keys(changes)) {
    const place = log.at('checks', id);
    if (!ids.includes(id)) noCheck(id, place);
    if (withoutChecks.includes(id))
      place.error(`"${id}" is left out under \`withoutChecks\``, 'Keep it in one of the two places.');
  }
  withoutChecks.forEach((id, index) => {
    if (!ids.includes(id)) noCheck(id, log.at('withoutChecks', index));
  });
  const kept = keptChecks(criterion, change).map((check) => {
    const { signal, phrases, ...rest } = changes[check.id] ?? {};
    return laidOver(check, { ...rest, ...answerer({ signal, phrases }) });
  });
  return [...kept, ...addChecks];
}

/** Phrases take the place of a signal, and the other way round; only a file that gives both is left to contradict itself. */
function answerer<S, P>({ signal, phrases }: { signal: S; phrases: P }): { signal: S | null; phrases: P | null } {
  const given = (value: unknown) => value !== undefined && value !== null;
  return {
    signal: given(phrases) && signal === undefined ? null : signal,
    phrases: given(signal) && phrases === undefined ? null : phrases,
  };
}

type Change<T> = { readonly [Key in keyof T]?: T[Key] | null | undefined };

/** `base` with what `change` gives; null takes a key away, undefined leaves it as it is. */
function laidOver<T extends object>(base: T, change: Change<T>): T {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const merged = Object.entries({ ...base, ...Object.fromEntries(given) });
  return Object.fromEntries(merged.filter(([, value]) => value !== null)) as T;
}
