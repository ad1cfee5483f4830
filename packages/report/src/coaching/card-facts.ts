import type { CheckResult, CriterionResult, Evidence, Scorecard } from '@tqrs/core';

/** Words of a ticket, or what they lack. */
export interface Example {
  readonly number: string;
  /** Null where something is missing instead. */
  readonly quote: string | null;
  readonly missing: string | null;
}

/** One habit on one ticket: a check of a criterion, or the criterion as a whole. */
export interface HabitFact {
  /** The same for the same habit on every ticket. */
  readonly key: string;
  readonly criterionId: string;
  readonly criterion: string;
  /** Null where the criterion as a whole is meant. */
  readonly check: string | null;
  readonly isGood: boolean;
  /** Points lost, deductions included. */
  readonly lost: number;
  readonly fails: boolean;
  readonly advice: string;
  readonly example: Example;
}

/** What a scorecard adds to the coaching of its analyst. Plain data. */
export interface CardFacts {
  /** Undefined where nobody is named. */
  readonly analyst?: string;
  readonly scored: boolean;
  readonly passed: boolean;
  readonly percent: number;
  readonly closedAt?: string;
  readonly habits: readonly HabitFact[];
}

/** Longest quote that is kept as an example, in UTF-16 units. */
const LONGEST_QUOTE = 240;
/** Where an analyst writes. The word of a list, such as a contact type, is no example of anything. */
const WRITTEN: ReadonlySet<string> = new Set([
  'shortDescription',
  'description',
  'closeNotes',
  'workNotes',
  'comments',
]);

/** Reads the habits that a scorecard shows, good and bad ones. What is unscored or does not apply shows none. */
export function cardFactsOf(card: Scorecard): CardFacts {
  const { assignedTo, closedAt, openedAt } = card.ticket;
  const time = closedAt ?? openedAt;
  return {
    ...(assignedTo && { analyst: assignedTo }),
    ...(time && { closedAt: time }),
    scored: card.score !== null,
    passed: card.passed === true,
    percent: card.score?.percent ?? 0,
    habits: card.criteria.flatMap((result) => habitsOf(card.ticket.number, result)),
  };
}

function habitsOf(number: string, result: CriterionResult): HabitFact[] {
  const { verdict } = result;
  if (verdict.status !== 'scored') return [];
  const checks = (verdict.checks ?? []).filter(({ answer }) => answer === 'met' || answer === 'not-met');
  const lost = (result.possible ?? 0) - (result.points ?? 0) + result.deduction;
  const unmet = checks.filter(({ answer }) => answer === 'not-met');
  // A loss that no check explains belongs to the criterion as a whole, as does every automatic fail.
  if (checks.length === 0 || result.autoFail || (lost > 0 && unmet.length === 0)) {
    return [wholeHabit(number, result, lost)];
  }
  return checks.map((check) => {
    const place = unmet.indexOf(check);
    const advice = result.coaching.length === unmet.length ? (result.coaching[place] ?? '') : result.coaching.join(' ');
    const isGood = place < 0;
    return {
      ...habit(result, check.title, `${result.id}/${check.id}`),
      isGood,
      lost: isGood ? 0 : lost / unmet.length,
      fails: false,
      advice: isGood ? '' : advice,
      example: exampleOf(number, check),
    };
  });
}

function wholeHabit(number: string, result: CriterionResult, lost: number): HabitFact {
  const { verdict, autoFail, coaching } = result;
  return {
    ...habit(result, null, result.id),
    isGood: lost === 0 && !autoFail,
    lost,
    fails: autoFail,
    advice: coaching.join(' '),
    example: exampleOf(number, verdict.status === 'scored' ? verdict : { evidence: [] }),
  };
}

const habit = ({ id, title }: CriterionResult, check: string | null, key: string) => ({
  key,
  criterionId: id,
  criterion: title,
  check,
});

function exampleOf(
  number: string,
  { evidence, missing = [] }: { readonly evidence: readonly Evidence[]; readonly missing?: CheckResult['missing'] },
): Example {
  const quote = evidence.find(({ field, quote: words }) => WRITTEN.has(field) && words.trim() !== '')?.quote;
  if (quote === undefined) return { number, quote: null, missing: missing[0]?.element ?? null };
  return { number, quote: quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote, missing: null };
}
