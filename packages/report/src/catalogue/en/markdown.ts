import type { Formatter } from '../formatter.ts';
import { TICKET } from './nouns.ts';

const VERDICT = { one: 'verdict', other: 'verdicts' };

/** The run in short, as Markdown. */
export const markdown = (f: Formatter) => ({
  title: (rubric: string, passRate: number) => `${rubric}: ${f.percent(passRate)} passed`,
  titleWithoutScore: (rubric: string) => `${rubric}: no ticket has a score`,
  counts: (tickets: number, scored: number, passed: number) =>
    `${f.plural(tickets, TICKET)}, ${f.number(scored)} with a score, ${f.number(passed)} passed`,
  mean: (percent: number) => `mean score ${f.percent(percent)}`,
  secondLook: (count: number) => `${f.number(count)} where the machine asks for a second look`,
  decided: (accepted: number, overruled: number) =>
    `people accepted ${f.plural(accepted, VERDICT)} and overruled ${f.number(overruled)}`,
  rubric: (id: string, version: string, passMark: number) => `rubric ${id} ${version}, pass mark ${f.limit(passMark)}`,
  judge: (name: string) => `judge: ${name}`,
  columns: {
    band: 'Band',
    from: 'From',
    tickets: 'Tickets',
    share: 'Share',
    criterion: 'Criterion',
    lost: 'Points lost',
    of: 'Of',
    automaticFails: 'Automatic fails',
    cause: 'Cause',
    examples: 'For example',
  },
  notes: 'Notes',
  notReviewed: (tickets: number) => `${f.plural(tickets, TICKET)} not reviewed in all.`,
});
