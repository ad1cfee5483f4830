import { type Agreement, agreementOf, type Pair } from './kappa.ts';
import type { Label } from './labels.ts';

/** The part of a scorecard that is compared. Any judge's scorecard has it. */
export interface JudgedTicket {
  readonly ticket: { readonly number: string };
  readonly criteria: readonly { readonly id: string; readonly verdict: JudgedVerdict }[];
}

/** The part of a verdict that is compared. */
export type JudgedVerdict =
  | { readonly status: 'scored'; readonly levelId: string; readonly checks?: readonly JudgedCheck[] | undefined }
  | { readonly status: 'not-applicable' }
  | { readonly status: 'unscored'; readonly reason: string; readonly checks?: readonly JudgedCheck[] | undefined };

interface JudgedCheck {
  readonly id: string;
  readonly answer: string;
  readonly confidence?: string | undefined;
}

/** One answer beside what was expected. */
export interface ComparedPair extends Pair {
  readonly number: string;
  /** Id of the criterion or check. */
  readonly question: string;
  readonly why?: string | undefined;
  /** How sure the judge was, where it answered and said so. */
  readonly confidence?: string | undefined;
}

/** How far a judge agrees with the labels. */
export interface Comparison {
  readonly criteria: ReadonlyMap<string, Agreement>;
  readonly checks: ReadonlyMap<string, Agreement>;
  /** Over all criteria, and over all checks. */
  readonly overall: { readonly criteria: Agreement; readonly checks: Agreement };
  /** The answers to checks by how sure the judge was of them. */
  readonly byConfidence: ReadonlyMap<string, Agreement>;
  readonly misses: readonly ComparedPair[];
}

/** What stands for an answer that the judge did not give. */
const NO_ANSWER = 'no-answer';
/** Answers that a judge may be more or less sure of. */
const IS_SURE = new Set(['met', 'not-met']);

/** A verdict in the words of the labels. */
export function outcomeOf(verdict: JudgedVerdict): string {
  if (verdict.status === 'scored') return verdict.levelId;
  return verdict.status === 'unscored' ? `unscored: ${verdict.reason}` : verdict.status;
}

/** Compares a judge's tickets with the labels. A labelled ticket that the judge did not review misses everything. */
export function compareWithLabels(labels: readonly Label[], judged: Iterable<JudgedTicket>): Comparison {
  const byNumber = new Map<string, JudgedTicket>();
  for (const ticket of judged) byNumber.set(ticket.ticket.number, ticket);
  const criteria = labels.flatMap((label) => criterionPairs(label, byNumber.get(label.number)));
  const checks = labels.flatMap((label) => checkPairs(label, byNumber.get(label.number)));
  return {
    criteria: agreementBy(criteria, ({ question }) => question),
    checks: agreementBy(checks, ({ question }) => question),
    overall: { criteria: agreementOf(criteria), checks: agreementOf(checks) },
    byConfidence: agreementBy(checks, ({ confidence }) => confidence),
    misses: [...criteria, ...checks].filter(({ expected, actual }) => expected !== actual),
  };
}

function criterionPairs(label: Label, judged: JudgedTicket | undefined): ComparedPair[] {
  return Object.entries(label.criteria).map(([id, expected]) => {
    const verdict = judged?.criteria.find((criterion) => criterion.id === id)?.verdict;
    return pair(label, id, expected, verdict === undefined ? NO_ANSWER : outcomeOf(verdict));
  });
}

function checkPairs(label: Label, judged: JudgedTicket | undefined): ComparedPair[] {
  const given = new Map<string, JudgedCheck>();
  for (const { verdict } of judged?.criteria ?? []) {
    if (verdict.status === 'not-applicable') continue;
    for (const check of verdict.checks ?? []) given.set(check.id, check);
  }
  return Object.entries(label.checks).map(([id, expected]) => {
    const { answer = NO_ANSWER, confidence } = given.get(id) ?? {};
    return { ...pair(label, id, expected, answer), confidence: IS_SURE.has(answer) ? confidence : undefined };
  });
}

function pair(label: Label, question: string, expected: string, actual: string): ComparedPair {
  return { number: label.number, question, expected, actual, why: label.why?.[question] };
}

function agreementBy(
  pairs: readonly ComparedPair[],
  keyOf: (pair: ComparedPair) => string | undefined,
): Map<string, Agreement> {
  const groups = Map.groupBy(pairs, keyOf);
  return new Map([...groups].flatMap(([key, group]) => (key === undefined ? [] : [[key, agreementOf(group)]])));
}
