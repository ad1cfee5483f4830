import type { Formatter } from '../formatter.ts';
import { AUTOMATIC_FAIL, POINT, TICKET } from './nouns.ts';

/** The pages of analysts, and the list in front of them. */
export const coaching = (f: Formatter) => ({
  documentTitle: (name: string) => `${name} · coaching`,
  eyebrow: 'Coaching',
  index: {
    lead: 'One page for each analyst, to prepare a talk and to write on. Names are in the order of the alphabet: this is no ranking.',
    title: 'Analysts',
    caption: 'Analysts and their pages',
    analyst: 'Analyst',
    tickets: 'Tickets',
    none: 'No ticket names an analyst.',
    unnamed: (tickets: number) => `${f.plural(tickets, { one: 'ticket names', other: 'tickets name' })} no analyst.`,
  },
  navigation: 'Coaching',
  allAnalysts: '← All analysts',
  period: (from: string, to: string) => `${from} to ${to}`,
  numbers: {
    title: 'In numbers',
    tickets: 'Tickets',
    withScore: (count: number) => `${f.number(count)} with a score`,
    passed: 'Passed',
    interval: (from: number, to: number) => `with a certainty of ${f.limit(95)}: ${f.limits(from, to)}`,
    mean: 'Mean score',
    few: 'So few tickets are examples to talk about, and no measure of a person.',
  },
  strengths: {
    title: 'What you do well',
    count: (right: number, tickets: number) => `right on ${f.number(right)} of ${f.plural(tickets, TICKET)}`,
    none: 'These tickets show none yet. Look for one together.',
  },
  habits: {
    title: 'What would gain you most',
    count: (wrong: number, tickets: number) => `missed on ${f.number(wrong)} of ${f.plural(tickets, TICKET)}`,
    fails: (count: number) => f.plural(count, AUTOMATIC_FAIL),
    lost: (points: number) => `${f.plural(points, POINT)} lost`,
    done: 'You have done it before',
    missed: 'Where it was missed',
    none: 'Nothing was missed on these tickets.',
  },
  example: { notFound: 'Not found:', seeTicket: 'see the ticket' },
  answer: {
    title: 'Your answer',
    questions: 'What do you see differently? What will you try first, and what do you need for it?',
  },
});
