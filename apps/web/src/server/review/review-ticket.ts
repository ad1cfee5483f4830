import {
  type CompiledRubric,
  type CriterionResult,
  type Decision,
  type ReviewReason,
  reviewQuestions,
  type Scorecard,
  type Verdict,
  verdictKey,
} from '@tqrs/core';
import { JOURNAL_FIELDS, readField, TEXT_FIELDS, TIME_FIELDS, type Ticket } from '@tqrs/parser';
import type { ReviewCriterion, ReviewScorecard, ReviewTicket, ReviewVerdict } from '../../api/index.ts';

type Standing = ReviewCriterion['machine'];
type Totals = ReviewScorecard['machine'];

/** What a ticket's view is made of. */
export interface ReviewTicketSource {
  readonly position: number;
  /** As reports show it, under the decisions. */
  readonly ticket: Ticket;
  readonly scorecards: readonly Scorecard[];
  /** As the machine made them. */
  readonly machine: readonly Scorecard[];
  readonly rubrics: readonly CompiledRubric[];
  /** About this ticket, oldest first. */
  readonly decisions: readonly Decision[];
  readonly previous: number | null;
  readonly next: number | null;
}

/** A ticket with all that somebody needs to decide about it. */
export function reviewTicket(source: ReviewTicketSource): ReviewTicket {
  const { position, ticket, scorecards, machine, rubrics, decisions, previous, next } = source;
  const fields = [...TEXT_FIELDS.filter((field) => field !== 'number'), ...TIME_FIELDS];
  const texts = fields.map((field) => ({ field, text: readField(ticket, field) }));
  const flags = Object.entries(ticket.flags).flatMap(([name, value]) =>
    value ? [{ field: `flags.${name}`, text: String(value) }] : [],
  );
  return {
    position,
    number: ticket.number,
    fields: [...texts.flatMap(({ field, text }) => (text === undefined ? [] : [{ field, text }])), ...flags],
    journals: JOURNAL_FIELDS.flatMap((field) => {
      const entries = ticket[field]?.map(({ text, author = null, at }) => ({
        text,
        author,
        at: at?.instant ?? at?.text ?? null,
      }));
      return entries === undefined ? [] : [{ field, entries }];
    }),
    missing: [
      ...texts.filter(({ text }) => text === undefined).map(({ field }) => field),
      ...JOURNAL_FIELDS.filter((field) => ticket[field] === undefined),
    ],
    scorecards: scorecards.flatMap((card, index) => {
      const [rubric, asMade] = [rubrics[index], machine[index]];
      return rubric === undefined || asMade === undefined ? [] : [scorecardView(card, asMade, rubric, decisions)];
    }),
    decisions: decisions.map(({ ...entry }) => entry),
    previous,
    next,
  };
}

function scorecardView(
  card: Scorecard,
  asMade: Scorecard,
  { data }: CompiledRubric,
  decisions: readonly Decision[],
): ReviewScorecard {
  const { id, title, passMark, bands } = data;
  const reasons = new Map<string, ReviewReason>();
  for (const { criterion, why } of reviewQuestions(asMade, data)) reasons.set(criterion, why);
  const ofRubric = decisions.filter((decision) => decision.rubric === id);
  return {
    rubric: { id, title, passMark, bands: bands.map((band) => ({ id: band.id, title: band.title, from: band.from })) },
    machine: totalsOf(card.human?.machine ?? card),
    current: totalsOf(card),
    criteria: card.criteria.map((line): ReviewCriterion => {
      const criterion = data.criteria.find((each) => each.id === line.id);
      const machine = standingOf(line.human?.outcome === 'overruled' ? line.human.machine : line);
      const verdict = asMade.criteria.find((each) => each.id === line.id)?.verdict ?? line.verdict;
      return {
        id: line.id,
        title: line.title,
        guidance: criterion?.guidance ?? '',
        levels: (criterion?.levels ?? []).map(({ id, descriptor, points, deduction = 0, autoFail }) => ({
          id,
          descriptor,
          points,
          deduction,
          autoFail,
        })),
        why: reasons.get(line.id) ?? null,
        machine,
        current: standingOf(line),
        decided: decisionOf(line),
        on: verdictKey(verdict),
        seen: ofRubric.filter((decision) => decision.criterion === line.id).length,
        coaching: line.coaching,
      };
    }),
  };
}

function decisionOf({ human }: CriterionResult): ReviewCriterion['decided'] {
  if (human === undefined) return null;
  const { outcome, by, at, reason = '' } = human;
  return { outcome, by, at, reason };
}

function standingOf({
  verdict,
  points,
  possible,
  deduction,
  autoFail,
}: Pick<CriterionResult, 'verdict' | 'points' | 'possible' | 'deduction' | 'autoFail'>): Standing {
  return { verdict: verdictView(verdict), points, possible, deduction, autoFail };
}

function verdictView(verdict: Verdict): ReviewVerdict {
  const { status, evidence = [] } = verdict;
  const none = { levelId: null, reason: null, possibleLevels: [], method: null, confidence: null };
  const quotes = { evidence, missing: [], checks: [] };
  if (verdict.status === 'not-applicable') return { status, ...none, ...quotes, rationale: verdict.rationale };
  const checks = (verdict.checks ?? []).map(({ id, title, answer, confidence, rationale, evidence, missing = [] }) => ({
    ...{ id, title, answer, confidence, rationale, evidence },
    missing,
  }));
  if (verdict.status === 'unscored') {
    const { reason, detail, possibleLevels } = verdict;
    return { status, ...none, reason, possibleLevels, rationale: detail, evidence, missing: [], checks };
  }
  const { levelId, method, confidence, rationale, missing = [] } = verdict;
  return { status, ...none, levelId, method, confidence, rationale, evidence, missing, checks };
}

function totalsOf({
  score,
  range,
  band,
  passed,
  deductions,
  autoFailedBy,
}: Pick<Scorecard, 'score' | 'range' | 'band' | 'passed' | 'deductions' | 'autoFailedBy'>): Totals {
  return {
    score,
    range: range === null ? null : { min: range.min.percent, max: range.max.percent },
    band,
    passed,
    deductions,
    autoFailedBy,
  };
}
