import type { CheckAnswer, Confidence, Method, ScoreRange, UnscoredReason } from '@tqrs/core';
import type { Formatter } from '../formatter.ts';
import { AUTOMATIC_FAIL, POINT, TICKET } from './nouns.ts';

const UNSCORED: Readonly<Record<UnscoredReason, string>> = {
  'field-not-exported': 'a field that it needs was not exported',
  'contact-type-unknown': 'the contact type is not known',
  'no-conversation': 'the ticket holds no conversation',
  'needs-second-key': 'a severe outcome needs a second proof',
  'needs-model': 'only a language model or a person can answer it',
  undecided: 'nothing in the ticket decides it',
  'evidence-not-found': 'the quoted words do not stand in the ticket',
  'language-not-supported': 'the language of the text cannot be examined',
  'judge-failed': 'the review itself failed',
  refused: 'the language model refused to answer',
  filtered: 'a content filter of the language model stopped it',
  'not-asked': 'the run ended before the language model was asked',
};

const ANSWERS: Readonly<Record<CheckAnswer, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  'not-applicable': 'Not applicable',
  'cannot-assess': 'Not assessed',
};

const METHODS: Readonly<Record<Method, string>> = {
  rule: 'Decided by a rule',
  model: 'Judged by a language model',
  offline: 'Judged by the offline judge',
  human: 'Judged by a person',
};

const CONFIDENCES: Readonly<Record<Confidence, string>> = {
  high: 'high confidence',
  medium: 'medium confidence',
  low: 'low confidence',
};

/** What several places of a report say. */
export const shared = (f: Formatter) => ({
  skip: 'Skip to the content',
  provenance: 'How this came about',
  quote: { open: '“', close: '”' },
  outcomes: {
    automaticFail: 'Automatic fail',
    passed: 'Passed',
    notPassed: 'Not passed',
    nothingToScore: 'Nothing to score',
    open: 'Open',
    notReviewed: 'Not reviewed',
    notApplicable: 'Not applicable',
    notScored: 'Not scored',
  },
  answers: ANSWERS,
  /** Why there is no score, to be read after `Not scored:`. */
  unscored: UNSCORED,
  needsReview: 'Needs review',
  judgedBy: (method: Method, confidence: Confidence) => `${METHODS[method]}, ${CONFIDENCES[confidence]}`,
  judge: (name: string) => `Judge: ${name}`,
  passMark: (percent: number) => `pass mark ${f.limit(percent)}`,
  points: (count: number) => f.plural(count, POINT),
  tickets: (count: number) => f.plural(count, TICKET),
  automaticFails: (count: number) => f.plural(count, AUTOMATIC_FAIL),
  of: (part: number, whole: number) => `${f.number(part)} of ${f.number(whole)}`,
  pointsOf: (earned: number, possible: number) => `${f.number(earned)} of ${f.plural(possible, POINT)}`,
  percentRange: ({ min, max }: ScoreRange) =>
    min.percent === max.percent ? f.percent(max.percent) : `${f.percent(min.percent)} to ${f.percent(max.percent)}`,
  pointRange: ({ min, max }: ScoreRange) =>
    min.earned === max.earned
      ? f.plural(max.earned, POINT)
      : `${f.number(min.earned)} to ${f.plural(max.earned, POINT)}`,
  searched: (fields: string) => `Searched: ${fields}`,
  notFound: (element: string) => `Not found: ${element}.`,
  entry: (field: string, place: number) => `${field}, entry ${f.number(place)}`,
  /** What is certain about the tickets that have a range instead of a score. */
  ranges(passing: number, failing: number, open: number) {
    const passes = f.plural(passing, { one: 'passes', other: 'pass' });
    const fails = f.plural(failing, { one: 'does not', other: 'do not' });
    const rest = f.plural(open, { one: 'is', other: 'are' });
    const all = f.plural(passing + failing + open, TICKET);
    return `${all} with a range instead of a score: ${passes} and ${fails}, whatever the rest comes to; ${rest} open.`;
  },
});
