import type { Criterion, Rubric } from '../rubric/schema.ts';
import type { CriterionResult, Scorecard } from '../scorecard/schema.ts';
import { findLevel, losesSomething, lossOf, tidy } from '../scoring/points.ts';
import type { ScoredVerdict } from '../verdict.ts';
import type { LossCause } from './schema.ts';

const MOST_EXAMPLES = 5;
/** Elements are named by rules: should one name endlessly many, the rest counts under its level. */
const MOST_CAUSES = 500;

/** One of the reasons why a criterion lost points on a ticket. */
interface Part {
  readonly key: string;
  readonly checkId?: string | undefined;
  readonly text: string;
}

/** One cause while it is counted. */
export interface CauseTally extends LossCause {
  readonly key: string;
  /** Automatic fails. */
  readonly fails: boolean;
  /** Where it counts once there are too many causes. */
  readonly level: Part;
}

/**
 * Gathers why points were lost. A loss belongs in equal shares to the checks that were not met, or to the elements that
 * a rule missed; else to the level. Automatic fails cost no points here, and rank before everything that does.
 */
export class LossCauses {
  readonly #criteria: readonly Criterion[];
  readonly #tallies = new Map<string, CauseTally>();

  constructor(rubric: Rubric) {
    this.#criteria = rubric.criteria;
  }

  add(card: Scorecard): void {
    card.criteria.forEach((line, index) => {
      const criterion = this.#criteria[index];
      if (criterion !== undefined) this.#addLine(criterion, line, card.ticket.number);
    });
  }

  /** Adds what was counted elsewhere, over tickets that come after those counted here. */
  merge(others: readonly CauseTally[]): void {
    for (const other of others) {
      const tally = this.#tallyOf(this.#isFull(other) ? other.level : other, other);
      tally.tickets += other.tickets;
      tally.lost += other.lost;
      tally.examples.push(...other.examples.slice(0, MOST_EXAMPLES - tally.examples.length));
    }
  }

  /** The counts as they are. */
  part(): CauseTally[] {
    return [...this.#tallies.values()].map((tally) => ({ ...tally, examples: [...tally.examples] }));
  }

  /** Automatic fails first, then by points lost, then by tickets, then in the rubric's order. */
  ranked(): LossCause[] {
    const order = new Map(this.#criteria.map(({ id }, index) => [id, index]));
    const place = ({ criterionId }: CauseTally): number => order.get(criterionId) ?? 0;
    return [...this.#tallies.values()]
      .map((tally) => ({ ...tally, lost: tidy(tally.lost) }))
      .sort(
        (a, b) => Number(b.fails) - Number(a.fails) || b.lost - a.lost || b.tickets - a.tickets || place(a) - place(b),
      )
      .map(({ fails: _, key: _key, level: _level, ...cause }) => ({ ...cause, examples: [...cause.examples] }));
  }

  #addLine(criterion: Criterion, { verdict, autoFail }: CriterionResult, ticket: string): void {
    if (verdict.status !== 'scored') return;
    const level = findLevel(criterion, verdict.levelId);
    if (level === undefined || !losesSomething(criterion, level)) return;
    const byLevel = { key: `${criterion.id}/level/${level.id}`, text: level.descriptor };
    const parts = autoFail ? [byLevel] : partsOf(criterion, verdict, byLevel);
    const share = lossOf(criterion, level) / parts.length;
    for (const part of parts) {
      const counted = this.#isFull(part) ? byLevel : part;
      const tally = this.#tallyOf(counted, { criterionId: criterion.id, fails: autoFail, level: byLevel });
      tally.tickets++;
      tally.lost += share;
      if (tally.examples.length < MOST_EXAMPLES) tally.examples.push(ticket);
    }
  }

  #isFull({ key }: Part): boolean {
    return this.#tallies.size >= MOST_CAUSES && !this.#tallies.has(key);
  }

  #tallyOf(
    { key, checkId, text }: Part,
    { criterionId, fails, level }: Pick<CauseTally, 'criterionId' | 'fails' | 'level'>,
  ): CauseTally {
    let tally = this.#tallies.get(key);
    if (tally === undefined) {
      const check = checkId !== undefined && { checkId };
      tally = { key, criterionId, ...check, text, tickets: 0, lost: 0, examples: [], fails, level };
      this.#tallies.set(key, tally);
    }
    return tally;
  }
}

function partsOf({ id, evaluator }: Criterion, { checks, missing, evidence }: ScoredVerdict, byLevel: Part): Part[] {
  const unmet = checks?.filter(({ answer }) => answer === 'not-met') ?? [];
  if (unmet.length > 0) {
    const declared = evaluator.judge?.type === 'checklist' ? evaluator.judge.checks : [];
    return unmet.map((check) => {
      const byAbsence = declared.find((one) => one.id === check.id)?.notMetBy === 'absence';
      return {
        key: `${id}/check/${check.id}`,
        checkId: check.id,
        text: `${byAbsence ? 'Missing' : 'Not met'}: ${check.title}`,
      };
    });
  }
  // With a quote beside them, the missing elements may not be the whole loss.
  const elements = evidence.length > 0 ? [] : [...new Set(missing?.map(({ element }) => element))];
  return elements.length > 0
    ? elements.map((element) => ({ key: `${id}/element/${element}`, text: `Missing: ${element}` }))
    : [byLevel];
}
