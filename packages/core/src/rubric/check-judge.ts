import { checkCoaching } from '../data-file/check-coaching.ts';
import { checkPhrases } from '../data-file/check-phrases.ts';
import { suggest } from '../data-file/closest.ts';
import type { IssueLog } from '../data-file/issue-log.ts';
import { checkField } from '../data-file/ticket-fields.ts';
import type { Signal } from '../judge/offline/define-signal.ts';
import type { Check, Checklist, Criterion, Grade } from './schema.ts';

type Signals = ReadonlyMap<string, Signal>;

/** Checks the judged part of a criterion. `log` stands at the judge. */
export function checkJudge(criterion: Criterion, judge: Checklist | Grade, log: IssueLog, signals: Signals): void {
  if (judge.type === 'grade') checkGrade(criterion, judge, log, signals);
  else checkChecklist(criterion, judge, log, signals);
}

function checkChecklist(criterion: Criterion, list: Checklist, log: IssueLog, signals: Signals): void {
  const order = criterion.levels.map(({ id }) => id);
  let worst = -1;
  list.levels.forEach((id, index) => {
    const position = order.indexOf(id);
    const place = log.at('levels', index);
    if (position < 0) place.error(`"${criterion.id}" has no level "${id}"`, suggest(id, order));
    else if (position < worst)
      place.error(`"${id}" is better than the level before it`, 'List them from no unmet check to many.');
    worst = Math.max(worst, position);
  });
  if (list.levels.length > list.checks.length + 1) {
    log
      .at('levels')
      .warn(
        `${list.levels.length} levels, but only ${list.checks.length} checks`,
        'The last levels are never reached: add checks or drop levels.',
      );
  }
  log.unique(
    list.checks.map(({ id }) => id),
    'check id',
    (index) => ['checks', index, 'id'],
  );
  list.checks.forEach((check, index) => {
    checkCheck(criterion, check, log.at('checks', index), signals);
  });
}

function checkCheck(criterion: Criterion, check: Check, log: IssueLog, signals: Signals): void {
  checkFields(criterion, check.fields, log.at('fields'));
  if (check.appliesWhen !== undefined) {
    checkFields(criterion, check.appliesWhen.fields, log.at('appliesWhen', 'fields'));
    checkPhrases(check.appliesWhen.phrases, log.at('appliesWhen', 'phrases'));
  }
  checkCoaching(check.coaching, log.at('coaching'));
  const { met = [], notMet = [] } = check.phrases ?? {};
  checkPhrases(met, log.at('phrases', 'met'));
  checkPhrases(notMet, log.at('phrases', 'notMet'));
  const declared = met.length + notMet.length > 0;
  checkAnswerer(`the check "${check.id}"`, 'check', check.signal, declared, log, signals);
  if (declared && check.notMetBy === 'quote' && notMet.length === 0) {
    log
      .at('phrases')
      .warn(
        `the check "${check.id}" can only be not met by a quote, and no phrase looks for one`,
        'Add `notMet` phrases, or use `notMetBy: absence`.',
      );
  }
}

function checkGrade(criterion: Criterion, grade: Grade, log: IssueLog, signals: Signals): void {
  const known = criterion.levels.map(({ id }) => id);
  for (const [level, phrases] of Object.entries(grade.phrases ?? {})) {
    const place = log.at('phrases', level);
    if (!known.includes(level)) place.error(`"${criterion.id}" has no level "${level}"`, suggest(level, known));
    checkPhrases(phrases, place);
  }
  const declared = Object.keys(grade.phrases ?? {}).length > 0;
  checkAnswerer(`the grade of "${criterion.id}"`, 'grade', grade.signal, declared, log, signals);
}

function checkAnswerer(
  what: string,
  kind: Signal['kind'],
  id: string | undefined,
  declared: boolean,
  log: IssueLog,
  signals: Signals,
): void {
  if (id === undefined) {
    if (!declared)
      log.warn(
        `only a language model can answer ${what}`,
        'Declare `phrases`, or name a `signal`, to have it answered offline.',
      );
    return;
  }
  const signal = signals.get(id);
  if (signal === undefined) {
    log.at('signal').error(
      `there is no signal "${id}"`,
      suggest(
        id,
        [...signals.values()].filter((s) => s.kind === kind).map((s) => s.id),
      ),
    );
  } else if (signal.kind !== kind) {
    log
      .at('signal')
      .error(`the signal "${id}" answers a ${signal.kind}, not a ${kind}`, `Name a signal for a ${kind}.`);
  }
  if (declared) log.at('phrases').error(`${what} has a signal and phrases`, 'Keep one of the two.');
}

function checkFields(criterion: Criterion, fields: readonly string[], log: IssueLog): void {
  fields.forEach((field, index) => {
    checkField(field, 'readable', log.at(index));
    if (!criterion.fields.includes(field)) {
      log
        .at(index)
        .error(`"${field}" is not among the fields of "${criterion.id}"`, `Add it to the criterion's \`fields\`.`);
    }
  });
}
