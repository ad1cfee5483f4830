import type { ScoreRange } from '@tqrs/core';
import type { JournalField } from '@tqrs/parser';
import type { Formatter } from '../formatter.ts';
import { POINT } from './nouns.ts';

const ENTRIES: Readonly<Record<JournalField, string>> = { workNotes: 'Work note', comments: 'Comment' };

/** The page of a ticket. */
export const ticketPage = (f: Formatter) => ({
  documentTitle: (number: string, headline: string) => `${number} · ${headline}`,
  navigation: 'Report',
  allTickets: '← All tickets',
  assignedTo: (name: string) => `Assigned to ${name}`,
  opened: (time: string) => `Opened ${time}`,
  verdict: 'Verdict',
  passMark: (percent: number) => `Pass mark ${f.limit(percent)}`,
  noPoints: 'No criterion with points applies to this ticket',
  noScore: 'No score',
  gauge: {
    score: (percent: number, passMark: number) => `Score ${f.percent(percent)}, pass mark ${f.limit(passMark)}`,
    open: ({ min, max }: ScoreRange, passMark: number) =>
      `Score open from ${f.percent(min.percent)} to ${f.percent(max.percent)}, pass mark ${f.limit(passMark)}`,
  },
  notes: {
    failedBy: (titles: string) => `Failed by: ${titles}. An automatic fail makes the score 0.`,
    without: (percent: number, earned: number, possible: number) =>
      `Without it the score would be ${f.percent(percent)}, ${f.number(earned)} of ${f.plural(possible, POINT)}.`,
    deducted: (points: number) => `${f.plural(points, POINT)} deducted.`,
    open: (criteria: number) =>
      `There is no score because ${f.plural(criteria, { one: 'criterion is', other: 'criteria are' })} not scored.`,
    openBesides: (criteria: number) =>
      `${f.plural(criteria, { one: 'criterion is', other: 'criteria are' })} not scored: what the score would be without the fail is open.`,
    passes: 'The ticket passes, whatever the open criteria come to.',
    doesNotPass: 'The ticket does not pass, whatever the open criteria come to.',
    decided: (criteria: number, machine: string) =>
      `People decided on ${f.plural(criteria, { one: 'criterion', other: 'criteria' })}. The machine alone came to ${machine}.`,
    notExamined: (points: number) =>
      `${f.plural(points, { one: 'point stands', other: 'points stand' })} on the mere presence of a value, which could not be examined.`,
  },
  notScored: 'Not scored',
  reviewByPerson: 'Needs review by a person',
  sheet: {
    caption: 'Points by criterion',
    criterion: 'Criterion',
    result: 'Result',
    total: 'Total',
    totalOff: (points: number) => `Total, after ${f.plural(points, POINT)} off`,
    totalCalculated: (calculated: string) => `Total (calculated: ${calculated})`,
    totalCalculatedOff: (calculated: string, points: number) =>
      `Total (calculated: ${calculated}, after ${f.plural(points, POINT)} off)`,
  },
  path: 'Path to a pass',
  change: (from: string, to: string) => `${from} → ${to}`,
  gain: (points: number) => `+${f.plural(points, POINT)}`,
  liftsAutomaticFail: 'lifts the automatic fail',
  criteria: 'Criteria',
  strengths: 'What went well',
  improvements: 'More to gain',
  findings: 'Noted, at no cost',
  criterion: {
    gate: 'Gate',
    notExamined: 'Not examined',
    presentOnly: 'Present, not examined',
    notScored: (reason: string) => `Not scored: ${reason}.`,
    answerWhy: (answer: string, reason: string) => `${answer} (${reason})`,
    pointsOff: (points: number) => `${f.plural(points, POINT)} off`,
    earnedOff: (earned: number, possible: number, off: number) =>
      `${f.number(earned)} of ${f.number(possible)}, ${f.plural(off, POINT)} off`,
    nothingOff: 'Nothing off',
    nextTime: 'Next time',
    allLevels: 'All levels',
    thisTicket: 'this ticket',
    stillPossible: 'still possible',
  },
  human: {
    accepted: (by: string, at: string) => `Accepted by ${by}, ${at}`,
    overruled: (by: string, at: string) => `Overruled by ${by}, ${at}`,
    machine: (result: string, level: string | null) =>
      level === null ? `The machine had said: ${result}.` : `The machine had said: ${level}, ${result}.`,
  },
  proof: { blank: 'left blank', notAtPlace: 'not found at its place' },
  text: {
    title: 'The ticket',
    earned: 'earned points',
    lost: 'lost points',
    lookedAt: 'looked at',
    leadsBack: 'A number leads back to its criterion.',
    blank: 'Left blank',
    notExported: 'Not exported',
    timeline: 'Timeline',
    facts: 'Facts',
    blankFact: 'blank',
    factsNotExported: (fields: string) => `Not exported: ${fields}`,
    backTo: (source: string) => `Back to ${source}`,
    /** What a place of the text that is noted at no cost leads back to. */
    findings: 'what was noted',
    moreCharacters: (count: number) => ` … and ${f.number(count)} more characters`,
  },
  timeline: {
    opened: 'Opened',
    resolved: 'Resolved',
    closed: 'Closed',
    entries: ENTRIES,
    notExported: (journal: string) => `${journal}: not exported`,
    noEntries: (journal: string) => `${journal}: no entries`,
  },
});
