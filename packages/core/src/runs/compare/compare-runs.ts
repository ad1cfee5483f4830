import { canonicalJson } from '../../data-file/canonical-json.ts';
import type { Rubric } from '../../rubric/schema.ts';
import type { CriterionResult, Scorecard } from '../../scorecard/schema.ts';
import { changesBetween, type RunConfiguration } from '../configuration.ts';
import type { StoredTicket } from '../store/stored-ticket.ts';
import type {
  ChangeReason,
  ComparedRun,
  CriterionChange,
  CriterionOutcome,
  RubricComparison,
  RunComparison,
  RunIdentity,
  Standing,
  TicketChange,
} from './comparison.ts';
import { pairTickets } from './pair-tickets.ts';
import { type Reasons, reasonsBetween } from './reasons.ts';

/**
 * Compares two runs, ticket by ticket and criterion by criterion, and says what can have brought each change about. Pure: the same runs
 * give the same comparison. Rubrics are matched by their ids; where each run has one that the other has not, these two.
 */
export function compareRuns(before: ComparedRun, after: ComparedRun): RunComparison {
  const rubrics = matchRubrics(before.configuration, after.configuration).map(
    (match) => new RubricTally(match, before.configuration, after.configuration),
  );
  const tickets = { both: 0, onlyBefore: 0, onlyAfter: 0 };
  for (const pair of pairTickets(before.tickets, after.tickets)) {
    if (pair.before === undefined) tickets.onlyAfter++;
    else if (pair.after === undefined) tickets.onlyBefore++;
    else {
      tickets.both++;
      for (const rubric of rubrics) rubric.add(pair.before, pair.after);
    }
  }
  return {
    schemaVersion: 1,
    before: identityOf(before.configuration),
    after: identityOf(after.configuration),
    configuration: changesBetween(before.configuration, after.configuration),
    tickets,
    rubrics: rubrics.map((rubric) => rubric.comparison()),
  };
}

/** The places of a rubric among those of each run. */
interface RubricMatch {
  readonly before: number;
  readonly after: number;
}

function matchRubrics(before: RunConfiguration, after: RunConfiguration): RubricMatch[] {
  const earlier = before.rubrics.map(({ id }) => id);
  const later = after.rubrics.map(({ id }) => id);
  const matches = later.map((id, index) => ({ before: earlier.indexOf(id), after: index }));
  const same = matches.filter((match) => match.before >= 0);
  const [restBefore, ...moreBefore] = earlier.flatMap((id, index) => (later.includes(id) ? [] : [index]));
  const [restAfter, ...moreAfter] = matches.filter((match) => match.before < 0).map((match) => match.after);
  if (restBefore === undefined || restAfter === undefined || moreBefore.length + moreAfter.length > 0) return same;
  return [...same, { before: restBefore, after: restAfter }];
}

/** Gathers what became of the tickets on one rubric. */
class RubricTally {
  readonly #match: RubricMatch;
  readonly #rubric: Rubric;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #reasons: Reasons;
  readonly #changes: TicketChange[] = [];
  readonly #counts = { tickets: 0, up: 0, down: 0, scored: 0, unscored: 0, gained: 0, lost: 0 };

  constructor(match: RubricMatch, before: RunConfiguration, after: RunConfiguration) {
    const [earlier, later] = [before.rubrics[match.before]?.data, after.rubrics[match.after]?.data];
    if (earlier === undefined || later === undefined) throw new RangeError('A run has no rubric in that place');
    this.#match = match;
    this.#rubric = later;
    this.#titles = new Map([...earlier.criteria, ...later.criteria].map(({ id, title }) => [id, title]));
    this.#reasons = reasonsBetween(before, after, earlier, later);
  }

  add(before: StoredTicket, after: StoredTicket): void {
    if ('failed' in before || 'failed' in after) return;
    const [was, is] = [before.scorecards[this.#match.before], after.scorecards[this.#match.after]];
    if (was === undefined || is === undefined) return;
    this.#counts.tickets++;
    const sameTicket =
      was.provenance.facts === is.provenance.facts && canonicalJson(before.ticket) === canonicalJson(after.ticket);
    const criteria = this.#criteria(was, is, sameTicket);
    const [standing, now] = [standingOf(was), standingOf(is)];
    if (criteria.length === 0 && canonicalJson(standing) === canonicalJson(now)) return;
    this.#count(standing, now);
    const reasons = new Set(criteria.flatMap((change) => change.reasons));
    if (this.#reasons.scaleMoved && (standing.band !== now.band || standing.passed !== now.passed))
      reasons.add('rubric');
    this.#changes.push({
      number: is.ticket.number,
      before: standing,
      after: now,
      reasons: [...reasons],
      criteria,
    });
  }

  comparison(): RubricComparison {
    const { id, title } = this.#rubric;
    const { tickets, up, down, scored, unscored, gained, lost } = this.#counts;
    return {
      id,
      title,
      tickets,
      changed: this.#changes.length,
      up,
      down,
      scored,
      unscored,
      passed: { gained, lost },
      bands: bandMoves(this.#changes),
      criteria: [...this.#titles].flatMap(([criterion, name]) => shiftOf(criterion, name, this.#changes) ?? []),
      changes: this.#changes,
    };
  }

  #criteria(before: Scorecard, after: Scorecard, sameTicket: boolean): CriterionChange[] {
    const [was, is] = [before, after].map(({ criteria }) => new Map(criteria.map((line) => [line.id, line])));
    return [...this.#titles.keys()].flatMap((id) => {
      const [earlier, later] = [was?.get(id), is?.get(id)];
      const change = { id, before: outcomeOf(earlier), after: outcomeOf(later) };
      if (canonicalJson(change.before) === canonicalJson(change.after)) return [];
      return { ...change, reasons: this.#reasons.ofCriterion(id, earlier?.verdict, later?.verdict, sameTicket) };
    });
  }

  #count(before: Standing, after: Standing): void {
    const counts = this.#counts;
    if (before.score === null && after.score !== null) counts.scored++;
    if (before.score !== null && after.score === null) counts.unscored++;
    const move = Math.sign(shareOf(after) - shareOf(before));
    if (move > 0) counts.up++;
    if (move < 0) counts.down++;
    if (before.passed !== true && after.passed === true) counts.gained++;
    if (before.passed === true && after.passed !== true) counts.lost++;
  }
}

/** Of the possible points; NaN where there is no score, which is neither more nor less than anything. */
function shareOf({ score }: Standing): number {
  return score === null ? Number.NaN : score.earned / score.possible;
}

function standingOf({ status, score, range, band, passed }: Scorecard): Standing {
  return { status, score, range, band, passed };
}

function outcomeOf(line: CriterionResult | undefined): CriterionOutcome | null {
  if (line === undefined) return null;
  const { points, deduction, autoFail, verdict } = line;
  const outcome = { status: verdict.status, points, deduction, autoFail };
  if (verdict.status === 'scored') return { ...outcome, levelId: verdict.levelId };
  return verdict.status === 'unscored' ? { ...outcome, reason: verdict.reason } : outcome;
}

function bandMoves(changes: readonly TicketChange[]): RubricComparison['bands'] {
  const moved = changes.filter(({ before, after }) => before.band !== after.band);
  const groups = Map.groupBy(moved, ({ before, after }) => JSON.stringify([before.band, after.band]));
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : { from: first.before.band, to: first.after.band, tickets: group.length };
    })
    .toSorted((a, b) => b.tickets - a.tickets);
}

function shiftOf(
  id: string,
  title: string,
  changes: readonly TicketChange[],
): RubricComparison['criteria'][number] | undefined {
  const own = changes.flatMap(({ criteria }) => criteria.filter((change) => change.id === id));
  if (own.length === 0) return undefined;
  const reasons: Partial<Record<ChangeReason, number>> = {};
  for (const reason of own.flatMap((change) => change.reasons)) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const moves = own.map(({ before, after }) => Math.sign(worthOf(after) - worthOf(before)));
  const up = moves.filter((move) => move > 0).length;
  return { id, title, tickets: own.length, up, down: moves.filter((move) => move < 0).length, reasons };
}

/** In points; NaN where nobody knows. An automatic fail is worse than everything. */
function worthOf(outcome: CriterionOutcome | null): number {
  if (outcome === null || outcome.points === null) return Number.NaN;
  return outcome.autoFail ? Number.NEGATIVE_INFINITY : outcome.points - outcome.deduction;
}

function identityOf({ engine, startedAt, sources, judge, profile, rubrics }: RunConfiguration): RunIdentity {
  return {
    engine,
    startedAt,
    judge: judge.id,
    profile: { id: profile.id, hash: profile.hash },
    rubrics: rubrics.map(({ id, version, hash }) => ({ id, version, hash })),
    sources,
  };
}
