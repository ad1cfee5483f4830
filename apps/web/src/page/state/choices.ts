import type { Catalogue, RunSettings, RunSettingsInput } from '../../api/index.ts';

/** How somebody wants an upload to be reviewed: the form as it stands, numbers as they were typed. */
export interface Choices {
  readonly rubrics: readonly string[];
  readonly profile: string;
  readonly judge: RunSettings['judge'];
  readonly which: 'all' | 'limit' | 'sample';
  readonly count: string;
  readonly seed: string;
  readonly stratify: '' | NonNullable<RunSettings['selection']['stratify']>;
  readonly since: string;
  readonly until: string;
  /** A condition a line. */
  readonly where: string;
  /** How the report writes numbers and times; blank: as usual. */
  readonly locale: string;
  readonly spelling: boolean;
  readonly anonymize: boolean;
  readonly redact: boolean;
  readonly votes: RunSettings['votes'];
  readonly maxCost: string;
}

/** The choices of somebody who chose nothing. */
export function defaultChoices({ defaults }: Catalogue): Choices {
  return {
    rubrics: [defaults.rubric],
    profile: defaults.profile,
    judge: 'offline',
    which: 'all',
    count: '100',
    seed: '',
    stratify: '',
    since: '',
    until: '',
    where: '',
    locale: '',
    spelling: true,
    anonymize: false,
    redact: true,
    votes: 1,
    maxCost: '',
  };
}

/** A field of the form that cannot be used as it stands. */
export type Mistake = 'rubrics' | 'count' | 'days' | 'where' | 'maxCost';

/** As the server takes them. */
const MOST_CONDITIONS = 20;
const LONGEST_CONDITION = 500;

/** The conditions of a form. */
const conditionsIn = (where: string): string[] =>
  where
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is wrong with choices; empty where nothing is. */
export function mistakesIn({ rubrics, which, count, since, until, where, judge, maxCost }: Choices): Mistake[] {
  const mistakes: Mistake[] = [];
  if (rubrics.length === 0) mistakes.push('rubrics');
  if (which !== 'all' && !(/^\d{1,7}$/.test(count) && Number(count) > 0 && Number(count) <= 1e6))
    mistakes.push('count');
  if (since !== '' && until !== '' && since > until) mistakes.push('days');
  const conditions = conditionsIn(where);
  if (conditions.length > MOST_CONDITIONS || conditions.some(({ length }) => length > LONGEST_CONDITION))
    mistakes.push('where');
  if (judge === 'model' && maxCost !== '' && !(Number(maxCost) > 0 && Number(maxCost) <= 1e6)) mistakes.push('maxCost');
  return mistakes;
}

/** How many of the options differ from what is usual. */
export function changesIn(choices: Choices): number {
  const { which, stratify, seed, since, until, where, locale } = choices;
  const { spelling, anonymize, judge, redact, votes, maxCost } = choices;
  const changed = [which !== 'all', which === 'sample' && stratify !== '', which === 'sample' && seed !== ''];
  changed.push(since !== '', until !== '', conditionsIn(where).length > 0, locale !== '', !spelling, anonymize);
  if (judge === 'model') changed.push(!redact, votes !== 1, maxCost !== '');
  return changed.filter(Boolean).length;
}

/** Settings of a run. What does not belong to what was chosen is left out. */
export function settingsOf(choices: Choices): RunSettingsInput {
  const { rubrics, profile, judge, which, count, seed, stratify, since, until } = choices;
  const { locale, spelling, anonymize, redact, votes, maxCost } = choices;
  const where = conditionsIn(choices.where);
  return {
    rubrics: [...rubrics],
    profile,
    judge,
    spelling,
    anonymize,
    ...(locale !== '' && { locale }),
    ...(judge === 'model' && { redact, votes, ...(maxCost !== '' && { maxCostUsd: Number(maxCost) }) }),
    selection: {
      ...(where.length > 0 && { where }),
      ...(since !== '' && { since }),
      ...(until !== '' && { until }),
      ...(which === 'limit' && { limit: Number(count) }),
      ...(which === 'sample' && {
        sample: Number(count),
        ...(seed.trim() !== '' && { seed: seed.trim() }),
        ...(stratify !== '' && { stratify }),
      }),
    },
  };
}

const keyOf = (upload: string) => `tqrs-choices-${upload}`;

/** Keeps choices for a reload, in this tab alone. */
export function keepChoices(upload: string, choices: Choices): void {
  sessionStorage.setItem(keyOf(upload), JSON.stringify(choices));
}

/** Choices as they were kept, as far as they are still on offer; else the usual ones. */
export function keptChoices(upload: string, catalogue: Catalogue): Choices {
  const usual = defaultChoices(catalogue);
  const text = sessionStorage.getItem(keyOf(upload));
  if (text === null) return usual;
  // Nobody but this page writes it.
  const kept = { ...usual, ...(JSON.parse(text) as Partial<Choices>) };
  const rubrics = kept.rubrics.filter((id) => catalogue.rubrics.some((rubric) => rubric.id === id));
  const isOffered = catalogue.profiles.some(({ id }) => id === kept.profile);
  return {
    ...kept,
    rubrics: rubrics.length > 0 ? rubrics : usual.rubrics,
    profile: isOffered ? kept.profile : usual.profile,
  };
}
