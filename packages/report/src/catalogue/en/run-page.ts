import type { Formatter } from '../formatter.ts';
import { POINT, TICKET } from './nouns.ts';

/** The page of a run. */
export const runPage = (f: Formatter) => ({
  documentTitle: (rubric: string) => `${rubric} · ticket quality`,
  eyebrow: 'Ticket quality report',
  rubricVersion: (version: string) => `Rubric version ${version}`,
  stopped: 'This run was stopped before its last ticket.',
  stoppedMeans: 'What follows is about the tickets that were done.',
  numbers: 'The run in numbers',
  tiles: {
    tickets: 'Tickets',
    withScore: (count: number) => `${f.number(count)} with a score`,
    passRate: 'Pass rate',
    passes: (passed: number, failed: number, passMark: number) =>
      `${f.number(passed)} passed, ${f.number(failed)} did not; pass mark ${f.limit(passMark)}`,
    mean: 'Mean score',
    meanOf: 'of the tickets with a score',
    automaticFails: 'Automatic fails',
    noAutomaticFail: 'none',
    automaticFailMeans: 'score 0, whatever else is right',
    noScore: 'No score',
    allScored: 'every ticket has one',
    withRange: (count: number) => `${f.number(count)} with a range`,
    nothingToScore: (count: number) => `${f.number(count)} with nothing to score`,
    notReviewed: (count: number) => `${f.number(count)} not reviewed`,
    needsReview: 'Needs review',
    secondLook: (count: number) => `${f.plural(count, TICKET)} where the machine asks for a second look`,
    decided: 'Decided by people',
    decisions: (accepted: number, overruled: number) =>
      `${f.number(accepted)} accepted, ${f.number(overruled)} overruled`,
    machineAlone: (passRate: number, mean: number) =>
      `the machine alone: ${f.percent(passRate)} passed, mean ${f.percent(mean)}`,
    notExamined: 'Not examined',
    presence: 'points that stand on mere presence',
  },
  leftOut: 'What was left out',
  exportGaps: 'What this export cannot show',
  scores: 'Scores',
  chart: {
    label: (bars: readonly { readonly scores: string; readonly count: string }[], passMark: number) =>
      `Scores: ${bars.map(({ scores, count }) => `${scores}: ${count}`).join(', ')}. Pass mark ${f.limit(passMark)}.`,
    passMark: (percent: number) => `Pass mark ${f.limit(percent)}`,
    asTable: 'As a table',
    caption: 'Tickets by score',
    score: 'Score',
    tickets: 'Tickets',
  },
  bands: {
    title: 'Bands',
    label: (bands: readonly { readonly title: string; readonly tickets: string }[]) =>
      `Tickets by band: ${bands.map(({ title, tickets }) => `${title} ${tickets}`).join(', ')}`,
    caption: 'Tickets by band',
    band: 'Band',
    tickets: 'Tickets',
    share: 'Share',
    from: (percent: number) => `from ${f.limit(percent)}`,
  },
  losses: {
    title: 'Where the points go',
    caption: 'Points lost by criterion',
    criterion: 'Criterion',
    lost: 'Points lost',
    of: (possible: number) => `of ${f.number(possible)}`,
    deductionsOnly: 'deductions only',
    notScored: (count: number) => `${f.number(count)} not scored`,
    notApplicable: (count: number) => `${f.number(count)} not applicable`,
    notExamined: (points: number) => `${f.plural(points, POINT)} not examined`,
  },
  causes: {
    title: 'Commonest causes',
    caption: 'Why points were lost, with example tickets',
    cause: 'Cause',
    tickets: 'Tickets',
    lost: 'Points lost',
    examples: 'For example',
    automaticFail: 'automatic fail',
    more: (count: number) => f.plural(count, { one: 'more cause', other: 'more causes' }),
  },
});
