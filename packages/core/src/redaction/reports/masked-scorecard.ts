import { readField, type Ticket } from '@tqrs/parser';
import { adviceOf } from '../../coaching/advice-of.ts';
import { coachingOf } from '../../coaching/coaching-of.ts';
import type { Rubric } from '../../rubric/schema.ts';
import type { CriterionResult, Finding, HumanDecision, Scorecard } from '../../scorecard/schema.ts';
import type { CheckResult, Evidence, Missing, Verdict } from '../../verdict.ts';
import { holdsPerson } from './masked-ticket.ts';
import type { TicketMask } from './ticket-mask.ts';

/** Masks the scorecards of one ticket. Their quotes are the words of the masked ticket, at their places in it. */
export class ScorecardMask {
  readonly #ticket: Ticket;
  readonly #shown: Ticket;
  readonly #mask: TicketMask;

  /** @param shown The ticket masked. */
  constructor(ticket: Ticket, shown: Ticket, mask: TicketMask) {
    this.#ticket = ticket;
    this.#shown = shown;
    this.#mask = mask;
  }

  /** A scorecard as it may be shown. No score in it changes. What is advised is said anew, of the masked words. */
  scorecard(card: Scorecard, rubric: Rubric): Scorecard {
    const { assignedTo } = card.ticket;
    const criteria = card.criteria.map((result) => this.#criterion(result, rubric));
    return {
      ...card,
      ticket: { ...card.ticket, ...(assignedTo !== undefined && { assignedTo: this.#mask.person(assignedTo) }) },
      criteria,
      findings: card.findings.map((finding) => this.#finding(finding)),
      ...adviceOf(rubric, criteria),
    };
  }

  #criterion(result: CriterionResult, rubric: Rubric): CriterionResult {
    const verdict = this.#verdict(result.verdict);
    const criterion = rubric.criteria.find(({ id }) => id === result.id);
    const coaching = criterion === undefined ? [] : coachingOf(criterion, verdict);
    return { ...result, verdict, coaching, ...(result.human && { human: this.#human(result.human) }) };
  }

  #human({ by, reason, ...decision }: HumanDecision): HumanDecision {
    const told = { by: this.#mask.person(by), ...(reason !== undefined && { reason: this.#mask.text(reason) }) };
    if (decision.outcome === 'accepted') return { ...decision, ...told };
    const { machine } = decision;
    return { ...decision, ...told, machine: { ...machine, verdict: this.#verdict(machine.verdict) } };
  }

  #verdict(verdict: Verdict): Verdict {
    switch (verdict.status) {
      case 'scored': {
        const { rationale, evidence, missing, checks, advice, ...kept } = verdict;
        return {
          ...kept,
          rationale: this.#mask.text(rationale),
          evidence: this.#evidence(evidence),
          ...(missing && { missing: this.#missing(missing) }),
          ...(checks && { checks: checks.map((check) => this.#check(check)) }),
          ...(advice && { advice: advice.map((text) => this.#mask.text(text)) }),
        };
      }
      case 'not-applicable': {
        const { rationale, evidence, ...kept } = verdict;
        return {
          ...kept,
          rationale: this.#mask.text(rationale),
          ...(evidence && { evidence: this.#evidence(evidence) }),
        };
      }
      case 'unscored': {
        const { detail, evidence, checks, ...kept } = verdict;
        return {
          ...kept,
          detail: this.#mask.text(detail),
          ...(evidence && { evidence: this.#evidence(evidence) }),
          ...(checks && { checks: checks.map((check) => this.#check(check)) }),
        };
      }
    }
  }

  #check(check: CheckResult): CheckResult {
    return {
      ...check,
      rationale: this.#mask.text(check.rationale),
      evidence: this.#evidence(check.evidence),
      ...(check.missing && { missing: this.#missing(check.missing) }),
    };
  }

  #finding(finding: Finding): Finding {
    return {
      ...finding,
      message: this.#mask.text(finding.message),
      ...(finding.evidence && { evidence: this.#evidence(finding.evidence) }),
    };
  }

  #missing(missing: readonly Missing[]): Missing[] {
    return missing.map((each) => ({ ...each, element: this.#mask.text(each.element) }));
  }

  #evidence(evidence: readonly Evidence[]): Evidence[] {
    return evidence.map((item) => this.#quote(item));
  }

  #quote(item: Evidence): Evidence {
    const { field, entry, quote } = item;
    const shown = readField(this.#shown, field, entry) ?? '';
    const text = readField(this.#ticket, field, entry);
    if (quote === '' || text === undefined || shown === text) return item;
    if (holdsPerson(field)) return { ...item, start: 0, end: shown.length, quote: shown };
    const span = this.#mask.spliced(text).spanOf(item);
    return { ...item, ...span, quote: shown.slice(span.start, span.end) };
  }
}
